-- What a database of this version holds, told by PostgreSQL after all migrations: to be read, not to be run.
-- Printed by "npm run schema" and checked in CI. Everything belongs to elchin_owner where nothing else is said.
-- Sequences of case numbers are made at work (cases.case_sequence).

create role elchin_app login nosuperuser nobypassrls nocreaterole nocreatedb;
create role elchin_audit nologin nosuperuser nobypassrls nocreaterole nocreatedb;
create role elchin_door login nosuperuser nobypassrls nocreaterole nocreatedb;
create role elchin_owner nologin nosuperuser nobypassrls nocreaterole nocreatedb;
create role elchin_stats nologin nosuperuser nobypassrls nocreaterole nocreatedb;
grant elchin_audit to elchin_app with inherit f, set t;
grant elchin_stats to elchin_app with inherit f, set t;
grant set on parameter backtrace_functions to elchin_owner;

create extension btree_gin;
create extension btree_gist;
create extension pg_trgm;

-- ═══ public ═══
grant create, usage on schema public to elchin_owner;
grant usage on schema public to public;

create table public.migrations (
  id integer not null default nextval('public.migrations_id_seq'::regclass),
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);

create table public.sql_file (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint sql_file_pkey PRIMARY KEY (name)
);
comment on table public.sql_file is 'What the SQL files of the rooms were when they were last applied (sql-files.ts).';

-- ═══ graphile_worker ═══
create schema graphile_worker;
grant usage on schema graphile_worker to elchin_app;

create table graphile_worker._private_job_queues (
  id integer not null generated always as identity,
  queue_name text not null,
  locked_at timestamp with time zone,
  locked_by text,
  is_available boolean not null generated always as ((locked_at IS NULL)),
  constraint job_queues_pkey1 PRIMARY KEY (id),
  constraint job_queues_queue_name_key UNIQUE (queue_name),
  constraint job_queues_queue_name_check CHECK (length(queue_name) <= 128)
);
alter table graphile_worker._private_job_queues enable row level security;
create policy application on graphile_worker._private_job_queues for all to elchin_app using (true);
grant delete, insert, select, update on graphile_worker._private_job_queues to elchin_app;

create table graphile_worker._private_jobs (
  id bigint not null generated always as identity,
  job_queue_id integer,
  task_id integer not null,
  payload json not null default '{}'::json,
  priority smallint not null default 0,
  run_at timestamp with time zone not null default now(),
  attempts smallint not null default 0,
  max_attempts smallint not null default 25,
  last_error text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  key text,
  locked_at timestamp with time zone,
  locked_by text,
  revision integer not null default 0,
  flags jsonb,
  is_available boolean not null generated always as (((locked_at IS NULL) AND (attempts < max_attempts))),
  constraint jobs_pkey1 PRIMARY KEY (id),
  constraint jobs_key_key1 UNIQUE (key),
  constraint jobs_key_check CHECK (length(key) > 0 AND length(key) <= 512),
  constraint jobs_max_attempts_check CHECK (max_attempts >= 1)
);
CREATE INDEX jobs_main_index ON graphile_worker._private_jobs USING btree (priority, run_at) INCLUDE (id, task_id, job_queue_id) WHERE (is_available = true);
CREATE INDEX jobs_no_queue_index ON graphile_worker._private_jobs USING btree (priority, run_at) INCLUDE (id, task_id) WHERE ((is_available = true) AND (job_queue_id IS NULL));
alter table graphile_worker._private_jobs enable row level security;
create policy application on graphile_worker._private_jobs for all to elchin_app using (true);
grant delete, insert, select, update on graphile_worker._private_jobs to elchin_app;

create table graphile_worker._private_known_crontabs (
  identifier text not null,
  known_since timestamp with time zone not null,
  last_execution timestamp with time zone,
  constraint known_crontabs_pkey PRIMARY KEY (identifier)
);
alter table graphile_worker._private_known_crontabs enable row level security;

create table graphile_worker._private_tasks (
  id integer not null generated always as identity,
  identifier text not null,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_identifier_key UNIQUE (identifier),
  constraint tasks_identifier_check CHECK (length(identifier) <= 128)
);
alter table graphile_worker._private_tasks enable row level security;
create policy application on graphile_worker._private_tasks for all to elchin_app using (true);
grant insert, select on graphile_worker._private_tasks to elchin_app;

create table graphile_worker.migrations (
  id integer not null,
  ts timestamp with time zone not null default now(),
  breaking boolean not null default false,
  constraint migrations_pkey PRIMARY KEY (id)
);

create view graphile_worker.jobs as
 SELECT jobs.id,
    job_queues.queue_name,
    tasks.identifier AS task_identifier,
    jobs.priority,
    jobs.run_at,
    jobs.attempts,
    jobs.max_attempts,
    jobs.last_error,
    jobs.created_at,
    jobs.updated_at,
    jobs.key,
    jobs.locked_at,
    jobs.locked_by,
    jobs.revision,
    jobs.flags
   FROM graphile_worker._private_jobs jobs
     JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
     LEFT JOIN graphile_worker._private_job_queues job_queues ON job_queues.id = jobs.job_queue_id;

CREATE OR REPLACE FUNCTION graphile_worker.add_job(identifier text, payload json DEFAULT NULL::json, queue_name text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT NULL::integer, job_key text DEFAULT NULL::text, priority integer DEFAULT NULL::integer, flags text[] DEFAULT NULL::text[], job_key_mode text DEFAULT 'replace'::text)
 RETURNS graphile_worker._private_jobs
 LANGUAGE plpgsql
AS $function$
declare
  v_job "graphile_worker"._private_jobs;
begin
  if (job_key is null or job_key_mode is null or job_key_mode in ('replace', 'preserve_run_at')) then
    select * into v_job
    from "graphile_worker".add_jobs(
      ARRAY[(
        identifier,
        payload,
        queue_name,
        run_at,
        max_attempts::smallint,
        job_key,
        priority::smallint,
        flags
      )::"graphile_worker".job_spec],
      (job_key_mode = 'preserve_run_at')
    )
    limit 1;
    return v_job;
  elsif job_key_mode = 'unsafe_dedupe' then
    -- Ensure all the tasks exist
    insert into "graphile_worker"._private_tasks as tasks (identifier)
    values (add_job.identifier)
    on conflict do nothing;
    -- Ensure all the queues exist
    if add_job.queue_name is not null then
      insert into "graphile_worker"._private_job_queues as job_queues (queue_name)
      values (add_job.queue_name)
      on conflict do nothing;
    end if;
    -- Insert job, but if one already exists then do nothing, even if the
    -- existing job has already started (and thus represents an out-of-date
    -- world state). This is dangerous because it means that whatever state
    -- change triggered this add_job may not be acted upon (since it happened
    -- after the existing job started executing, but no further job is being
    -- scheduled), but it is useful in very rare circumstances for
    -- de-duplication. If in doubt, DO NOT USE THIS.
    insert into "graphile_worker"._private_jobs as jobs (
      job_queue_id,
      task_id,
      payload,
      run_at,
      max_attempts,
      key,
      priority,
      flags
    )
      select
        job_queues.id,
        tasks.id,
        coalesce(add_job.payload, '{}'::json),
        coalesce(add_job.run_at, now()),
        coalesce(add_job.max_attempts::smallint, 25::smallint),
        add_job.job_key,
        coalesce(add_job.priority::smallint, 0::smallint),
        (
          select jsonb_object_agg(flag, true)
          from unnest(add_job.flags) as item(flag)
        )
      from "graphile_worker"._private_tasks as tasks
      left join "graphile_worker"._private_job_queues as job_queues
      on job_queues.queue_name = add_job.queue_name
      where tasks.identifier = add_job.identifier
    on conflict (key)
      -- Bump the updated_at so that there's something to return
      do update set
        revision = jobs.revision + 1,
        updated_at = now()
      returning *
      into v_job;
    if v_job.revision = 0 then
      perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
    end if;
    return v_job;
  else
    raise exception 'Invalid job_key_mode value, expected ''replace'', ''preserve_run_at'' or ''unsafe_dedupe''.' using errcode = 'GWBKM';
  end if;
end;
$function$;
grant execute on function graphile_worker.add_job(text,json,text,timestamp with time zone,integer,text,integer,text[],text) to elchin_app;

CREATE OR REPLACE FUNCTION graphile_worker.add_jobs(specs graphile_worker.job_spec[], job_key_preserve_run_at boolean DEFAULT false)
 RETURNS SETOF graphile_worker._private_jobs
 LANGUAGE plpgsql
AS $function$
begin
  -- Ensure all the tasks exist
  insert into "graphile_worker"._private_tasks as tasks (identifier)
  select distinct spec.identifier
  from unnest(specs) spec
  on conflict do nothing;
  -- Ensure all the queues exist
  insert into "graphile_worker"._private_job_queues as job_queues (queue_name)
  select distinct spec.queue_name
  from unnest(specs) spec
  where spec.queue_name is not null
  on conflict do nothing;
  -- Ensure any locked jobs have their key cleared - in the case of locked
  -- existing job create a new job instead as it must have already started
  -- executing (i.e. it's world state is out of date, and the fact add_job
  -- has been called again implies there's new information that needs to be
  -- acted upon).
  update "graphile_worker"._private_jobs as jobs
  set
    key = null,
    attempts = jobs.max_attempts,
    updated_at = now()
  from unnest(specs) spec
  where spec.job_key is not null
  and jobs.key = spec.job_key
  and is_available is not true;

  -- WARNING: this count is not 100% accurate; 'on conflict' clause will cause it to be an overestimate
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":' || array_length(specs, 1)::text || '}');

  -- TODO: is there a risk that a conflict could occur depending on the
  -- isolation level?
  return query insert into "graphile_worker"._private_jobs as jobs (
    job_queue_id,
    task_id,
    payload,
    run_at,
    max_attempts,
    key,
    priority,
    flags
  )
    select
      job_queues.id,
      tasks.id,
      coalesce(spec.payload, '{}'::json),
      coalesce(spec.run_at, now()),
      coalesce(spec.max_attempts, 25),
      spec.job_key,
      coalesce(spec.priority, 0),
      (
        select jsonb_object_agg(flag, true)
        from unnest(spec.flags) as item(flag)
      )
    from unnest(specs) spec
    inner join "graphile_worker"._private_tasks as tasks
    on tasks.identifier = spec.identifier
    left join "graphile_worker"._private_job_queues as job_queues
    on job_queues.queue_name = spec.queue_name
  on conflict (key) do update set
    job_queue_id = excluded.job_queue_id,
    task_id = excluded.task_id,
    payload =
      case
      when json_typeof(jobs.payload) = 'array' and json_typeof(excluded.payload) = 'array' then
        (jobs.payload::jsonb || excluded.payload::jsonb)::json
      else
        excluded.payload
      end,
    max_attempts = excluded.max_attempts,
    run_at = (case
      when job_key_preserve_run_at is true and jobs.attempts = 0 then jobs.run_at
      else excluded.run_at
    end),
    priority = excluded.priority,
    revision = jobs.revision + 1,
    flags = excluded.flags,
    -- always reset error/retry state
    attempts = 0,
    last_error = null,
    updated_at = now()
  where jobs.locked_at is null
  returning *;
end;
$function$;
grant execute on function graphile_worker.add_jobs(graphile_worker.job_spec[],boolean) to elchin_app;

CREATE OR REPLACE FUNCTION graphile_worker.complete_jobs(job_ids bigint[])
 RETURNS SETOF graphile_worker._private_jobs
 LANGUAGE sql
AS $function$
  delete from "graphile_worker"._private_jobs as jobs
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < now() - interval '4 hours'
    )
    returning *;
$function$;

CREATE OR REPLACE FUNCTION graphile_worker.force_unlock_workers(worker_ids text[])
 RETURNS void
 LANGUAGE sql
AS $function$
update "graphile_worker"._private_jobs as jobs
set locked_at = null, locked_by = null
where locked_by = any(worker_ids);
update "graphile_worker"._private_job_queues as job_queues
set locked_at = null, locked_by = null
where locked_by = any(worker_ids);
$function$;

CREATE OR REPLACE FUNCTION graphile_worker.permanently_fail_jobs(job_ids bigint[], error_message text DEFAULT NULL::text)
 RETURNS SETOF graphile_worker._private_jobs
 LANGUAGE sql
AS $function$
  update "graphile_worker"._private_jobs as jobs
    set
      last_error = coalesce(error_message, 'Manually marked as failed'),
      attempts = max_attempts,
      updated_at = now()
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
    returning *;
$function$;

CREATE OR REPLACE FUNCTION graphile_worker.remove_job(job_key text)
 RETURNS graphile_worker._private_jobs
 LANGUAGE plpgsql
 STRICT
AS $function$
declare
  v_job "graphile_worker"._private_jobs;
begin
  -- Delete job if not locked
  delete from "graphile_worker"._private_jobs as jobs
    where key = job_key
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
  returning * into v_job;
  if not (v_job is null) then
    perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":-1}');
    return v_job;
  end if;
  -- Otherwise prevent job from retrying, and clear the key
  update "graphile_worker"._private_jobs as jobs
  set
    key = null,
    attempts = jobs.max_attempts,
    updated_at = now()
  where key = job_key
  returning * into v_job;
  return v_job;
end;
$function$;

CREATE OR REPLACE FUNCTION graphile_worker.reschedule_jobs(job_ids bigint[], run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, priority integer DEFAULT NULL::integer, attempts integer DEFAULT NULL::integer, max_attempts integer DEFAULT NULL::integer)
 RETURNS SETOF graphile_worker._private_jobs
 LANGUAGE sql
AS $function$
  update "graphile_worker"._private_jobs as jobs
    set
      run_at = coalesce(reschedule_jobs.run_at, jobs.run_at),
      priority = coalesce(reschedule_jobs.priority::smallint, jobs.priority),
      attempts = coalesce(reschedule_jobs.attempts::smallint, jobs.attempts),
      max_attempts = coalesce(reschedule_jobs.max_attempts::smallint, jobs.max_attempts),
      updated_at = now()
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
    returning *;
$function$;

-- ═══ reference ═══
create schema reference;
grant usage on schema reference to elchin_app;

