/** What the dates of this record are called where a refusal names two of them: as in the web app's catalogs, which a spec compares. */
export const crimeVictimNames = {
  'crimeVictim.reportedPoliceOn': { en: 'Reported to the police on', mn: 'Цагдаад мэдэгдсэн өдөр' },
} as const;
