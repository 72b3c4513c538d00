import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const accessSql: RoomSql = {
  schema: 'access',
  folder: new URL('.', import.meta.url),
  files: [],
};