create table reference.code_item (
  list text not null,
  code text not null,
  parent text,
  label_en text not null,
  label_mn text not null,
  sort integer not null,
  valid_from date not null,
  valid_to date,
  attributes jsonb not null,
  constraint code_item_pkey PRIMARY KEY (list, code),
  constraint code_item_list_fkey FOREIGN KEY (list) REFERENCES reference.code_list(name),
  constraint code_item_list_parent_fkey FOREIGN KEY (list, parent) REFERENCES reference.code_item(list, code)
);
comment on table reference.code_item is 'Items of the code lists; nothing is deleted, what is withdrawn gets an end';
comment on column reference.code_item.attributes is 'causeList: list of the causes of a case type; caseType: type of an outcome; labelMn: unofficial or unconfirmed wording';
grant select on reference.code_item to elchin_app;

create table reference.code_list (
  name text not null,
  version text not null,
  source text not null,
  note text,
  constraint code_list_pkey PRIMARY KEY (name),
  constraint code_list_name_check CHECK (name ~ '^[A-Z0-9_]+$'::text)
);
comment on table reference.code_list is 'Versioned code lists';
grant select on reference.code_list to elchin_app;

create table reference.country (
  code character(2) not null,
  alpha3 text not null,
  "numeric" text,
  label_en text not null,
  label_mn text not null,
  valid_from date,
  valid_to date,
  note text,
  constraint country_pkey PRIMARY KEY (code),
  constraint country_alpha3_key UNIQUE (alpha3)
);
comment on table reference.country is 'ISO 3166-1, with AN (withdrawn 2010-12-15) and XZ (international waters)';
comment on column reference.country.valid_to is 'First day on which the code no longer holds';
grant select on reference.country to elchin_app;

create table reference.data_version (
  sha256 text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint data_version_pkey PRIMARY KEY (loaded_at, sha256)
);
comment on table reference.data_version is 'Which state of the data files was loaded when; the last row is in force';
grant select on reference.data_version to elchin_app;

create table reference.mission (
  id text not null,
  kind text not null,
  city_en text not null,
  city_mn text not null,
  label_en text not null,
  label_mn text not null,
  country character(2) not null,
  time_zone text not null,
  staff_limit integer,
  confidence text not null,
  note text,
  source text not null,
  valid_from date,
  valid_to date,
  constraint mission_pkey PRIMARY KEY (id),
  constraint mission_confidence_check CHECK (confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])),
  constraint mission_id_check CHECK (id ~ '^[A-Z]{3}$'::text),
  constraint mission_kind_check CHECK (kind = ANY (ARRAY['embassy'::text, 'permanent_mission'::text, 'consulate_general'::text, 'consulate'::text, 'ministry'::text])),
  constraint mission_staff_limit_check CHECK (staff_limit > 0),
  constraint mission_country_fkey FOREIGN KEY (country) REFERENCES reference.country(code)
);
comment on table reference.mission is 'Missions abroad, and the consular department in Ulaanbaatar (ULN)';
comment on column reference.mission.id is 'IATA code of the city; prefix of the references of its cases';
comment on column reference.mission.staff_limit is 'Persons, by the government resolution';
grant select on reference.mission to elchin_app;

create table reference.mission_district (
  country character(2) not null,
  mission_id text not null,
  basis text not null,
  confidence text not null,
  valid_from date not null,
  valid_to date,
  note text,
  source text not null,
  constraint mission_district_pkey PRIMARY KEY (country, mission_id, valid_from),
  constraint one_mission_at_a_time EXCLUDE USING gist (country WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint mission_district_basis_check CHECK (basis = ANY (ARRAY['RESIDENCE'::text, 'DISTRICT'::text, 'SIDE'::text, 'TERRITORY'::text])),
  constraint mission_district_confidence_check CHECK (confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])),
  constraint mission_district_country_fkey FOREIGN KEY (country) REFERENCES reference.country(code),
  constraint mission_district_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES reference.mission(id)
);
comment on table reference.mission_district is 'Which mission takes the cases of a country; none: the consular department';
comment on column reference.mission_district.basis is 'RESIDENCE it stands there, DISTRICT its consular district, SIDE accredited from elsewhere, TERRITORY of its State';
comment on column reference.mission_district.valid_to is 'First day on which it no longer holds';
grant select on reference.mission_district to elchin_app;

create table reference.population_abroad (
  country text not null,
  year integer not null,
  as_of text not null,
  n integer not null,
  definition text not null,
  source text not null,
  confidence text not null,
  note text,
  constraint population_abroad_pkey PRIMARY KEY (country, as_of, definition),
  constraint population_abroad_confidence_check CHECK (confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])),
  constraint population_abroad_n_check CHECK (n >= 0)
);
comment on table reference.population_abroad is 'Citizens abroad; definitions differ and are never mixed in one series';
comment on column reference.population_abroad.country is 'ISO alpha-2, ZZ other countries, _T all';
grant select on reference.population_abroad to elchin_app;

create table reference.published_figure (
  year integer not null,
  period text not null,
  measure text not null,
  country text not null,
  value integer not null,
  components text,
  source text not null,
  confidence text not null,
  note text,
  constraint published_figure_pkey PRIMARY KEY (year, period, measure, country),
  constraint published_figure_confidence_check CHECK (confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])),
  constraint published_figure_value_check CHECK (value >= 0)
);
comment on table reference.published_figure is 'Figures that others published, as they published them, to check ours against';
grant select on reference.published_figure to elchin_app;

-- ═══ access ═══
create schema access;
grant usage on schema access to elchin_app;
grant usage on schema access to elchin_audit;
grant usage on schema access to elchin_door;

