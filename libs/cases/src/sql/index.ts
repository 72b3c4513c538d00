import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const casesSql: RoomSql = {
  schema: 'cases',
  folder: new URL('.', import.meta.url),
  files: ['case_number', 'import_job', 'grants'],
};
