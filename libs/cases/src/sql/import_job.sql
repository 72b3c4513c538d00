-- What the job of an import asks before anybody acts (src/import/import-work.service.ts): only the import that it names.

create or replace function cases.begin_import(which uuid) returns setof cases.import
language sql security definer set search_path = '' as $$
  update cases.import set rows_done = 0 where id = which and status in ('CHECKING', 'IMPORTING') returning *
$$;
comment on function cases.begin_import is 'The order of a job that begins, while it is due: who ordered it, with which session, of which file.';
