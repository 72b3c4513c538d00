import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const accessSql: RoomSql = {
  schema: 'access',
  folder: new URL('.', import.meta.url),
  files: [
    'when_a_session_ends',
    'reach_of',
    'acting',
    'access_log_written',
    'enter',
    'access_log_of_a_read',
    'access_log_of_rights',
    'access_log_sealed',
    'staff_directory',
    'people_for_auditor',
    'keep_own_rights',
    'rows_of_staff',
    'inbox',
    'sign_in',
    'guessing',
    'sessions',
    'second_factor',
    'rights',
    'invites',
    'rows_for_owner',
    'grants',
  ],
};
