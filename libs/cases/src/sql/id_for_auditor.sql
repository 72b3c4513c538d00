-- The auditor reaches no case (rows_in_reach.sql), and the access log speaks of cases by id. This is the one thing that an auditor
-- learns of a case: which id stands behind a reference that they were given. For anybody else it answers nothing.
create or replace function cases.id_for_auditor(reference text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from cases.case_file c
   where c.case_no = reference and (select access.my_role()) = 'AUDITOR'
$$;
comment on function cases.id_for_auditor is 'The id under which the access log speaks of a case, by its reference: for the auditor only, and nothing else of the case.';
