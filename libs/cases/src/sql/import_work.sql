-- What the work on an import does while nobody is asking (src/import/import-work.service.ts): no actor is set then, so each of
-- these shows or changes only what it names.

create or replace function cases.begin_import(which uuid) returns setof cases.import
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update cases.import set rows_done = 0 where id = which and status in ('CHECKING', 'IMPORTING') returning *
$$;
comment on function cases.begin_import is 'The order of a job that begins, while it is due: who ordered it, with which session, of which file.';

create or replace function cases.note_import_progress(which uuid, done integer, total integer) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update cases.import set rows_done = least(done, total), rows_total = total
   where id = which and status in ('CHECKING', 'IMPORTING')
$$;
comment on function cases.note_import_progress is 'How far an import is, while it is due.';

create or replace function cases.fail_import(which uuid, why jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update cases.import set status = 'FAILED', failure = why, token_hash = null, finished_at = clock_timestamp()
   where id = which and status in ('CHECKING', 'IMPORTING')
$$;
comment on function cases.fail_import is 'An import that is due is given up, with the reason.';

create or replace function cases.forget_old_uploads(older_than interval) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from cases.upload u where u.at < now() - older_than
     and not exists (select from cases.import i where i.upload_id = u.id and i.status in ('CHECKING', 'IMPORTING'))
  returning u.id
$$;
comment on function cases.forget_old_uploads is 'Uploads older than that, of which no import is due, are forgotten; returns which.';
