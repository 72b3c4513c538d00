/** What the dates of this record are called where a refusal names two of them: as in the web app's catalogs, which a spec compares. */
export const missingNames = {
  'missing.lastSeenOn': { en: 'Last seen on', mn: 'Сүүлд харагдсан өдөр' },
} as const;
