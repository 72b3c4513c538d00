import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const statisticsSql: RoomSql = {
  schema: 'stat',
  folder: new URL('.', import.meta.url),
  files: [
    'fact_move',
    'case_move',
    'take_in',
    'fold',
    'rebuild',
    'counts_in_reach',
    'rows_for_owner',
    'grants',
  ],
};
