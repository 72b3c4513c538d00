import type { RoomSql } from '#platform';

/** What the room keeps in the database beside its tables. */
export const casesSql: RoomSql = {
  schema: 'cases',
  folder: new URL('.', import.meta.url),
  files: [
    'case_number',
    'case_fact_now',
    'state_facts',
    'restate_facts',
    'restate_changed_cases',
    'restate_changed_persons',
    'note_last_entry',
    'persons_matching',
    'record_of',
    'id_for_auditor',
    'import_work',
    'rows_in_reach',
    'rows_for_owner',
    'grants',
  ],
};
