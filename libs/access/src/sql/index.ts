import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const accessSql: RoomSql = {
  schema: 'access',
  folder: new URL('.', import.meta.url),
  files: [
    'when_a_session_ends',
    'reach_of',
    'acting',
    'enter',
    'looked_at',
    'staff_directory',
    'people_for_auditor',
    'keep_own_rights',
    'rows_of_staff',
    'inbox',
    'rights',
    'invites',
    'grants',
  ],
};