create table access.draft_key (
  staff_id uuid not null,
  key bytea not null,
  made_at timestamp with time zone not null default now(),
  constraint draft_key_pkey PRIMARY KEY (staff_id),
  constraint draft_key_key_check CHECK (octet_length(key) = 32),
  constraint draft_key_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
alter table access.draft_key enable row level security;
alter table access.draft_key force row level security;
create policy draft_key_made on access.draft_key for insert to public with check ((staff_id = ( SELECT access.acting() AS acting)));
create policy draft_key_seen on access.draft_key for select to public using ((staff_id = ( SELECT access.acting() AS acting)));
comment on policy draft_key_seen on access.draft_key is 'Only that person, and only with a session: not the administrator, not the tables'' owner.';
comment on table access.draft_key is 'The key of what a person has half-written on their devices: the drafts lie there, the key here, and each is worth nothing alone.';
grant insert, select on access.draft_key to elchin_app;

create table access.factor (
  staff_id uuid not null,
  secret bytea not null,
  made_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  tries integer not null default 0,
  tried_at timestamp with time zone not null default now(),
  constraint factor_pkey PRIMARY KEY (staff_id),
  constraint factor_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
alter table access.factor enable row level security;
alter table access.factor force row level security;
create policy owner_adds on access.factor for insert to elchin_owner with check (true);
create policy owner_changes on access.factor for update to elchin_owner using (true);
create policy owner_ends on access.factor for delete to elchin_owner using (true);
create policy owner_reads on access.factor for select to elchin_owner using (true);
comment on table access.factor is 'One-time codes (RFC 6238). The secret is sealed under a key outside the database, bound to this row.';
comment on column access.factor.last_step is 'The step of the last code taken: none is taken twice, nor an older one after it.';

create table access.invite (
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  token_hash bytea not null,
  made_by uuid,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '72:00:00'::interval),
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint invite_pkey PRIMARY KEY (id),
  constraint invite_token_hash_key UNIQUE (token_hash),
  constraint invite_token_hash_check CHECK (octet_length(token_hash) = 32),
  constraint invite_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.staff(id),
  constraint invite_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
CREATE UNIQUE INDEX invite_open ON access.invite USING btree (staff_id) WHERE ((used_at IS NULL) AND (ended_at IS NULL));
alter table access.invite enable row level security;
alter table access.invite force row level security;
create policy invite_seen on access.invite for select to public using ((( SELECT access.my_role() AS my_role) = 'ADMINISTRATOR'::text));
create policy owner_adds on access.invite for insert to elchin_owner with check (true);
create policy owner_changes on access.invite for update to elchin_owner using (true);
create policy owner_reads on access.invite for select to elchin_owner using (true);
comment on table access.invite is 'One-time links, each for one person, who chooses a password behind it. Only the SHA-256 of the token is kept.';
comment on column access.invite.made_by is 'The administrator who handed it over; null for an operator.';

create table access.known_device (
  token_hash bytea not null,
  staff_id uuid not null,
  made_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  constraint known_device_pkey PRIMARY KEY (token_hash, staff_id),
  constraint known_device_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
CREATE INDEX known_device_staff ON access.known_device USING btree (staff_id);
alter table access.known_device enable row level security;
alter table access.known_device force row level security;
create policy owner_adds on access.known_device for insert to elchin_owner with check (true);
create policy owner_changes on access.known_device for update to elchin_owner using (true);
create policy owner_ends on access.known_device for delete to elchin_owner using (true);
create policy owner_reads on access.known_device for select to elchin_owner using (true);
comment on table access.known_device is 'Devices where somebody was let in and said that it is theirs. Only the SHA-256 of a random token.';

create table access.log (
  id uuid not null default uuidv7(),
  at timestamp with time zone not null default clock_timestamp(),
  staff_id uuid,
  role text,
  mission_id text,
  operation text not null,
  subject_id uuid,
  shown uuid[],
  refused text,
  detail jsonb,
  xid xid8 not null default pg_current_xact_id(),
  constraint log_pkey PRIMARY KEY (id)
);
CREATE INDEX log_at ON access.log USING btree (at DESC, id DESC);
CREATE INDEX log_operation ON access.log USING btree (operation, at DESC);
CREATE INDEX log_shown ON access.log USING gin (shown) WITH (gin_pending_list_limit='16384');
CREATE INDEX log_staff ON access.log USING btree (staff_id, at DESC);
CREATE INDEX log_subject ON access.log USING btree (subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX log_xid ON access.log USING btree (xid, id);
alter table access.log enable row level security;
alter table access.log force row level security;
create policy log_read on access.log for select to public using ((( SELECT access.my_role() AS my_role) = ANY (ARRAY['AUDITOR'::text, 'OPERATOR'::text])));
create policy log_sealed on access.log for select to elchin_owner using (true);
comment on policy log_sealed on access.log is 'The sealer reads what it chains. Nobody signs in as elchin_owner.';
create policy log_write on access.log for insert to public with check ((NOT (staff_id IS DISTINCT FROM ( SELECT access.acting() AS acting))));
comment on policy log_write on access.log is 'Nobody writes the log in another person''s name.';
comment on table access.log is 'Who did or read what. Insert only: the application can neither change nor delete a row.';
comment on column access.log.subject_id is 'The row asked for or acted on. Ids only, never names.';
comment on column access.log.shown is 'Rows that a list or a search showed. Ids only.';
comment on column access.log.refused is 'Codes of why it was not done; null when it was.';
comment on column access.log.detail is 'Way and network of a sign-in, rights before and after. Codes, numbers, ids and networks; nothing of a case.';
comment on column access.log.xid is 'The transaction that wrote the row: the sealer takes rows in this order, once every older one is over.';
grant select on access.log to elchin_app;
grant select on access.log to elchin_audit;

create table access.log_checkpoint (
  number bigint not null,
  body text not null,
  signature bytea not null,
  constraint log_checkpoint_pkey PRIMARY KEY (number),
  constraint log_checkpoint_number_check CHECK (number > 0)
);
alter table access.log_checkpoint enable row level security;
alter table access.log_checkpoint force row level security;
create policy log_checkpoint_read on access.log_checkpoint for select to public using (true);
create policy owner_adds on access.log_checkpoint for insert to elchin_owner with check (true);
create policy owner_reads on access.log_checkpoint for select to elchin_owner using (true);
comment on table access.log_checkpoint is 'Signed Merkle roots over the links since the one before. Their copies lie in a folder elsewhere.';
grant select on access.log_checkpoint to elchin_app;
grant select on access.log_checkpoint to elchin_audit;

create table access.log_horizon (
  single boolean not null default true,
  before xid8 not null,
  constraint log_horizon_pkey PRIMARY KEY (single),
  constraint log_horizon_single_check CHECK (single)
);
comment on table access.log_horizon is 'Rows of transactions below it are all in the chain; one that is not was put in afterwards.';
grant select on access.log_horizon to elchin_app;
grant select on access.log_horizon to elchin_audit;

create table access.log_link (
  n bigint not null,
  log_id uuid not null,
  hash bytea not null,
  constraint log_link_pkey PRIMARY KEY (n),
  constraint log_link_log_id_key UNIQUE (log_id),
  constraint log_link_hash_check CHECK (octet_length(hash) = 32),
  constraint log_link_n_check CHECK (n > 0)
);
alter table access.log_link enable row level security;
alter table access.log_link force row level security;
create policy log_link_read on access.log_link for select to public using (true);
comment on policy log_link_read on access.log_link is 'Ids of log rows and hashes: they say nothing of anybody.';
create policy owner_adds on access.log_link for insert to elchin_owner with check (true);
create policy owner_reads on access.log_link for select to elchin_owner using (true);
comment on table access.log_link is 'The chain over access.log: SHA-256 of the link before and of the row''s content. Written by access.seal_log alone.';
grant select on access.log_link to elchin_app;
grant select on access.log_link to elchin_audit;

create table access.notice (
  id uuid not null default uuidv7(),
  at timestamp with time zone not null default clock_timestamp(),
  code text not null,
  params jsonb not null default '{}'::jsonb,
  subject_kind text,
  subject_id uuid,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_check CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
  constraint notice_code_check CHECK (code ~ '^[A-Z][A-Z_]{2,60}$'::text),
  constraint notice_params_check CHECK (jsonb_typeof(params) = 'object'::text),
  constraint notice_subject_kind_check CHECK (subject_kind ~ '^[A-Z][A-Z_]{1,30}$'::text)
);
alter table access.notice enable row level security;
alter table access.notice force row level security;
create policy notice_told on access.notice for select to public using ((EXISTS ( SELECT
   FROM access.notice_reader r
  WHERE ((r.notice_id = notice.id) AND (r.staff_id = ( SELECT access.acting() AS acting))))));
create policy owner_adds on access.notice for insert to elchin_owner with check (true);
create policy owner_reads on access.notice for select to elchin_owner using (true);
comment on table access.notice is 'What was told: a code with parameters, put into words for each reader. References and numbers only, never names. Insert only, through access.tell.';
comment on column access.notice.subject_id is 'What it is about, for a link: the reader''s own rights decide whether it opens.';
grant select on access.notice to elchin_app;

create table access.notice_reader (
  staff_id uuid not null,
  notice_id uuid not null,
  read_at timestamp with time zone,
  constraint notice_reader_pkey PRIMARY KEY (staff_id, notice_id),
  constraint notice_reader_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES access.notice(id),
  constraint notice_reader_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
CREATE INDEX notice_unread ON access.notice_reader USING btree (staff_id) WHERE (read_at IS NULL);
alter table access.notice_reader enable row level security;
alter table access.notice_reader force row level security;
create policy notice_marked on access.notice_reader for update to public using (((staff_id = ( SELECT access.acting() AS acting)) AND (read_at IS NULL))) with check (((staff_id = ( SELECT access.acting() AS acting)) AND (read_at IS NOT NULL)));
comment on policy notice_marked on access.notice_reader is 'Read once, by oneself, and never unread again.';
create policy notice_mine on access.notice_reader for select to public using ((staff_id = ( SELECT access.acting() AS acting)));
create policy owner_adds on access.notice_reader for insert to elchin_owner with check (true);
create policy owner_reads on access.notice_reader for select to elchin_owner using (true);
comment on table access.notice_reader is 'Whom a notice addresses, settled when it was told, and when they read it. Ids of notices are in order of time.';
grant select on access.notice_reader to elchin_app;

create table access.recovery_code (
  staff_id uuid not null,
  hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (staff_id, hash),
  constraint recovery_code_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
alter table access.recovery_code enable row level security;
alter table access.recovery_code force row level security;
create policy owner_adds on access.recovery_code for insert to elchin_owner with check (true);
create policy owner_changes on access.recovery_code for update to elchin_owner using (true);
create policy owner_ends on access.recovery_code for delete to elchin_owner using (true);
create policy owner_reads on access.recovery_code for select to elchin_owner using (true);
comment on table access.recovery_code is 'Codes for when the telephone is lost, each for one sign-in. Only keyed hashes.';

create table access.rights_request (
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  reset boolean not null,
  was_role text not null,
  was_mission_id text,
  was_active boolean not null,
  from_version integer not null,
  role text not null,
  mission_id text,
  active boolean not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '7 days'::interval),
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  link_made_at timestamp with time zone,
  constraint rights_request_pkey PRIMARY KEY (id),
  constraint rights_request_check CHECK ((decision IS NULL) = (decided_at IS NULL)),
  constraint rights_request_check1 CHECK (asked_by <> staff_id),
  constraint rights_request_check2 CHECK (decision IS DISTINCT FROM 'APPROVED'::text OR decided_by <> asked_by AND decided_by <> staff_id),
  constraint rights_request_decision_check CHECK (decision = ANY (ARRAY['APPROVED'::text, 'REFUSED'::text, 'REPLACED'::text])),
  constraint rights_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.staff(id),
  constraint rights_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.staff(id),
  constraint rights_request_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES reference.mission(id),
  constraint rights_request_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
CREATE INDEX rights_request_asked ON access.rights_request USING btree (asked_at DESC);
CREATE UNIQUE INDEX rights_request_open ON access.rights_request USING btree (staff_id) WHERE (decision IS NULL);
alter table access.rights_request enable row level security;
alter table access.rights_request force row level security;
create policy owner_adds on access.rights_request for insert to elchin_owner with check (true);
create policy owner_changes on access.rights_request for update to elchin_owner using (true);
create policy owner_reads on access.rights_request for select to elchin_owner using (true);
create policy rights_request_seen on access.rights_request for select to public using (( SELECT access.approves_rights(access.my_role()) AS approves_rights));
comment on table access.rights_request is 'Rights that one person asks for another, and a second person approves or refuses. Written through functions only; kept as history.';
comment on column access.rights_request.reset is 'Asks for a new link to choose a password; rights stay as they are.';
comment on column access.rights_request.from_version is 'Of the person when it was asked: who was changed meanwhile is asked for anew.';
comment on column access.rights_request.link_made_at is 'An approved entry or reset allows one link.';
grant select on access.rights_request to elchin_app;

create table access.seal_mark (
  one boolean not null default true,
  mark bytea not null,
  constraint seal_mark_pkey PRIMARY KEY (one),
  constraint seal_mark_one_check CHECK (one)
);
comment on table access.seal_mark is 'By what the secret outside the database is known again: another one is a start error.';

create table access.session (
  token_hash bytea not null,
  staff_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  id uuid not null default uuidv7(),
  device text,
  network cidr,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_id UNIQUE (id),
  constraint session_kind_check CHECK (kind = ANY (ARRAY['BROWSER'::text, 'API'::text])),
  constraint session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES access.staff(id)
);
CREATE INDEX session_expiry ON access.session USING btree (expires_at);
CREATE INDEX session_staff ON access.session USING btree (staff_id);
alter table access.session enable row level security;
alter table access.session force row level security;
create policy owner_adds on access.session for insert to elchin_owner with check (true);
create policy owner_changes on access.session for update to elchin_owner using (true);
create policy owner_ends on access.session for delete to elchin_owner using (true);
create policy owner_reads on access.session for select to elchin_owner using (true);
comment on table access.session is 'Live sign-ins. Only the SHA-256 of the token is kept: a copy of this table signs nobody in.';
comment on column access.session.device is 'What it was opened with, in a word for its owner: from the user agent.';
comment on column access.session.network is 'Where from, cut to /24 or /48.';

create table access.sign_in_try (
  id uuid not null default uuidv7(),
  at timestamp with time zone not null,
  name text not null,
  device text,
  address text,
  network text,
  constraint sign_in_try_pkey PRIMARY KEY (id),
  constraint sign_in_try_check CHECK ((device IS NULL) = (address IS NOT NULL) AND (device IS NULL) = (network IS NOT NULL))
);
CREATE INDEX sign_in_try_address ON access.sign_in_try USING btree (address, at) WHERE (address IS NOT NULL);
CREATE INDEX sign_in_try_at ON access.sign_in_try USING btree (at);
CREATE INDEX sign_in_try_name ON access.sign_in_try USING btree (name, at);
CREATE INDEX sign_in_try_network ON access.sign_in_try USING btree (network, at) WHERE (network IS NOT NULL);
alter table access.sign_in_try enable row level security;
alter table access.sign_in_try force row level security;
create policy owner_adds on access.sign_in_try for insert to elchin_owner with check (true);
create policy owner_ends on access.sign_in_try for delete to elchin_owner using (true);
create policy owner_reads on access.sign_in_try for select to elchin_owner using (true);
comment on table access.sign_in_try is 'Wrong tries to sign in, against guessing (keyed hashes of name, device, address and network). Forgotten after a day.';

create table access.staff (
  id uuid not null default uuidv7(),
  email text not null,
  name text not null,
  role text not null,
  mission_id text,
  password_hash text not null default 'none: not given yet'::text,
  language text not null default 'mn'::text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  last_sign_in_at timestamp with time zone,
  previous_sign_in_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_email_key UNIQUE (email),
  constraint staff_email_check CHECK (email = lower(email)),
  constraint staff_language_check CHECK (language = ANY (ARRAY['mn'::text, 'en'::text])),
  constraint staff_role_check CHECK (role ~ '^[A-Z_]{1,40}$'::text),
  constraint staff_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES reference.mission(id)
);
alter table access.staff enable row level security;
alter table access.staff force row level security;
create policy owner_adds on access.staff for insert to elchin_owner with check (true);
create policy owner_changes on access.staff for update to elchin_owner using (true);
create policy owner_reads on access.staff for select to elchin_owner using (true);
create policy staff_changed on access.staff for update to public using ((id = ( SELECT access.acting() AS acting)));
create policy staff_seen on access.staff for select to public using (((id = ( SELECT access.acting() AS acting)) OR (( SELECT access.my_role() AS my_role) = 'ADMINISTRATOR'::text)));
comment on policy staff_seen on access.staff is 'A person sees their own row, the administrator all, nobody none. Names beside acts come from access.staff_directory.';
CREATE TRIGGER keep_own_rights BEFORE UPDATE ON access.staff FOR EACH ROW EXECUTE FUNCTION access.keep_own_rights();
CREATE TRIGGER rights_in_log AFTER INSERT OR UPDATE ON access.staff FOR EACH ROW EXECUTE FUNCTION access.log_rights();
comment on table access.staff is 'People who may sign in. Never deleted: the log refers to them.';
comment on column access.staff.mission_id is 'The post they act for; null for those who act for none.';

create view access.staff_directory as
 SELECT id,
    name
   FROM access.staff;
comment on view access.staff_directory is 'Names beside acts, for everybody who may see the act.';
grant select on access.staff_directory to elchin_app;
grant select on access.staff_directory to elchin_audit;

CREATE OR REPLACE FUNCTION access.acting()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN starts_with(current_setting('backtrace_functions'::text), 'elchin,'::text) THEN (split_part(current_setting('backtrace_functions'::text), ','::text, 2))::uuid ELSE NULL::uuid END;
comment on function access.acting() is 'Who acts in this transaction, by access.enter; null before anybody is known (signing in, sweeping).';
grant execute on function access.acting() to elchin_app;
grant execute on function access.acting() to elchin_audit;
grant execute on function access.acting() to elchin_stats;

CREATE OR REPLACE FUNCTION access.add_log_checkpoint(number bigint, body text, signature bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('elchin access log checkpoint'));
  if add_log_checkpoint.number <> (select coalesce(max(c.number), 0) + 1 from access.log_checkpoint c) then
    return false;
  end if;
  insert into access.log_checkpoint (number, body, signature) values (add_log_checkpoint.number, add_log_checkpoint.body, add_log_checkpoint.signature);
  return true;
end $function$;
comment on function access.add_log_checkpoint(bigint,text,bytea) is 'Keeps the next signed checkpoint; false when another process was first.';
grant execute on function access.add_log_checkpoint(bigint,text,bytea) to elchin_app;

CREATE OR REPLACE FUNCTION access.approves_rights(role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (role = ANY (ARRAY['ADMINISTRATOR'::text, 'HEAD_OF_DEPARTMENT'::text]));
comment on function access.approves_rights(text) is 'Whether a role may be the second person where rights are given; its twin in code is the permission rights.approve.';
grant execute on function access.approves_rights(text) to elchin_app;

CREATE OR REPLACE FUNCTION access.ask_rights(whom uuid, as_role text, at_mission text, is_active boolean, reset boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  s access.staff;
  asked uuid;
begin
  perform access.must_administer();
  select * into s from access.staff st where st.id = whom for update;
  update access.rights_request set decision = 'REPLACED', decided_by = access.acting(), decided_at = now()
   where staff_id = whom and decision is null;
  insert into access.rights_request (staff_id, reset, was_role, was_mission_id, was_active, from_version, role, mission_id, active, asked_by)
  values (whom, ask_rights.reset, s.role, s.mission_id, s.active, s.version, as_role, at_mission, is_active, access.acting())
  returning id into asked;
  perform access.tell('RIGHTS_ASKED', '{}', 'RIGHTS', asked, null, r, null)
     from unnest(array['ADMINISTRATOR', 'HEAD_OF_DEPARTMENT']) r;
  return asked;
end $function$;
comment on function access.ask_rights(uuid,text,text,boolean,boolean) is 'Asks for somebody''s rights, or (reset) for a new link; in place of what was asked for them before. Tells those who may approve.';
grant execute on function access.ask_rights(uuid,text,text,boolean,boolean) to elchin_app;

CREATE OR REPLACE FUNCTION access.begin_factor(token bytea, secret bytea, mark bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.seal_mark (mark) values (begin_factor.mark) on conflict do nothing;
  insert into access.factor as f (staff_id, secret) select k.id, begin_factor.secret from access.known_by_session(token) k
  on conflict (staff_id) do update set secret = begin_factor.secret, made_at = now() where f.confirmed_at is null;
  return found;
end $function$;
comment on function access.begin_factor(bytea,bytea,bytea) is 'Keeps a secret that counts for nothing until a code of it is shown. False: there is one in use.';
grant execute on function access.begin_factor(bytea,bytea,bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.change_password(token bytea, compared text, chosen text, device bytea, name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  s access.staff;
begin
  update access.staff st set password_hash = chosen
    from access.session se
   where se.token_hash = token and se.staff_id = st.id and st.active and st.password_hash = compared
     and access.session_is_live(se.expires_at, se.last_seen_at)
  returning st.* into s;
  if not found then return false; end if;
  delete from access.session se where se.staff_id = s.id and se.token_hash <> token;
  delete from access.known_device d where d.staff_id = s.id and d.token_hash is distinct from device;
  delete from access.sign_in_try t where t.name = change_password.name;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.password');
  return true;
end $function$;
comment on function access.change_password(bytea,text,text,bytea,text) is 'Somebody''s own new password, in place of the one that was compared: their other sessions end, and other devices are strangers again. False: the session is over, or the password another by now.';
grant execute on function access.change_password(bytea,text,text,bytea,text) to elchin_door;

CREATE OR REPLACE FUNCTION access.change_staff(whom uuid, called text, as_role text, at_mission text, is_active boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  s access.staff;
  moved boolean;
begin
  perform access.must_administer();
  select * into s from access.staff st where st.id = whom for update;
  moved := (as_role, at_mission) is distinct from (s.role, s.mission_id);
  if (access.is_guarded(s.role) or access.is_guarded(as_role)) and (moved or (is_active and not s.active)) then
    raise exception 'these rights take a second person' using errcode = 'EL403';
  end if;
  update access.staff set name = called, role = as_role, mission_id = at_mission, active = is_active, version = version + 1
   where id = whom;
  if moved or is_active <> s.active then
    delete from access.session where staff_id = whom;
  end if;
end $function$;
comment on function access.change_staff(uuid,text,text,text,boolean) is 'Changes a name, and rights that one person may change alone: others are asked for.';
grant execute on function access.change_staff(uuid,text,text,text,boolean) to elchin_app;

CREATE OR REPLACE FUNCTION access.confirm_factor(token bytea, step bigint, codes bytea[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare s access.staff;
begin
  update access.factor f set confirmed_at = now(), last_step = step from access.known_by_session(token) k
   where f.staff_id = k.id and f.confirmed_at is null;
  if not found then return false; end if;
  select st.* into s from access.staff st join access.known_by_session(token) k on k.id = st.id;
  delete from access.recovery_code r where r.staff_id = s.id;
  insert into access.recovery_code (staff_id, hash) select s.id, c from unnest(codes) c;
  delete from access.session se where se.staff_id = s.id and se.token_hash <> token;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.factor');
  return true;
end $function$;
comment on function access.confirm_factor(bytea,bigint,bytea[]) is 'From now on a code is asked for; sessions opened without one end.';
grant execute on function access.confirm_factor(bytea,bigint,bytea[]) to elchin_door;

CREATE OR REPLACE FUNCTION access.decide_rights(request uuid, approve boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  r access.rights_request;
  s access.staff;
begin
  if not coalesce(access.approves_rights(access.my_role()), false) then
    raise exception 'rights are approved by administrators and the head of the department' using errcode = 'EL403';
  end if;
  select * into r from access.rights_request q where q.id = request for update;
  if r.id is null then return 'NO_SUCH_REQUEST'; end if;
  if r.decision is not null then return 'REQUEST_DECIDED'; end if;
  if r.expires_at <= now() then return 'REQUEST_LAPSED'; end if;
  if r.staff_id = access.acting() then return 'OWN_RIGHTS'; end if;
  if approve and r.asked_by = access.acting() then return 'OWN_REQUEST'; end if;
  if approve then
    select * into s from access.staff st where st.id = r.staff_id for update;
    if s.version <> r.from_version then return 'REQUEST_STALE'; end if;
    if access.is_last_administrator(s.id) and not (r.role = 'ADMINISTRATOR' and r.active) then return 'LAST_ADMINISTRATOR'; end if;
    if not r.reset then
      update access.staff set role = r.role, mission_id = r.mission_id, active = r.active, version = version + 1 where id = s.id;
      delete from access.session where staff_id = s.id;
    end if;
  end if;
  update access.rights_request
     set decision = case when approve then 'APPROVED' else 'REFUSED' end, decided_by = access.acting(), decided_at = now()
   where id = request;
  perform access.tell_of_rights(r, approve);
  return null;
end $function$;
comment on function access.decide_rights(uuid,boolean) is 'The second person''s yes or no: never of who asked (their no takes it back), nor of whom it concerns. Null when it came about, else why not.';
grant execute on function access.decide_rights(uuid,boolean) to elchin_app;

CREATE OR REPLACE FUNCTION access.end_invite(whom uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' then
    raise exception 'links are ended by the administrator' using errcode = 'EL403';
  end if;
  update access.invite i set ended_at = now() where i.staff_id = whom and access.invite_is_open(i.expires_at, i.used_at, i.ended_at);
  return found;
end $function$;
comment on function access.end_invite(uuid) is 'Ends somebody''s link; the person stays as they are.';
grant execute on function access.end_invite(uuid) to elchin_app;

CREATE OR REPLACE FUNCTION access.end_own_sessions(token bytea, which uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with ended as (
    delete from access.session s
     where s.staff_id = access.acting() and s.token_hash <> end_own_sessions.token and (which is null or s.id = which) returning 1)
  select count(*)::integer from ended
$function$;
comment on function access.end_own_sessions(bytea,uuid) is 'Ends one other session of whoever acts, or (which null) all others.';
grant execute on function access.end_own_sessions(bytea,uuid) to elchin_app;

CREATE OR REPLACE FUNCTION access.end_session(token bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with ended as (
    delete from access.session s where s.token_hash = end_session.token and s.staff_id = access.acting() returning 1)
  select exists (select from ended)
$function$;
comment on function access.end_session(bytea) is 'Signs out: ends the session of whoever acts.';
grant execute on function access.end_session(bytea) to elchin_app;

CREATE OR REPLACE FUNCTION access.enter(token bytea, who uuid, as_role text, at_mission text, operation text DEFAULT NULL::text, subject uuid DEFAULT NULL::uuid, durable boolean DEFAULT true)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare s record;
begin
  -- One statement checks the session and seals the actor (acting.sql): each of its own costs as much as the other.
  select se.last_seen_at,
         set_config('backtrace_functions', concat_ws(',', 'elchin', replace(st.id::text, '-', ''), access.reach_of(st.role),
                                                     coalesce(st.mission_id, ''), st.role), true) into s
    from access.session se join access.staff st on st.id = se.staff_id
   where se.token_hash = token and st.active and access.session_is_live(se.expires_at, se.last_seen_at)
     and st.id = who and st.role = as_role and st.mission_id is not distinct from at_mission;
  if not found then
    raise exception 'session is not live' using errcode = 'EL401';
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update access.session set last_seen_at = now() where token_hash = token;
  end if;
  if operation is not null then
    perform access.write_log(enter.operation, enter.subject);
  end if;
  if not durable then
    -- Last, since the log's row is written too. What is not waited for must be a read, whatever the code says.
    perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
  end if;
end $function$;
comment on function access.enter(bytea,uuid,text,text,text,uuid,boolean) is 'First statement of every transaction for a person: the session must still be live, and its owner still hold the role and post that the guard in the code decided by. Then seals the actor that row-level security reads, and writes the row of the access log, which stands or falls with the transaction. EL401 otherwise. Not durable, for reads: the commit does not wait for the disk, and nothing after this can write.';
grant execute on function access.enter(bytea,uuid,text,text,text,uuid,boolean) to elchin_app;

CREATE OR REPLACE FUNCTION access.enter_staff(id uuid, email text, name text, role text, mission text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform access.must_administer();
  insert into access.staff (id, email, name, role, mission_id, password_hash, active)
  values (id, email, name, role, mission, 'none: not chosen yet', not access.is_guarded(role)) on conflict do nothing;
  return found;
end $function$;
comment on function access.enter_staff(uuid,text,text,text,text) is 'Enters a colleague, unless the identifier or the address is taken; one whose role takes two people may not sign in until the second has approved.';
grant execute on function access.enter_staff(uuid,text,text,text,text) to elchin_app;

CREATE OR REPLACE FUNCTION access.factor_of(who uuid)
 RETURNS TABLE(secret bytea, confirmed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select f.secret, f.confirmed_at is not null from access.factor f where f.staff_id = who
$function$;
comment on function access.factor_of(uuid) is 'The sealed secret of somebody''s one-time codes.';
grant execute on function access.factor_of(uuid) to elchin_door;

CREATE OR REPLACE FUNCTION access.factor_state(token bytea)
 RETURNS TABLE(active boolean, since timestamp with time zone, codes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select f.confirmed_at is not null, f.confirmed_at,
         (select count(*)::integer from access.recovery_code r where r.staff_id = f.staff_id and r.used_at is null)
    from access.known_by_session(token) k join access.factor f on f.staff_id = k.id
$function$;
comment on function access.factor_state(bytea) is 'Whether whoever holds this session has one-time codes, since when, and how many recovery codes are left.';
grant execute on function access.factor_state(bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.hold_staff(whom uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform access.must_administer();
  perform from access.staff s where s.id = whom for update;
end $function$;
comment on function access.hold_staff(uuid) is 'Two administrators change one person one after the other.';
grant execute on function access.hold_staff(uuid) to elchin_app;

CREATE OR REPLACE FUNCTION access.invite_is_open(expires_at timestamp with time zone, used_at timestamp with time zone, ended_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((used_at IS NULL) AND (ended_at IS NULL) AND (expires_at > now()));
comment on function access.invite_is_open(timestamp with time zone,timestamp with time zone,timestamp with time zone) is 'Whether a link still opens. The one place that says so.';
grant execute on function access.invite_is_open(timestamp with time zone,timestamp with time zone,timestamp with time zone) to elchin_app;

CREATE OR REPLACE FUNCTION access.invite_owner(hash bytea)
 RETURNS TABLE(name text, email text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.name, s.email, i.expires_at from access.invite i join access.staff s on s.id = i.staff_id
   where i.token_hash = hash and s.active and access.invite_is_open(i.expires_at, i.used_at, i.ended_at)
$function$;
comment on function access.invite_owner(bytea) is 'Whose link that is, for whoever holds it; nothing for a link that is used, ended, over or none.';
grant execute on function access.invite_owner(bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.is_guarded(role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ((access.reach_of(role) = ANY (ARRAY['MISSION'::text, 'ALL'::text])) OR access.approves_rights(role));
comment on function access.is_guarded(text) is 'Whether rights to this role take two people: it reads cases, or could be the second person itself. Its twin in code is needsSecondPerson of policy.rules.ts.';
grant execute on function access.is_guarded(text) to elchin_app;

CREATE OR REPLACE FUNCTION access.is_last_administrator(whom uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from access.staff s where s.id = whom and s.role = 'ADMINISTRATOR' and s.active) then return false; end if;
  -- Two who remove each other at the same time must not both succeed.
  perform pg_advisory_xact_lock(hashtext('access.administrators'));
  return not exists (select from access.staff s where s.id <> whom and s.role = 'ADMINISTRATOR' and s.active);
end $function$;
comment on function access.is_last_administrator(uuid) is 'Whether nobody else may enter staff; held until the transaction is over.';

CREATE OR REPLACE FUNCTION access.issue_invite(whom uuid, hash bytea, maker uuid)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ends timestamptz;
begin
  -- Held first: two links for one person are made one after the other, and the later ends the earlier.
  perform from access.staff s where s.id = whom and s.active for update;
  if not found then
    raise exception 'a link is for somebody who may sign in' using errcode = 'EL403';
  end if;
  update access.invite set ended_at = now() where staff_id = whom and used_at is null and ended_at is null;
  update access.staff set password_hash = 'none: until the link is used' where id = whom;
  delete from access.session where staff_id = whom;
  insert into access.invite (staff_id, token_hash, made_by) values (whom, hash, maker) returning expires_at into ends;
  return ends;
end $function$;
comment on function access.issue_invite(uuid,bytea,uuid) is 'A new link for somebody, which ends their former link, password and sessions. For the owner''s own functions and programs.';

CREATE OR REPLACE FUNCTION access.keep_own_rights()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.id = access.acting()
     and (new.role, new.mission_id, new.active) is distinct from (old.role, old.mission_id, old.active) then
    raise exception 'nobody changes their own rights' using errcode = 'EL403';
  end if;
  return new;
end $function$;
comment on function access.keep_own_rights() is 'The second lock behind the refusals OWN_ROLE and OWN_DEACTIVATION.';

CREATE OR REPLACE FUNCTION access.known_by_address(address text, device bytea)
 RETURNS TABLE(id uuid, role text, mission_id text, password_hash text, on_known_device boolean, has_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, s.role, s.mission_id, s.password_hash,
         exists (select from access.known_device d where d.staff_id = s.id and d.token_hash = known_by_address.device),
         exists (select from access.factor f where f.staff_id = s.id and f.confirmed_at is not null)
    from access.staff s where s.email = known_by_address.address and s.active
$function$;
comment on function access.known_by_address(text,bytea) is 'Whom a name to sign in with belongs to, with the hash to compare their password with, and whether they were here on this device before.';
grant execute on function access.known_by_address(text,bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.known_by_session(token bytea)
 RETURNS TABLE(id uuid, name text, email text, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, s.name, s.email, s.password_hash
    from access.session se join access.staff s on s.id = se.staff_id
   where se.token_hash = token and s.active and access.session_is_live(se.expires_at, se.last_seen_at)
$function$;
comment on function access.known_by_session(bytea) is 'Whose session this is, with the hash to compare their password with: for acts on one''s own ways in.';
grant execute on function access.known_by_session(bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.link_approval(whom uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT r.id
    FROM access.rights_request r
   WHERE ((r.staff_id = link_approval.whom) AND (r.decision = 'APPROVED'::text) AND (r.link_made_at IS NULL) AND (r.decided_at > (now() - '7 days'::interval)) AND (r.reset OR (r.active AND (NOT r.was_active))))
   ORDER BY r.decided_at DESC
  LIMIT 1;
END;
comment on function access.link_approval(uuid) is 'The approved entry or reset by which a link may be made for this person, once and within seven days.';
grant execute on function access.link_approval(uuid) to elchin_app;

CREATE OR REPLACE FUNCTION access.listed(operation text, shown uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform access.write_log(operation, null, coalesce(listed.shown, '{}'));
  perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
end $function$;
comment on function access.listed(text,uuid[]) is 'The same for a list or a search: called in the list''s own statement with the ids that it found, so that what was shown is what is logged.';
grant execute on function access.listed(text,uuid[]) to elchin_app;

CREATE OR REPLACE FUNCTION access.log_content(l access.log)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select convert_to(
    access.log_part('id', l.id::text)
    || access.log_part('at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || access.log_part('staff_id', l.staff_id::text) || access.log_part('role', l.role)
    || access.log_part('mission_id', l.mission_id) || access.log_part('operation', l.operation)
    || access.log_part('subject_id', l.subject_id::text) || access.log_part('shown', array_to_string(l.shown, ','))
    || access.log_part('refused', l.refused) || access.log_part('detail', l.detail::text)
    || access.log_part('xid', l.xid::text), 'UTF8')
$function$;
comment on function access.log_content(access.log) is 'What is hashed of a row of the access log.';

CREATE OR REPLACE FUNCTION access.log_failed_sign_in()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select access.write_log('signin.failed', null)
$function$;
comment on function access.log_failed_sign_in() is 'That somebody failed, not whose name they typed: it may be a password in the wrong field.';
grant execute on function access.log_failed_sign_in() to elchin_door;

CREATE OR REPLACE FUNCTION access.log_part(name text, value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when value is null then '' else name || '=' || octet_length(value) || ':' || value || E'\n' end
$function$;
comment on function access.log_part(text,text) is 'One column of a row as it is hashed: its name, its length in octets, its text. Nothing for null, so that columns to come leave old hashes as they are.';

CREATE OR REPLACE FUNCTION access.log_rights()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    -- Operators' own entries stand in the log under their own names.
    if access.acting() is not null then
      perform access.write_log('staff.rights', new.id, null, null, jsonb_build_object('old', null, 'new', jsonb_build_object(
        'role', new.role, 'mission', new.mission_id, 'active', new.active)));
    end if;
  elsif (old.role, old.mission_id, old.active) is distinct from (new.role, new.mission_id, new.active) then
    perform access.write_log('staff.rights', new.id, null, null, jsonb_build_object(
      'old', jsonb_build_object('role', old.role, 'mission', old.mission_id, 'active', old.active),
      'new', jsonb_build_object('role', new.role, 'mission', new.mission_id, 'active', new.active)));
  end if;
  return null;
end $function$;
comment on function access.log_rights() is 'Writes role, post and account of a person before and after into the access log.';

CREATE OR REPLACE FUNCTION access.log_showing(subject uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select l.id from access.log l where l.shown @> array[subject] and (select access.my_role()) = 'AUDITOR'
$function$;
comment on function access.log_showing(uuid) is 'Entries of lists and searches that showed this row: for the auditor only.';
grant execute on function access.log_showing(uuid) to elchin_app;
grant execute on function access.log_showing(uuid) to elchin_audit;

CREATE OR REPLACE FUNCTION access.looked_at(operation text, subject uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if operation is not null then
    perform access.write_log(operation, subject);
  end if;
  perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
end $function$;
comment on function access.looked_at(text,uuid) is 'Second statement of a read whose row is known by another key than its id: the id is found under the row-level security that access.enter has just set, so what is out of reach is logged as nothing. From here on nothing can write, and the commit does not wait for the disk, as with access.enter itself.';
grant execute on function access.looked_at(text,uuid) to elchin_app;

CREATE OR REPLACE FUNCTION access.make_invite(whom uuid, hash bytea)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  approved uuid;
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' or whom = access.acting() then
    raise exception 'links are made by the administrator, for others' using errcode = 'EL403';
  end if;
  if exists (select from access.staff s where s.id = whom and access.is_guarded(s.role)) then
    update access.rights_request set link_made_at = now()
     where id = access.link_approval(whom) and link_made_at is null returning id into approved;
    if approved is null then
      raise exception 'a link for this person takes a second person' using errcode = 'EL403';
    end if;
  end if;
  return access.issue_invite(whom, hash, access.acting());
end $function$;
comment on function access.make_invite(uuid,bytea) is 'The administrator''s way to a link for somebody else; where the person''s role takes two people, by an approval, once.';
grant execute on function access.make_invite(uuid,bytea) to elchin_app;

CREATE OR REPLACE FUNCTION access.must_administer()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' then
    raise exception 'staff are entered and changed by the administrator' using errcode = 'EL403';
  end if;
end $function$;
comment on function access.must_administer() is 'Ends the statement unless an administrator acts.';

CREATE OR REPLACE FUNCTION access.my_mission()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(split_part(current_setting('backtrace_functions'::text), ','::text, 4), ''::text);
comment on function access.my_mission() is 'The post of whoever acts; null for those who act for none, and without an actor.';
grant execute on function access.my_mission() to elchin_app;
grant execute on function access.my_mission() to elchin_audit;
grant execute on function access.my_mission() to elchin_stats;

CREATE OR REPLACE FUNCTION access.my_reach()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(split_part(current_setting('backtrace_functions'::text), ','::text, 3), ''::text);
comment on function access.my_reach() is 'Which rows of cases whoever acts reaches; null without an actor, which reaches none.';
grant execute on function access.my_reach() to elchin_app;
grant execute on function access.my_reach() to elchin_audit;
grant execute on function access.my_reach() to elchin_stats;

CREATE OR REPLACE FUNCTION access.my_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(split_part(current_setting('backtrace_functions'::text), ','::text, 5), ''::text);
comment on function access.my_role() is 'The role of whoever acts; null without an actor.';
grant execute on function access.my_role() to elchin_app;
grant execute on function access.my_role() to elchin_audit;
grant execute on function access.my_role() to elchin_stats;

CREATE OR REPLACE FUNCTION access.note_code_try(who uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update access.factor f set tries = case when f.tried_at < now() - interval '1 hour' then 1 else f.tries + 1 end, tried_at = now()
   where f.staff_id = who returning tries
$function$;
comment on function access.note_code_try(uuid) is 'Counts codes that were tried with the right password, from wherever: a code has six figures only.';
grant execute on function access.note_code_try(uuid) to elchin_door;

CREATE OR REPLACE FUNCTION access.note_try(name text, device text, address text, network text)
 RETURNS TABLE(attempt uuid, seconds integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  t0 timestamptz;
  free_at timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(coalesce(note_try.device, note_try.network), 20));
  t0 := clock_timestamp();
  -- The oldest of the last so many stands in the way until it is forgotten.
  select max(w.at + w.span) into free_at from (
    (select t.at, interval '15 min' as span from access.sign_in_try t
      where t.device = note_try.device and t.name = note_try.name and t.at > t0 - interval '15 min' order by t.at desc offset 9 limit 1)
    union all
    (select t.at, interval '1 min' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '1 min'
      order by t.at desc offset 4 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '15 min'
      order by t.at desc offset 9 limit 1)
    union all
    (select t.at, interval '1 day' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '1 day'
      order by t.at desc offset 29 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.address = note_try.address and t.at > t0 - interval '15 min'
      order by t.at desc offset 14 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.network = note_try.network and t.at > t0 - interval '15 min'
      order by t.at desc offset 59 limit 1)) w;
  if free_at is not null then
    return query select null::uuid, greatest(1, ceil(extract(epoch from free_at - t0))::integer);
    return;
  end if;
  insert into access.sign_in_try (at, name, device, address, network)
  values (t0, note_try.name, note_try.device,
          case when note_try.device is null then note_try.address end, case when note_try.device is null then note_try.network end)
  returning id into attempt;
  seconds := 0;
  return next;
end $function$;
comment on function access.note_try(text,text,text,text) is 'Notes a try as wrong, or says how many seconds to wait. On a known device: 10 in 15 minutes. Elsewhere, for one name from one network (/24, /48): 5 a minute, 10 in 15 minutes, 30 a day; from one address 15 and from one network 60 in 15 minutes, whatever the names. Names and addresses come as keyed hashes.';
grant execute on function access.note_try(text,text,text,text) to elchin_door;

CREATE OR REPLACE FUNCTION access.open_session(who uuid, compared text, session jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  s access.staff;
  held bytea := decode(session ->> 'replaces', 'hex');
begin
  -- Whoever lost the account or got another password in this very moment is not let in.
  update access.staff set previous_sign_in_at = last_sign_in_at, last_sign_in_at = now()
   where id = who and active and password_hash = compared returning * into s;
  if not found then return false; end if;
  delete from access.sign_in_try t
   where t.id = (session ->> 'attempt')::uuid
      or t.name = session ->> 'name'
         and (t.address = session ->> 'address' or t.device = session ->> 'device_key');
  delete from access.session where token_hash = held;
  insert into access.session (token_hash, staff_id, kind, expires_at, device, network)
  values (decode(session ->> 'token', 'hex'), who, session ->> 'kind', access.session_end(),
          session ->> 'device', (session ->> 'network')::cidr);
  if session ->> 'device_token' is not null then
    insert into access.known_device (token_hash, staff_id) values (decode(session ->> 'device_token', 'hex'), who)
    on conflict (token_hash, staff_id) do update set last_seen_at = now();
  end if;
  perform access.enter(decode(session ->> 'token', 'hex'), s.id, s.role, s.mission_id);
  perform access.write_log('signin.done', null, detail => jsonb_strip_nulls(jsonb_build_object('network', session ->> 'network')));
  return true;
end $function$;
comment on function access.open_session(uuid,text,jsonb) is 'Begins a session for somebody whose password was right, takes back the tries of this name from this place, ends the session that the client had, remembers the device where it was said to be one''s own, and writes the log. False: not any more.';
grant execute on function access.open_session(uuid,text,jsonb) to elchin_door;

CREATE OR REPLACE FUNCTION access.own_sessions(token bytea)
 RETURNS TABLE(id uuid, kind text, "startedAt" timestamp with time zone, "lastSeenAt" timestamp with time zone, device text, network text, here boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, s.kind, s.created_at, s.last_seen_at, s.device, s.network::text, s.token_hash = own_sessions.token
    from access.session s
   where s.staff_id = access.acting() and access.session_is_live(s.expires_at, s.last_seen_at)
   order by s.token_hash = own_sessions.token desc, s.last_seen_at desc
$function$;
comment on function access.own_sessions(bytea) is 'Where whoever acts is signed in: never a token, nor its hash.';
grant execute on function access.own_sessions(bytea) to elchin_app;

CREATE OR REPLACE FUNCTION access.people_for_auditor()
 RETURNS TABLE(id uuid, name text, role text, mission_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, s.name, s.role, s.mission_id from access.staff s
   where (select access.my_role()) = 'AUDITOR'
   order by s.name collate public.mn_names, s.id
$function$;
comment on function access.people_for_auditor() is 'Everybody among the staff by name, with role and post, also those who may not sign in any more: for the auditor only.';
grant execute on function access.people_for_auditor() to elchin_app;
grant execute on function access.people_for_auditor() to elchin_audit;

CREATE OR REPLACE FUNCTION access.reach_of(role text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (role = ANY (ARRAY['OFFICER'::text, 'HEAD_OF_MISSION'::text])) THEN 'MISSION'::text WHEN (role = ANY (ARRAY['CONSULAR_OFFICER'::text, 'HEAD_OF_DEPARTMENT'::text, 'OPERATOR'::text])) THEN 'ALL'::text WHEN (role = 'ANALYST'::text) THEN 'FACTS'::text ELSE 'NONE'::text END;
comment on function access.reach_of(text) is 'Which rows of cases a role sees; its twin in code is libs/access/src/policy.rules.ts, and a test holds them together.';
grant execute on function access.reach_of(text) to elchin_app;

CREATE OR REPLACE FUNCTION access.remove_factor(token bytea, step bigint, recovery bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare s access.staff;
begin
  select st.* into s from access.staff st join access.known_by_session(token) k on k.id = st.id;
  if not found or not access.use_code(s.id, step, recovery) then return false; end if;
  delete from access.factor f where f.staff_id = s.id;
  delete from access.recovery_code r where r.staff_id = s.id;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.factor');
  return true;
end $function$;
comment on function access.remove_factor(bytea,bigint,bytea) is 'Codes are asked for no more; one is needed for it.';
grant execute on function access.remove_factor(bytea,bigint,bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.rights_requests()
 RETURNS TABLE(id uuid, staff_id uuid, name text, email text, reset boolean, was_role text, was_mission_id text, was_active boolean, role text, mission_id text, active boolean, asked_by uuid, asked_by_name text, asked_at timestamp with time zone, expires_at timestamp with time zone, decision text, decided_by uuid, decided_by_name text, decided_at timestamp with time zone, stale boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.id, r.staff_id, s.name, s.email, r.reset, r.was_role, r.was_mission_id, r.was_active, r.role, r.mission_id, r.active,
         r.asked_by, a.name, r.asked_at, r.expires_at, r.decision, r.decided_by, d.name, r.decided_at, s.version <> r.from_version
    from access.rights_request r
    join access.staff s on s.id = r.staff_id
    join access.staff a on a.id = r.asked_by
    left join access.staff d on d.id = r.decided_by
   where (select access.approves_rights(access.my_role()))
$function$;
comment on function access.rights_requests() is 'What was asked and decided, in full, for those who may approve.';
grant execute on function access.rights_requests() to elchin_app;

CREATE OR REPLACE FUNCTION access.seal_log(most integer DEFAULT 20000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  below xid8;
  since xid8;
  running pg_snapshot;
  ids uuid[];
  digests bytea[];
  last xid8;
  link bytea;
  hashes bytea[] := '{}';
  taken integer;
  so_far bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('elchin seal access log')) then
    return 0;
  end if;
  running := pg_current_snapshot();
  below := pg_snapshot_xmin(running);
  select h.before into since from access.log_horizon h;
  -- Restored into a server that counts transactions anew: rows brought along have numbers that are still to come.
  if since > pg_snapshot_xmax(running) then
    since := '0';
  end if;
  select array_agg(t.id), array_agg(t.digest), max(t.xid) filter (where t.xid < below), count(*) into ids, digests, last, taken
    from (select l.id, l.xid, sha256(access.log_content(l)) as digest from access.log l
           where l.xid >= since and (l.xid < below or l.xid >= pg_snapshot_xmax(running))
             and not exists (select from access.log_link k where k.log_id = l.id)
           order by l.xid, l.id limit most) t;
  if taken = 0 then
    return 0;
  end if;
  select k.n, k.hash into so_far, link from access.log_link k order by k.n desc limit 1;
  so_far := coalesce(so_far, 0);
  link := coalesce(link, sha256('elchin access log'));
  for i in 1 .. taken loop
    link := sha256(link || digests[i]);
    hashes[i] := link;
  end loop;
  insert into access.log_link (n, log_id, hash)
  select so_far + s.i, s.id, s.hash from unnest(ids, hashes) with ordinality s (id, hash, i);
  update access.log_horizon set before = case when taken < most then below else coalesce(last, since) end;
  -- What lists showed comes into its index here, not while somebody waits for a list.
  perform gin_clean_pending_list('access.log_shown');
  return taken;
end $function$;
comment on function access.seal_log(integer) is 'Puts committed rows of the access log into the chain, in the order of their transactions.';
grant execute on function access.seal_log(integer) to elchin_app;

CREATE OR REPLACE FUNCTION access.sealed_with()
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select mark from access.seal_mark $function$;
comment on function access.sealed_with() is 'The mark of the secret that something was sealed with; null: nothing is sealed yet.';
grant execute on function access.sealed_with() to elchin_door;

CREATE OR REPLACE FUNCTION access.session_end()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select now() + interval '8 hours'
$function$;
comment on function access.session_end() is 'When a session that begins now ends, whatever is done meanwhile.';
grant execute on function access.session_end() to elchin_app;

CREATE OR REPLACE FUNCTION access.session_is_live(expires_at timestamp with time zone, last_seen_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select expires_at > now() and last_seen_at > now() - interval '15 minutes'
$function$;
comment on function access.session_is_live(timestamp with time zone,timestamp with time zone) is 'A session lives until its end, and no longer than 15 minutes without a request.';
grant execute on function access.session_is_live(timestamp with time zone,timestamp with time zone) to elchin_app;

CREATE OR REPLACE FUNCTION access.session_owner(token bytea)
 RETURNS TABLE(id uuid, role text, mission_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select st.id, st.role, st.mission_id
    from access.session se join access.staff st on st.id = se.staff_id
   where se.token_hash = session_owner.token and st.active and access.session_is_live(se.expires_at, se.last_seen_at)
$function$;
comment on function access.session_owner(bytea) is 'Whose session this is: for the guard in the code, which decides before any transaction. Grants nothing.';
grant execute on function access.session_owner(bytea) to elchin_app;

CREATE OR REPLACE FUNCTION access.sweep()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from access.session where not access.session_is_live(expires_at, last_seen_at);
  delete from access.sign_in_try where at < now() - interval '1 day';
$function$;
comment on function access.sweep() is 'Clears away sessions that are over and tries that are forgotten: neither is of use, and both say who was here.';
grant execute on function access.sweep() to elchin_door;

CREATE OR REPLACE FUNCTION access.tell(code text, params jsonb, subject_kind text, subject_id uuid, to_staff uuid, to_role text, to_mission text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  told uuid;
  readers integer;
begin
  if (to_staff is null) = (to_role is null) or (to_staff is not null and to_mission is not null) then
    raise exception 'A notice is told either to a person or to a role.' using errcode = 'invalid_parameter_value';
  end if;
  if exists (select from jsonb_each(params) p
              where jsonb_typeof(p.value) not in ('number', 'boolean')
                and (jsonb_typeof(p.value) <> 'string' or p.value #>> '{}' !~ '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$')) then
    raise exception 'A notice holds references and numbers only.' using errcode = 'invalid_parameter_value';
  end if;
  insert into access.notice (code, params, subject_kind, subject_id)
  values (tell.code, tell.params, tell.subject_kind, tell.subject_id) returning id into told;
  insert into access.notice_reader (staff_id, notice_id)
  select s.id, told from access.staff s
   where s.id = to_staff
      or (to_role is not null and s.active and s.role = to_role and (to_mission is null or s.mission_id = to_mission)
          and s.id is distinct from access.acting());
  get diagnostics readers = row_count;
  return readers;
end $function$;
comment on function access.tell(text,jsonb,text,uuid,uuid,text,text) is 'Puts a notice into inboxes, in the transaction of what it tells. The only way in.';
grant execute on function access.tell(text,jsonb,text,uuid,uuid,text,text) to elchin_app;

CREATE OR REPLACE FUNCTION access.tell_of_rights(r access.rights_request, approved boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  params jsonb := jsonb_build_object('grantedRole', r.role, 'grantedPost', coalesce(r.mission_id, 'NONE'));
begin
  perform access.tell(case when approved then 'RIGHTS_APPROVED' else 'RIGHTS_REFUSED' end, params, 'RIGHTS', r.id, r.asked_by, null, null);
  if approved then
    perform access.tell(case when r.reset then 'OWN_LINK_APPROVED' else 'OWN_RIGHTS_APPROVED' end, params, null, null, r.staff_id, null, null);
    perform access.tell(case when r.reset then 'LINK_GIVEN' else 'RIGHTS_GIVEN' end, params, null, null, null, role, null)
       from unnest(array['CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT']) role;
  end if;
end $function$;
comment on function access.tell_of_rights(access.rights_request,boolean) is 'Tells who asked, and, when it was approved, the person concerned and the department.';

CREATE OR REPLACE FUNCTION access.use_code(who uuid, step bigint, recovery bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if step is not null then
    update access.factor f set last_step = step, tries = 0 where f.staff_id = who and f.confirmed_at is not null and f.last_step < step;
  else
    update access.recovery_code r set used_at = now() where r.staff_id = who and r.hash = recovery and r.used_at is null;
  end if;
  return found;
end $function$;
comment on function access.use_code(uuid,bigint,bytea) is 'Takes a code, once: the step of a one-time code, or the keyed hash of a recovery code.';
grant execute on function access.use_code(uuid,bigint,bytea) to elchin_door;

CREATE OR REPLACE FUNCTION access.use_invite(hash bytea, chosen text, tried_name text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  whose uuid;
  address text;
begin
  update access.invite i set used_at = now() from access.staff s
   where i.token_hash = hash and s.id = i.staff_id and s.active and access.invite_is_open(i.expires_at, i.used_at, i.ended_at)
   returning s.id into whose;
  if whose is null then
    return null;
  end if;
  update access.staff set password_hash = chosen where id = whose returning email into address;
  delete from access.known_device d where d.staff_id = whose;
  delete from access.sign_in_try t where t.name = tried_name;
  perform access.write_log('invite.used', whose);
  return address;
end $function$;
comment on function access.use_invite(bytea,text,text) is 'Sets the password of the link''s owner, once. Answers the name to sign in with; null for a link that does not open.';
grant execute on function access.use_invite(bytea,text,text) to elchin_door;

CREATE OR REPLACE FUNCTION access.write_log(operation text, subject uuid, shown uuid[] DEFAULT NULL::uuid[], refused text DEFAULT NULL::text, detail jsonb DEFAULT NULL::jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into access.log (staff_id, role, mission_id, operation, subject_id, shown, refused, detail)
  values (access.acting(), access.my_role(), access.my_mission(), write_log.operation, subject, write_log.shown, write_log.refused, write_log.detail);
end $function$;
comment on function access.write_log(text,uuid,uuid[],text,jsonb) is 'Writes one row of the access log in the name of whoever acts in this transaction (nobody: before a sign-in). Ids, codes, networks; nothing of a case''s content.';
grant execute on function access.write_log(text,uuid,uuid[],text,jsonb) to elchin_app;

-- ═══ cases ═══
create schema cases;
grant usage on schema cases to elchin_app;
grant usage on schema cases to elchin_stats;

create table cases.case_fact (
  id bigint not null generated always as identity,
  case_id uuid not null,
  sign smallint not null,
  mission_id text not null,
  country character(2) not null,
  type text not null,
  cause text not null,
  sex text not null,
  occurred_year smallint,
  occurred_month smallint not null default 0,
  opened_month date not null,
  closed_month date,
  illustration boolean not null,
  recorded_at timestamp with time zone not null default now(),
  tx xid8 not null default pg_current_xact_id(),
  constraint case_fact_pkey PRIMARY KEY (case_id, id),
  constraint case_fact_sign_check CHECK (sign = ANY (ARRAY[1, '-1'::integer]))
);
CREATE INDEX case_fact_illustration ON cases.case_fact USING btree (opened_month) WHERE illustration;
CREATE INDEX case_fact_tx ON cases.case_fact USING btree (tx);
alter table cases.case_fact enable row level security;
alter table cases.case_fact force row level security;
create policy facts_in_reach on cases.case_fact for select to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'FACTS'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.case_fact for insert to elchin_owner with check (true);
create policy owner_changes on cases.case_fact for update to elchin_owner using (true);
create policy owner_reads on cases.case_fact for select to elchin_owner using (true);
comment on table cases.case_fact is 'Ledger of nameless facts. A count is the sum of signs. No names, no text, no exact dates.';
comment on column cases.case_fact.occurred_year is 'Null when unknown.';
comment on column cases.case_fact.occurred_month is '1 to 12; 0 when only the year, or nothing, is known.';
comment on column cases.case_fact.opened_month is 'First day of the month of case_file.opened_on.';
comment on column cases.case_fact.tx is 'Writing transaction: lets a reader add what a summary has not taken in yet, exactly.';
grant select on cases.case_fact to elchin_app;
grant select on cases.case_fact to elchin_stats;

create table cases.case_file (
  id uuid not null,
  case_no text collate "C" not null,
  type text not null,
  status text not null default 'REGISTERED'::text,
  mission_id text not null,
  host_country character(2) not null,
  place text,
  occurred_on date,
  occurred_precision text not null,
  aware_at timestamp with time zone not null,
  registered_at timestamp with time zone not null default clock_timestamp(),
  registered_by uuid,
  opened_on date not null,
  closed_on date,
  outcome text,
  source text not null,
  summary text not null,
  cause_code text not null,
  subject_id uuid not null,
  owner_id uuid,
  version integer not null default 1,
  content_hash bytea,
  import_key text collate "C",
  illustration boolean not null default false,
  last_entry_at timestamp with time zone,
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_case_no_key UNIQUE (case_no),
  constraint case_file_id_mission_id_key UNIQUE (id, mission_id),
  constraint case_file_import_key_key UNIQUE (import_key),
  constraint case_file_check CHECK ((occurred_on IS NULL) = (occurred_precision = 'UNKNOWN'::text)),
  constraint case_file_check1 CHECK (closed_on IS NULL OR closed_on >= opened_on),
  constraint case_file_check2 CHECK ((closed_on IS NOT NULL) = (status = ANY (ARRAY['CLOSED'::text, 'REJECTED'::text]))),
  constraint case_file_occurred_precision_check CHECK (occurred_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text, 'UNKNOWN'::text])),
  constraint case_file_host_country_fkey FOREIGN KEY (host_country) REFERENCES reference.country(code),
  constraint case_file_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES reference.mission(id),
  constraint case_subject FOREIGN KEY (subject_id, mission_id) REFERENCES cases.person(id, mission_id) ON UPDATE CASCADE
);
CREATE INDEX case_all_newest ON cases.case_file USING btree (registered_at DESC, id DESC);
CREATE INDEX case_all_open_quietest ON cases.case_file USING btree (COALESCE(last_entry_at, registered_at), id) WHERE (status <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text]));
CREATE INDEX case_newest ON cases.case_file USING btree (mission_id, registered_at DESC, id DESC);
CREATE INDEX case_open_newest ON cases.case_file USING btree (mission_id, registered_at DESC, id DESC) WHERE (status <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text]));
CREATE INDEX case_open_quietest ON cases.case_file USING btree (mission_id, COALESCE(last_entry_at, registered_at), id) WHERE (status <> ALL (ARRAY['CLOSED'::text, 'REJECTED'::text]));
CREATE INDEX case_subject_of ON cases.case_file USING btree (subject_id);
alter table cases.case_file enable row level security;
alter table cases.case_file force row level security;
create policy in_reach on cases.case_file for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.case_file for insert to elchin_owner with check (true);
create policy owner_changes on cases.case_file for update to elchin_owner using (true);
create policy owner_reads on cases.case_file for select to elchin_owner using (true);
CREATE TRIGGER case_file_added AFTER INSERT ON cases.case_file REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION cases.state_facts();
CREATE TRIGGER case_file_changed AFTER UPDATE ON cases.case_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.restate_changed_cases();
comment on table cases.case_file is 'One matter of one person: a detention, a death, unpaid wages.';
comment on column cases.case_file.opened_on is 'Day, at the post, on which it learned of the matter: the day statistics count by.';
comment on column cases.case_file.closed_on is 'Day, at the post, of closing or rejecting; null while open.';
comment on column cases.case_file.cause_code is 'Code in the list that the type names (CASE_TYPE.attributes.causeList).';
comment on column cases.case_file.content_hash is 'Of the filing as sent: the same id with other content is refused.';
comment on column cases.case_file.import_key is 'Content of an imported row and its ordinal among equals: a second import adds nothing.';
comment on column cases.case_file.last_entry_at is 'When the newest entry of its timeline happened, kept by note_last_entry; null: nothing later than its filing.';
grant insert, select, update on cases.case_file to elchin_app;

create table cases.case_number (
  mission_id text not null,
  year integer not null,
  sequence_name text not null,
  constraint case_number_pkey PRIMARY KEY (mission_id, year)
);
comment on table cases.case_number is 'Which sequence gives the references of a post in a year.';

create table cases.crime_victim (
  case_id uuid not null,
  mission_id text not null,
  offence text,
  reported_police_on date,
  constraint crime_victim_pkey PRIMARY KEY (case_id),
  constraint crime_victim_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.crime_victim enable row level security;
alter table cases.crime_victim force row level security;
create policy in_reach on cases.crime_victim for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.crime_victim for insert to elchin_owner with check (true);
create policy owner_changes on cases.crime_victim for update to elchin_owner using (true);
create policy owner_reads on cases.crime_victim for select to elchin_owner using (true);
grant insert, select, update on cases.crime_victim to elchin_app;

create table cases.death (
  case_id uuid not null,
  mission_id text not null,
  manner text,
  icd10 text,
  in_custody text not null default 'UNKNOWN'::text,
  at_work text not null default 'UNKNOWN'::text,
  cause_text text,
  constraint death_pkey PRIMARY KEY (case_id),
  constraint death_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.death enable row level security;
alter table cases.death force row level security;
create policy in_reach on cases.death for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.death for insert to elchin_owner with check (true);
create policy owner_changes on cases.death for update to elchin_owner using (true);
create policy owner_reads on cases.death for select to elchin_owner using (true);
comment on table cases.death is 'VCCR 1963 art. 37(a). icd10: block of WHO ICD-10, or a chapter.';
grant insert, select, update on cases.death to elchin_app;

create table cases.detention (
  case_id uuid not null,
  mission_id text not null,
  authority text,
  basis text,
  offence text,
  offence_local text,
  facility text,
  arrested_on date,
  mission_notified_on date,
  first_visit_on date,
  constraint detention_pkey PRIMARY KEY (case_id),
  constraint detention_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.detention enable row level security;
alter table cases.detention force row level security;
create policy in_reach on cases.detention for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.detention for insert to elchin_owner with check (true);
create policy owner_changes on cases.detention for update to elchin_owner using (true);
create policy owner_reads on cases.detention for select to elchin_owner using (true);
comment on table cases.detention is 'VCCR 1963 art. 36: who holds the person, for what, and when the post was told and came.';
grant insert, select, update on cases.detention to elchin_app;

create table cases.import (
  id uuid not null,
  upload_id uuid,
  file_name text not null,
  profile text not null,
  status text not null,
  partial boolean not null default false,
  rows_done integer not null default 0,
  rows_total integer not null default 0,
  imported integer not null default 0,
  already_there integer not null default 0,
  refused integer not null default 0,
  unmapped jsonb not null default '[]'::jsonb,
  failure jsonb,
  started_at timestamp with time zone not null default clock_timestamp(),
  checked_at timestamp with time zone,
  finished_at timestamp with time zone,
  staff_id uuid,
  role text,
  mission_id text,
  token_hash bytea,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_status_check CHECK (status = ANY (ARRAY['CHECKING'::text, 'CHECKED'::text, 'IMPORTING'::text, 'IMPORTED'::text, 'FAILED'::text]))
);
alter table cases.import enable row level security;
alter table cases.import force row level security;
create policy in_reach on cases.import for all to public using ((( SELECT access.my_reach() AS my_reach) = 'ALL'::text));
create policy owner_adds on cases.import for insert to elchin_owner with check (true);
create policy owner_changes on cases.import for update to elchin_owner using (true);
create policy owner_forgets on cases.import for delete to elchin_owner using (true);
create policy owner_reads on cases.import for select to elchin_owner using (true);
comment on table cases.import is 'One file and what became of it. While its status is CHECKING or IMPORTING a job is due for it, which brings only its id.';
comment on column cases.import.upload_id is 'Null for an import by the operator at the command line.';
comment on column cases.import.failure is 'Why the whole file was refused: code, field and params of a refusal.';
comment on column cases.import.token_hash is 'Session that ordered the running step: the job shows it to access.enter, so that it works only while its orderer may. Null when no job is due.';
grant delete, insert, select, update on cases.import to elchin_app;

create table cases.import_span (
  import_id uuid not null,
  first_row integer not null,
  last_row integer not null,
  verdict text not null,
  field text,
  reason text,
  params jsonb,
  constraint import_span_pkey PRIMARY KEY (import_id, first_row),
  constraint import_span_check CHECK (last_row >= first_row),
  constraint import_span_verdict_check CHECK (verdict = ANY (ARRAY['OK'::text, 'IMPORTED'::text, 'ALREADY_THERE'::text, 'REFUSED'::text])),
  constraint import_span_import_id_fkey FOREIGN KEY (import_id) REFERENCES cases.import(id)
);
alter table cases.import_span enable row level security;
alter table cases.import_span force row level security;
create policy in_reach on cases.import_span for all to public using ((( SELECT access.my_reach() AS my_reach) = 'ALL'::text));
create policy owner_adds on cases.import_span for insert to elchin_owner with check (true);
create policy owner_changes on cases.import_span for update to elchin_owner using (true);
create policy owner_forgets on cases.import_span for delete to elchin_owner using (true);
create policy owner_reads on cases.import_span for select to elchin_owner using (true);
comment on table cases.import_span is 'Verdict of each row, as runs of neighbouring rows with the same verdict: a million good rows are one span.';
grant delete, insert, select on cases.import_span to elchin_app;

create table cases.insurance (
  case_id uuid not null,
  mission_id text not null,
  scheme text,
  enrolment text,
  benefit text,
  claim text,
  constraint insurance_pkey PRIMARY KEY (case_id),
  constraint insurance_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.insurance enable row level security;
alter table cases.insurance force row level security;
create policy in_reach on cases.insurance for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.insurance for insert to elchin_owner with check (true);
create policy owner_changes on cases.insurance for update to elchin_owner using (true);
create policy owner_reads on cases.insurance for select to elchin_owner using (true);
grant insert, select, update on cases.insurance to elchin_app;

create table cases.labour (
  case_id uuid not null,
  mission_id text not null,
  issues text[] not null default '{}'::text[],
  employer text,
  injury_fatal text not null default 'UNKNOWN'::text,
  occupation text,
  activity text,
  legal_status text,
  constraint labour_pkey PRIMARY KEY (case_id),
  constraint labour_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.labour enable row level security;
alter table cases.labour force row level security;
create policy in_reach on cases.labour for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.labour for insert to elchin_owner with check (true);
create policy owner_changes on cases.labour for update to elchin_owner using (true);
create policy owner_reads on cases.labour for select to elchin_owner using (true);
comment on table cases.labour is 'A migrant worker''s matter. The first issue is the cause that the counts use.';
grant insert, select, update on cases.labour to elchin_app;

create table cases.missing (
  case_id uuid not null,
  mission_id text not null,
  circumstance text,
  last_seen_on date,
  constraint missing_pkey PRIMARY KEY (case_id),
  constraint missing_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
alter table cases.missing enable row level security;
alter table cases.missing force row level security;
create policy in_reach on cases.missing for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.missing for insert to elchin_owner with check (true);
create policy owner_changes on cases.missing for update to elchin_owner using (true);
create policy owner_reads on cases.missing for select to elchin_owner using (true);
grant insert, select, update on cases.missing to elchin_app;

create table cases.person (
  id uuid not null default uuidv7(),
  mission_id text not null,
  clan text,
  patronymic text,
  given text,
  latin_surname text,
  latin_given text,
  sex text not null default 'UNKNOWN'::text,
  birth_on date,
  birth_precision text not null default 'UNKNOWN'::text,
  match_key text not null default ''::text,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_mission_id_key UNIQUE (id, mission_id),
  constraint person_birth_precision_check CHECK (birth_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text, 'UNKNOWN'::text])),
  constraint person_sex_check CHECK (sex = ANY (ARRAY['MALE'::text, 'FEMALE'::text, 'OTHER'::text, 'UNKNOWN'::text])),
  constraint person_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES reference.mission(id)
);
CREATE INDEX person_match ON cases.person USING gin (mission_id, match_key public.gin_trgm_ops);
alter table cases.person enable row level security;
alter table cases.person force row level security;
create policy in_reach on cases.person for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.person for insert to elchin_owner with check (true);
create policy owner_changes on cases.person for update to elchin_owner using (true);
create policy owner_reads on cases.person for select to elchin_owner using (true);
CREATE TRIGGER person_changed AFTER UPDATE ON cases.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.restate_changed_persons();
comment on table cases.person is 'The people a case is about. A person may be unnamed: all names null.';
comment on column cases.person.mission_id is 'Post of the case, for row-level security without a join.';
comment on column cases.person.match_key is 'All names, transliterated and folded, for search by a fragment (names.rules.ts).';
grant insert, select, update on cases.person to elchin_app;

create table cases.timeline_entry (
  id uuid not null default uuidv7(),
  case_id uuid not null,
  mission_id text not null,
  kind text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  staff_id uuid,
  body text,
  from_status text,
  to_status text,
  changes jsonb,
  outcome text,
  constraint timeline_entry_pkey PRIMARY KEY (id),
  constraint timeline_entry_case_id_mission_id_fkey FOREIGN KEY (case_id, mission_id) REFERENCES cases.case_file(id, mission_id) ON UPDATE CASCADE
);
CREATE INDEX timeline_of_case ON cases.timeline_entry USING btree (case_id, at DESC, id DESC);
alter table cases.timeline_entry enable row level security;
alter table cases.timeline_entry force row level security;
create policy in_own_name on cases.timeline_entry as restrictive for insert to elchin_app with check (((NOT (staff_id IS DISTINCT FROM ( SELECT access.acting() AS acting))) AND (recorded_at >= now())));
comment on policy in_own_name on cases.timeline_entry is 'No entry in another person''s name, and none dated back: recorded_at is the time of this transaction or later.';
create policy in_reach on cases.timeline_entry for all to public using (
CASE ( SELECT access.my_reach() AS my_reach)
    WHEN 'ALL'::text THEN true
    WHEN 'MISSION'::text THEN (mission_id = ( SELECT access.my_mission() AS my_mission))
    ELSE false
END);
create policy owner_adds on cases.timeline_entry for insert to elchin_owner with check (true);
create policy owner_reads on cases.timeline_entry for select to elchin_owner using (true);
CREATE TRIGGER note_last_entry AFTER INSERT ON cases.timeline_entry FOR EACH ROW WHEN ((new.kind <> 'FILED'::text)) EXECUTE FUNCTION cases.note_last_entry();
comment on table cases.timeline_entry is 'What happened and what was done. Append-only: the application can neither change nor delete a row.';
comment on column cases.timeline_entry.changes is 'For AMENDED: [{field, kind, list, old, new}], one for each changed field. Entries of before this migration keep {part: as it was before}.';
comment on column cases.timeline_entry.outcome is 'Code of OUTCOME: how the case ended; where it goes on, how it had ended until then. Null for every other entry.';
grant insert, select on cases.timeline_entry to elchin_app;

create table cases.upload (
  id uuid not null,
  staff_id uuid not null,
  file_name text not null,
  bytes bigint not null,
  at timestamp with time zone not null default now(),
  constraint upload_pkey PRIMARY KEY (id)
);
alter table cases.upload enable row level security;
alter table cases.upload force row level security;
create policy in_reach on cases.upload for all to public using ((( SELECT access.my_reach() AS my_reach) = 'ALL'::text));
create policy owner_adds on cases.upload for insert to elchin_owner with check (true);
create policy owner_changes on cases.upload for update to elchin_owner using (true);
create policy owner_forgets on cases.upload for delete to elchin_owner using (true);
create policy owner_reads on cases.upload for select to elchin_owner using (true);
comment on table cases.upload is 'Files sent for import. The id names the file in the uploads folder; both are swept after a day.';
comment on column cases.upload.file_name is 'As the sender called it; never used as a path.';
grant delete, insert, select on cases.upload to elchin_app;

create view cases.case_fact_now with (security_invoker=true) as
 SELECT c.id AS case_id,
    c.mission_id,
    c.host_country AS country,
    c.type,
    c.cause_code AS cause,
    p.sex,
    date_part('year'::text, c.occurred_on)::smallint AS occurred_year,
        CASE
            WHEN c.occurred_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text]) THEN date_part('month'::text, c.occurred_on)
            ELSE 0::double precision
        END::smallint AS occurred_month,
    date_trunc('month'::text, c.opened_on::timestamp without time zone)::date AS opened_month,
    date_trunc('month'::text, c.closed_on::timestamp without time zone)::date AS closed_month,
    c.illustration
   FROM cases.case_file c
     JOIN cases.person p ON p.id = c.subject_id;
comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: for restated facts and for recount.';
grant select on cases.case_fact_now to elchin_app;

CREATE OR REPLACE FUNCTION cases.begin_import(which uuid)
 RETURNS SETOF cases.import
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update cases.import set rows_done = 0 where id = which and status in ('CHECKING', 'IMPORTING') returning *
$function$;
comment on function cases.begin_import(uuid) is 'The order of a job that begins, while it is due: who ordered it, with which session, of which file.';
grant execute on function cases.begin_import(uuid) to elchin_app;

CREATE OR REPLACE FUNCTION cases.case_no(mission text, year integer, number bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select mission || '-' || year::text || '-' ||
         case when number < 100000 then lpad(number::text, 5, '0') else number::text end
$function$;
comment on function cases.case_no(text,integer,bigint) is 'A human reference: five digits, more when a post has more cases in a year (lpad alone would cut them off).';
grant execute on function cases.case_no(text,integer,bigint) to elchin_app;

CREATE OR REPLACE FUNCTION cases.case_sequence(mission text, year integer)
 RETURNS regclass
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known text;
  made text;
begin
  select n.sequence_name into known from cases.case_number n
   where n.mission_id = case_sequence.mission and n.year = case_sequence.year;
  if known is not null then
    return known::regclass;
  end if;
  -- Only what the register knows becomes part of a name: a post that there is, which is three capitals, and a year.
  if not exists (select from reference.mission m where m.id = case_sequence.mission and m.id ~ '^[A-Z]{3}$')
     or case_sequence.year is null or case_sequence.year not between 1900 and 2999 then
    raise exception 'There are no case numbers for this post and year.' using errcode = 'invalid_parameter_value';
  end if;
  -- First filing of the post in that year: one at a time makes the sequence.
  perform pg_advisory_xact_lock(hashtext('cases.next_case_no ' || mission || year));
  made := 'case_no_' || lower(mission) || '_' || year;
  execute format('create sequence if not exists cases.%I', made);
  execute format('grant usage on sequence cases.%I to elchin_app', made);
  insert into cases.case_number values (mission, case_sequence.year, 'cases.' || made) on conflict do nothing;
  return format('cases.%I', made)::regclass;
end $function$;
comment on function cases.case_sequence(text,integer) is 'The sequence of a post and year, made when missing. An import takes many numbers from it at once.';
grant execute on function cases.case_sequence(text,integer) to elchin_app;

CREATE OR REPLACE FUNCTION cases.fail_import(which uuid, why jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update cases.import set status = 'FAILED', failure = why, token_hash = null, finished_at = clock_timestamp()
   where id = which and status in ('CHECKING', 'IMPORTING')
$function$;
comment on function cases.fail_import(uuid,jsonb) is 'An import that is due is given up, with the reason.';
grant execute on function cases.fail_import(uuid,jsonb) to elchin_app;

CREATE OR REPLACE FUNCTION cases.forget_old_uploads(older_than interval)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from cases.upload u where u.at < now() - older_than
     and not exists (select from cases.import i where i.upload_id = u.id and i.status in ('CHECKING', 'IMPORTING'))
  returning u.id
$function$;
comment on function cases.forget_old_uploads(interval) is 'Uploads older than that, of which no import is due, are forgotten; returns which.';
grant execute on function cases.forget_old_uploads(interval) to elchin_app;

CREATE OR REPLACE FUNCTION cases.id_for_auditor(reference text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.id from cases.case_file c
   where c.case_no = reference and (select access.my_role()) = 'AUDITOR'
$function$;
comment on function cases.id_for_auditor(text) is 'The id under which the access log speaks of a case, by its reference: for the auditor only, and nothing else of the case.';
grant execute on function cases.id_for_auditor(text) to elchin_app;

CREATE OR REPLACE FUNCTION cases.next_case_no(mission text, year integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return cases.case_no(mission, year, nextval(cases.case_sequence(mission, year)));
end $function$;
comment on function cases.next_case_no(text,integer) is 'The next human reference of a post and year, e.g. SEL-2026-00042.';
grant execute on function cases.next_case_no(text,integer) to elchin_app;

CREATE OR REPLACE FUNCTION cases.note_import_progress(which uuid, done integer, total integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update cases.import set rows_done = least(done, total), rows_total = total
   where id = which and status in ('CHECKING', 'IMPORTING')
$function$;
comment on function cases.note_import_progress(uuid,integer,integer) is 'How far an import is, while it is due.';
grant execute on function cases.note_import_progress(uuid,integer,integer) to elchin_app;

CREATE OR REPLACE FUNCTION cases.note_last_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  update cases.case_file set last_entry_at = new.at
   where id = new.case_id and coalesce(last_entry_at, registered_at) < new.at;
  return null;
end $function$;
comment on function cases.note_last_entry() is 'A case knows when its newest entry happened, so that lists can begin with those of which nothing was heard for longest. The first entry of a case comes with it and needs no second writing.';

CREATE OR REPLACE FUNCTION cases.persons_matching(patterns text[], most integer)
 RETURNS TABLE(person_id uuid, likeness real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  reach text := access.my_reach();
  mission text := access.my_mission();
  fragment text := btrim(patterns[1], '% ');
  -- One pattern for the index, which cannot serve LIKE ALL: the longest finds the fewest.
  longest text := (select p from unnest(patterns) p order by length(p) desc limit 1);
begin
  if reach = 'MISSION' then
    return query
      with found as materialized (
        select p.id, p.match_key from cases.person p
         where p.mission_id = mission and p.match_key like longest
           and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
      ) select f.id, public.word_similarity(fragment, f.match_key) from found f
        order by 2 desc, f.id desc limit most;
  elsif reach = 'ALL' then
    return query
      with found as materialized (
        select p.id, p.match_key from cases.person p
         where p.match_key like longest and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
      ) select f.id, public.word_similarity(fragment, f.match_key) from found f
        order by 2 desc, f.id desc limit most;
  end if;
end $function$;
comment on function cases.persons_matching(text[],integer) is 'Persons in the actor''s reach whose names, in their plain form, match all patterns: of the first thousand found, the likest first.';
grant execute on function cases.persons_matching(text[],integer) to elchin_app;

CREATE OR REPLACE FUNCTION cases.record_of(of_type text, of_case uuid)
 RETURNS json
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  case of_type
    when 'DETENTION' then return (select row_to_json(r) from cases.detention r where r.case_id = of_case);
    when 'DEATH' then return (select row_to_json(r) from cases.death r where r.case_id = of_case);
    when 'LABOUR' then return (select row_to_json(r) from cases.labour r where r.case_id = of_case);
    when 'INSURANCE' then return (select row_to_json(r) from cases.insurance r where r.case_id = of_case);
    when 'CRIME_VICTIM' then return (select row_to_json(r) from cases.crime_victim r where r.case_id = of_case);
    when 'MISSING' then return (select row_to_json(r) from cases.missing r where r.case_id = of_case);
    else return null;
  end case;
end $function$;
comment on function cases.record_of(text,uuid) is 'The row of the type''s own table, with the rights of whoever asks: row-level security holds inside.';
grant execute on function cases.record_of(text,uuid) to elchin_app;

CREATE OR REPLACE FUNCTION cases.restate_changed_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform cases.restate_facts(array(select id from changed));
  return null;
end $function$;
comment on function cases.restate_changed_cases() is 'A case that was changed is counted as it is now.';

CREATE OR REPLACE FUNCTION cases.restate_changed_persons()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform cases.restate_facts(array(
    select c.id from changed p join cases.case_file c on c.subject_id = p.id));
  return null;
end $function$;
comment on function cases.restate_changed_persons() is 'A person who was corrected is counted as they are now, in each of their cases, though no case was touched.';

CREATE OR REPLACE FUNCTION cases.restate_facts(changed uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with last as (
    select distinct on (l.case_id) l.* from cases.case_fact l
     where l.case_id = any (changed) order by l.case_id, l.id desc
  ), differing as (
    select l.case_id from last l join cases.case_fact_now n using (case_id)
     where (l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month, l.opened_month,
            l.closed_month, l.illustration)
       is distinct from
           (n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month, n.opened_month,
            n.closed_month, n.illustration)
  )
  insert into cases.case_fact (case_id, sign, mission_id, country, type, cause, sex, occurred_year,
                               occurred_month, opened_month, closed_month, illustration)
  select * from (
    select l.case_id, -1, l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month,
           l.opened_month, l.closed_month, l.illustration
      from last l join differing using (case_id)
    union all
    select n.case_id, 1, n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month,
           n.opened_month, n.closed_month, n.illustration
      from cases.case_fact_now n join differing using (case_id)
  ) both_sides (case_id, sign) order by case_id, sign
$function$;
comment on function cases.restate_facts(uuid[]) is 'Takes back and states anew the facts of the cases that no longer match. -1 comes before +1, so the last row of a case is its fact.';

CREATE OR REPLACE FUNCTION cases.state_facts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into cases.case_fact (case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month,
                               opened_month, closed_month, illustration, sign)
  select c.id, c.mission_id, c.host_country, c.type, c.cause_code, p.sex,
         date_part('year', c.occurred_on)::smallint,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint,
         date_trunc('month', c.opened_on::timestamp)::date,
         date_trunc('month', c.closed_on::timestamp)::date,
         c.illustration, 1
    from added c join cases.person p on p.id = c.subject_id;
  return null;
end $function$;
comment on function cases.state_facts() is 'States the facts (+1) of cases that were added, however that was done.';

-- ═══ stat ═══
create schema stat;
grant usage on schema stat to elchin_app;
grant usage on schema stat to elchin_stats;

create table stat.fold_mark (
  one boolean not null default true,
  tx xid8 not null default '0'::xid8,
  version bigint not null default 0,
  folded_at timestamp with time zone,
  constraint fold_mark_pkey PRIMARY KEY (one),
  constraint fold_mark_one_check CHECK (one)
);
comment on table stat.fold_mark is 'The counts hold the facts of transactions before tx; a reader adds the others itself.';
comment on column stat.fold_mark.version is 'Rises whenever the counts change, so that a copy of them can tell its age.';
grant select on stat.fold_mark to elchin_app;
grant select on stat.fold_mark to elchin_stats;

create table stat.post_month (
  month integer not null,
  mission_id text not null,
  country character(2) not null,
  type text not null,
  cause text not null,
  sex text not null,
  occurred integer not null default 0,
  opened integer not null default 0,
  closed integer not null default 0,
  illustrated_occurred integer not null default 0,
  illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
  constraint post_month_pkey PRIMARY KEY (mission_id, month, country, type, cause, sex)
) with (fillfactor=90);
alter table stat.post_month enable row level security;
alter table stat.post_month force row level security;
create policy counts_in_reach on stat.post_month for select to public using (((( SELECT access.my_reach() AS my_reach) = ANY (ARRAY['ALL'::text, 'FACTS'::text])) OR ((( SELECT access.my_reach() AS my_reach) = 'MISSION'::text) AND (mission_id = ( SELECT access.my_mission() AS my_mission)))));
create policy owner_counts on stat.post_month for all to elchin_owner using (true);
comment on table stat.post_month is 'Counts per post and month, in every detail that statistics know.';
comment on column stat.post_month.month is 'yyyymm; yyyy00 where the month is not known (occurred only).';
comment on column stat.post_month.occurred is 'Cases whose event happened in the month.';
comment on column stat.post_month.opened is 'Cases of which the post learned in the month.';
comment on column stat.post_month.closed is 'Cases closed or rejected in the month.';
comment on column stat.post_month.illustrated_opened is 'How many of these are fictional illustrations.';
grant select on stat.post_month to elchin_app;
grant select on stat.post_month to elchin_stats;

create table stat.post_year (
  year integer not null,
  mission_id text not null,
  country character(2) not null,
  type text not null,
  cause text not null,
  sex text not null,
  occurred integer not null default 0,
  opened integer not null default 0,
  closed integer not null default 0,
  illustrated_occurred integer not null default 0,
  illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
  constraint post_year_pkey PRIMARY KEY (mission_id, year, country, type, cause, sex)
) with (fillfactor=90);
alter table stat.post_year enable row level security;
alter table stat.post_year force row level security;
create policy counts_in_reach on stat.post_year for select to public using (((( SELECT access.my_reach() AS my_reach) = ANY (ARRAY['ALL'::text, 'FACTS'::text])) OR ((( SELECT access.my_reach() AS my_reach) = 'MISSION'::text) AND (mission_id = ( SELECT access.my_mission() AS my_mission)))));
create policy owner_counts on stat.post_year for all to elchin_owner using (true);
comment on table stat.post_year is 'The same per year, events of unknown month included.';
grant select on stat.post_year to elchin_app;
grant select on stat.post_year to elchin_stats;

create table stat.world_month (
  month integer not null,
  country character(2) not null,
  type text not null,
  cause text not null,
  occurred integer not null default 0,
  opened integer not null default 0,
  closed integer not null default 0,
  illustrated_occurred integer not null default 0,
  illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
  constraint world_month_pkey PRIMARY KEY (month, country, type, cause)
) with (fillfactor=90);
alter table stat.world_month enable row level security;
alter table stat.world_month force row level security;
create policy counts_in_reach on stat.world_month for select to public using ((( SELECT access.my_reach() AS my_reach) = ANY (ARRAY['ALL'::text, 'FACTS'::text])));
create policy owner_counts on stat.world_month for all to elchin_owner using (true);
comment on table stat.world_month is 'All posts and sexes together: the short way for those who see all posts.';
grant select on stat.world_month to elchin_app;
grant select on stat.world_month to elchin_stats;

create table stat.world_year (
  year integer not null,
  country character(2) not null,
  type text not null,
  cause text not null,
  occurred integer not null default 0,
  opened integer not null default 0,
  closed integer not null default 0,
  illustrated_occurred integer not null default 0,
  illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
  constraint world_year_pkey PRIMARY KEY (year, country, type, cause)
) with (fillfactor=90);
alter table stat.world_year enable row level security;
alter table stat.world_year force row level security;
create policy counts_in_reach on stat.world_year for select to public using ((( SELECT access.my_reach() AS my_reach) = ANY (ARRAY['ALL'::text, 'FACTS'::text])));
create policy owner_counts on stat.world_year for all to elchin_owner using (true);
comment on table stat.world_year is 'The same per year, events of unknown month included.';
grant select on stat.world_year to elchin_app;
grant select on stat.world_year to elchin_stats;

create view stat.case_move with (security_invoker=true) as
 SELECT f.occurred_year * 100 + f.occurred_month AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    1 AS occurred,
    0 AS opened,
    0 AS closed,
    1 * f.illustration::integer AS illustrated_occurred,
    0 AS illustrated_opened,
    0 AS illustrated_closed
   FROM cases.case_fact_now f
  WHERE f.occurred_year IS NOT NULL
UNION ALL
 SELECT date_part('year'::text, f.opened_month)::integer * 100 + date_part('month'::text, f.opened_month)::integer AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    0 AS occurred,
    1 AS opened,
    0 AS closed,
    0 AS illustrated_occurred,
    1 * f.illustration::integer AS illustrated_opened,
    0 AS illustrated_closed
   FROM cases.case_fact_now f
UNION ALL
 SELECT date_part('year'::text, f.closed_month)::integer * 100 + date_part('month'::text, f.closed_month)::integer AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    0 AS occurred,
    0 AS opened,
    1 AS closed,
    0 AS illustrated_occurred,
    0 AS illustrated_opened,
    1 * f.illustration::integer AS illustrated_closed
   FROM cases.case_fact_now f
  WHERE f.closed_month IS NOT NULL;
comment on view stat.case_move is 'The same, from the cases themselves: what the counts must come to. For recount.';

create view stat.fact_move with (security_invoker=true) as
 SELECT f.tx,
    f.occurred_year * 100 + f.occurred_month AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    f.sign::integer AS occurred,
    0 AS opened,
    0 AS closed,
    f.sign::integer * f.illustration::integer AS illustrated_occurred,
    0 AS illustrated_opened,
    0 AS illustrated_closed
   FROM cases.case_fact f
  WHERE f.occurred_year IS NOT NULL
UNION ALL
 SELECT f.tx,
    date_part('year'::text, f.opened_month)::integer * 100 + date_part('month'::text, f.opened_month)::integer AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    0 AS occurred,
    f.sign::integer AS opened,
    0 AS closed,
    0 AS illustrated_occurred,
    f.sign::integer * f.illustration::integer AS illustrated_opened,
    0 AS illustrated_closed
   FROM cases.case_fact f
UNION ALL
 SELECT f.tx,
    date_part('year'::text, f.closed_month)::integer * 100 + date_part('month'::text, f.closed_month)::integer AS month,
    f.mission_id,
    f.country,
    f.type,
    f.cause,
    f.sex,
    0 AS occurred,
    0 AS opened,
    f.sign::integer AS closed,
    0 AS illustrated_occurred,
    0 AS illustrated_opened,
    f.sign::integer * f.illustration::integer AS illustrated_closed
   FROM cases.case_fact f
  WHERE f.closed_month IS NOT NULL;
comment on view stat.fact_move is 'The ledger as additions to the counts of a month; tx tells whether they were taken in.';
grant select on stat.fact_move to elchin_app;
grant select on stat.fact_move to elchin_stats;

CREATE OR REPLACE FUNCTION stat.fold()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  mark xid8;
  horizon xid8;
begin
  if not pg_try_advisory_xact_lock(hashtext('stat.fold')) then return null; end if;
  select tx into mark from stat.fold_mark;
  if mark > pg_snapshot_xmax(pg_current_snapshot()) then return stat.rebuild(); end if;
  -- Every transaction before the horizon has ended, and the statements below see all that it wrote.
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  if not exists (select from cases.case_fact where tx >= mark and tx < horizon) then return 0; end if;
  return stat.take_in(mark, horizon);
end $function$;
comment on function stat.fold() is 'Takes the facts of ended transactions into the counts. Returns how many facts that were; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';
grant execute on function stat.fold() to elchin_app;

CREATE OR REPLACE FUNCTION stat.rebuild()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('stat.fold'));
  -- A ledger restored from another server carries that server's transaction numbers. Those that this server has
  -- yet to reach would come between the facts to be: '3' is the first number there is, before all of them.
  update cases.case_fact set tx = '3' where tx > pg_snapshot_xmax(pg_current_snapshot());
  -- Not TRUNCATE: whoever counts at this moment shall still see the counts of before.
  delete from stat.post_month;
  delete from stat.post_year;
  delete from stat.world_month;
  delete from stat.world_year;
  return stat.take_in('0', pg_snapshot_xmin(pg_current_snapshot()));
end $function$;
comment on function stat.rebuild() is 'Makes all counts anew from the ledger: after a restore onto another server (stat.fold finds that out), or to mend what recount found.';

CREATE OR REPLACE FUNCTION stat.take_in(mark xid8, horizon xid8)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  taken bigint;
  touched bigint;
begin
  with alike as materialized (
    select occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex,
           sum(sign)::integer as sign, count(*) as facts
      from cases.case_fact where tx >= mark and tx < horizon
     group by occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex
  ), sums as materialized (
    select month, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from (
        select f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
               f.sign as occurred, 0 as opened, 0 as closed,
               f.sign * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
          from alike f where f.occurred_year is not null
        union all
        select date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
               0, f.sign, 0, 0, f.sign * f.illustration::integer, 0
          from alike f
        union all
        select date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
               0, 0, f.sign, 0, 0, f.sign * f.illustration::integer
          from alike f where f.closed_month is not null
      ) moves group by month, mission_id, country, type, cause, sex
  ), into_post_month as (
    insert into stat.post_month as kept (month, mission_id, country, type, cause, sex, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month, mission_id, country, type, cause, sex
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by mission_id, month, country, type, cause, sex
    on conflict (month, mission_id, country, type, cause, sex) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_post_year as (
    insert into stat.post_year as kept (year, mission_id, country, type, cause, sex, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month / 100, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month / 100, mission_id, country, type, cause, sex
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by mission_id, month / 100, country, type, cause, sex
    on conflict (year, mission_id, country, type, cause, sex) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_world_month as (
    insert into stat.world_month as kept (month, country, type, cause, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month, country, type, cause,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month, country, type, cause
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by month, country, type, cause
    on conflict (month, country, type, cause) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_world_year as (
    insert into stat.world_year as kept (year, country, type, cause, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month / 100, country, type, cause,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month / 100, country, type, cause
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by month / 100, country, type, cause
    on conflict (year, country, type, cause) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  )
  select coalesce((select sum(facts) from alike), 0), (select count(*) from sums) into taken, touched;
  update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
  if touched > 20000 then
    analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
  end if;
  return taken;
end $function$;
comment on function stat.take_in(xid8,xid8) is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
