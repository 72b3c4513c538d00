-- Who may do what in this room's schema. All of it: whatever is not granted here, nobody has but the owner.
revoke all on all tables in schema cases from public, elchin_app, elchin_stats, elchin_audit;
revoke all on all sequences in schema cases from public, elchin_app, elchin_stats, elchin_audit;
revoke all on all functions in schema cases from public, elchin_app, elchin_stats, elchin_audit;

grant usage on schema cases to elchin_app;

grant select, insert, update on cases.person, cases.case_file to elchin_app;
-- History: what is written stays as it is.
grant select, insert on cases.timeline_entry to elchin_app;
grant select, insert, update on
  cases.detention, cases.death, cases.labour, cases.insurance, cases.crime_victim, cases.missing to elchin_app;
-- Facts are stated by triggers alone.
grant select on cases.case_fact, cases.case_fact_now to elchin_app;
-- Of a case, those who count may read its fact alone.
grant usage on schema cases to elchin_stats;
grant select on cases.case_fact to elchin_stats;
grant select, insert, delete on cases.upload, cases.import, cases.import_span to elchin_app;
grant update on cases.import to elchin_app;

-- Of the posts' numbers; a new sequence is granted where it is made (case_number.sql).
grant usage on all sequences in schema cases to elchin_app;
revoke all on sequence cases.case_fact_id_seq from elchin_app;

grant execute on function
  cases.next_case_no, cases.case_sequence, cases.case_no,
  cases.persons_matching, cases.record_of, cases.id_for_auditor,
  cases.begin_import, cases.note_import_progress, cases.fail_import, cases.forget_old_uploads
  to elchin_app;
