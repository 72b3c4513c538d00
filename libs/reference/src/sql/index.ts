import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const referenceSql: RoomSql = {
  schema: 'reference',
  folder: new URL('.', import.meta.url),
  files: ['grants'],
};
