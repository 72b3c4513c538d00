/** What the dates of this record are called where a refusal names two of them: as in the web app's catalogs, which a spec compares. */
export const detentionNames = {
  'detention.arrestedOn': { en: 'Arrested on', mn: 'Баривчилсан өдөр' },
  'detention.missionNotifiedOn': { en: 'Mission notified on', mn: 'Төлөөлөгчийн газарт мэдэгдсэн өдөр' },
  'detention.firstVisitOn': { en: 'First visit on', mn: 'Анх уулзсан өдөр' },
} as const;
