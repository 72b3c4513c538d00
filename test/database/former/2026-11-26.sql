-- A database as the version of 26 November 2026 made it: every statement of its migrations, for upgrade.spec.ts.

-- CreateApplicationRole1795000000000

do $$ begin
        create role elchin_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
      exception when duplicate_object then null;
      end $$;

create extension if not exists pg_trgm;

create extension if not exists btree_gin;

create collation if not exists public.mn_names (provider = icu, locale = 'mn', rules = '&Е<ё<<<Ё');

revoke create on schema public from public;

-- CreateReferenceTables1795100000000

create extension if not exists btree_gist;

create schema reference;

create table reference.country (
  code char(2) primary key,
  alpha3 text not null unique,
  numeric text,
  label_en text not null,
  label_mn text not null,
  valid_from date,
  valid_to date,
  note text
);
comment on table reference.country is 'ISO 3166-1, with AN (withdrawn 2010-12-15) and XZ (international waters)';
comment on column reference.country.valid_to is 'First day on which the code no longer holds';

create table reference.mission (
  id text primary key check (id ~ '^[A-Z]{3}$'),
  kind text not null
    check (kind in ('embassy', 'permanent_mission', 'consulate_general', 'consulate', 'ministry')),
  city_en text not null,
  city_mn text not null,
  label_en text not null,
  label_mn text not null,
  country char(2) not null references reference.country,
  time_zone text not null,
  staff_limit int check (staff_limit > 0),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  source text not null,
  valid_from date,
  valid_to date
);
comment on table reference.mission is 'Missions abroad, and the consular department in Ulaanbaatar (ULN)';
comment on column reference.mission.id is 'IATA code of the city; prefix of the references of its cases';
comment on column reference.mission.staff_limit is 'Persons, by the government resolution';

create table reference.mission_district (
  country char(2) not null references reference.country,
  mission_id text not null references reference.mission,
  basis text not null check (basis in ('RESIDENCE', 'DISTRICT', 'SIDE', 'TERRITORY')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  valid_from date not null,
  valid_to date,
  note text,
  source text not null,
  primary key (country, mission_id, valid_from),
  constraint one_mission_at_a_time exclude using gist (country with =, daterange(valid_from, valid_to) with &&)
);
comment on table reference.mission_district is 'Which mission takes the cases of a country; none: the consular department';
comment on column reference.mission_district.basis is
  'RESIDENCE it stands there, DISTRICT its consular district, SIDE accredited from elsewhere, TERRITORY of its State';
comment on column reference.mission_district.valid_to is 'First day on which it no longer holds';

create table reference.code_list (
  name text primary key check (name ~ '^[A-Z0-9_]+$'),
  version text not null,
  source text not null,
  note text
);
comment on table reference.code_list is 'Versioned code lists';

create table reference.code_item (
  list text not null references reference.code_list,
  code text not null,
  parent text,
  label_en text not null,
  label_mn text not null,
  sort int not null,
  valid_from date not null,
  valid_to date,
  attributes jsonb not null,
  primary key (list, code),
  foreign key (list, parent) references reference.code_item (list, code)
);
comment on table reference.code_item is 'Items of the code lists; nothing is deleted, what is withdrawn gets an end';
comment on column reference.code_item.attributes is
  'causeList: list of the causes of a case type; caseType: type of an outcome; labelMn: unofficial or unconfirmed wording';

create table reference.population_abroad (
  country text not null,
  year int not null,
  as_of text not null,
  n int not null check (n >= 0),
  definition text not null,
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  primary key (country, as_of, definition)
);
comment on table reference.population_abroad is 'Citizens abroad; definitions differ and are never mixed in one series';
comment on column reference.population_abroad.country is 'ISO alpha-2, ZZ other countries, _T all';

create table reference.published_figure (
  year int not null,
  period text not null,
  measure text not null,
  country text not null,
  value int not null check (value >= 0),
  components text,
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  primary key (year, period, measure, country)
);
comment on table reference.published_figure is 'Figures that others published, as they published them, to check ours against';

create table reference.data_version (
  sha256 text not null,
  loaded_at timestamptz not null default now(),
  primary key (loaded_at, sha256)
);
comment on table reference.data_version is 'Which state of the data files was loaded when; the last row is in force';

grant usage on schema reference to elchin_app;

grant select on all tables in schema reference to elchin_app;

-- CreateStaffAndSessions1795200000000

create schema access;
      grant usage on schema access to elchin_app;

      create table access.staff (
        id uuid primary key default uuidv7(),
        email text not null unique check (email = lower(email)),
        name text not null,
        role text not null,
        mission_id text references reference.mission (id),
        password_hash text not null,
        language text not null default 'mn' check (language in ('mn', 'en')),
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        last_sign_in_at timestamptz,
        previous_sign_in_at timestamptz
      );
      comment on table access.staff is 'People who may sign in. Never deleted: the log refers to them.';
      comment on column access.staff.mission_id is 'The post they act for; null for those who act for none.';

      create table access.session (
        token_hash bytea primary key,
        staff_id uuid not null references access.staff (id),
        kind text not null check (kind in ('BROWSER', 'API')),
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index session_staff on access.session (staff_id);
      comment on table access.session is 'Live sign-ins. Only the SHA-256 of the token is kept: a copy of this table signs nobody in.';

create table access.sign_in_attempt (
        key text primary key,
        failures integer not null,
        last_failure_at timestamptz not null default now(),
        blocked_until timestamptz
      );
      comment on table access.sign_in_attempt is 'Failed sign-ins per name and per address (keys are keyed hashes), against guessing.';

      create table access.log (
        id uuid primary key default uuidv7(),
        at timestamptz not null default clock_timestamp(),
        staff_id uuid,
        role text,
        mission_id text,
        operation text not null,
        subject_id uuid
      );
      create index log_at on access.log (at desc, id desc);
      create index log_subject on access.log (subject_id, at desc) where subject_id is not null;
      create index log_staff on access.log (staff_id, at desc);
      comment on table access.log is 'Who did or read what. Insert only: the application can neither change nor delete a row.';
      comment on column access.log.subject_id is 'The row asked for or acted on. Ids only, never names.';

grant select, insert, update on access.staff to elchin_app;
      grant select, insert, update, delete on access.session to elchin_app;
      grant select, insert, update, delete on access.sign_in_attempt to elchin_app;
      grant insert, select on access.log to elchin_app;

      create view access.staff_directory as select id, name from access.staff;
      grant select on access.staff_directory to elchin_app;
      comment on view access.staff_directory is 'Names beside acts, for everybody who may see the act.';

      alter table access.log enable row level security;
      alter table access.log force row level security;
      create policy log_write on access.log for insert with check (true);
      create policy log_read on access.log for select
        using ((select current_setting('elchin.role', true)) in ('AUDITOR', 'OPERATOR'));

create function access.reach_of(role text) returns text language sql immutable as $$
        select case
          when role in ('OFFICER', 'HEAD_OF_MISSION') then 'MISSION'
          when role in ('CONSULAR_OFFICER', 'OPERATOR') then 'ALL'
          when role = 'ANALYST' then 'FACTS'
          else 'NONE' end
      $$;
      comment on function access.reach_of is 'Which rows of cases a role sees; its twin in code is libs/access/src/policy.rules.ts, and a test holds them together.';

      create function access.enter(token bytea, who uuid, as_role text, at_mission text,
                                   operation text default null, subject uuid default null) returns void
      language plpgsql security definer set search_path = '' as $$
      declare s record;
      begin
        select st.id, st.role, st.mission_id, se.last_seen_at into s
          from access.session se join access.staff st on st.id = se.staff_id
         where se.token_hash = token and st.active
           and se.expires_at > now() and se.last_seen_at > now() - interval '15 minutes';
        if s.id is null or s.id <> who or s.role <> as_role or s.mission_id is distinct from at_mission then
          raise exception 'session is not live' using errcode = 'EL401';
        end if;
        if s.last_seen_at < now() - interval '1 minute' then
          update access.session set last_seen_at = now() where token_hash = token;
        end if;
        perform set_config('elchin.staff', s.id::text, true), set_config('elchin.role', s.role, true),
                set_config('elchin.mission', coalesce(s.mission_id, ''), true),
                set_config('elchin.reach', access.reach_of(s.role), true);
        if operation is not null then
          insert into access.log (staff_id, role, mission_id, operation, subject_id)
          values (s.id, s.role, s.mission_id, enter.operation, enter.subject);
        end if;
      end $$;
      comment on function access.enter is
        'First statement of every transaction for a person: the session must still be live, and its owner still hold the role and post that the guard in the code decided by. Then sets the actor that row-level security reads, and writes the row of the access log, which stands or falls with the transaction. EL401 otherwise.';
      revoke all on function access.enter from public;
      grant execute on function access.enter, access.reach_of to elchin_app;

-- GuardStaffRows1795200000001

create function access.acting() returns uuid language sql stable as $$
        select nullif(current_setting('elchin.staff', true), '')::uuid
      $$;
      comment on function access.acting is 'Who acts in this transaction, by access.enter; null before anybody is known (signing in, sweeping).';
      grant execute on function access.acting to elchin_app;

      alter table access.staff enable row level security;
      create policy staff_seen on access.staff for select using (
        (select access.acting()) is null or id = (select access.acting())
        or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      create policy staff_entered on access.staff for insert with check (
        (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      create policy staff_changed on access.staff for update using (
        id = (select access.acting()) or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      comment on policy staff_seen on access.staff is 'A person sees their own row, the administrator all. Names beside acts come from access.staff_directory.';

      alter table access.session enable row level security;
      create policy session_of on access.session using (
        (select access.acting()) is null or staff_id = (select access.acting())
        or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      comment on policy session_of on access.session is 'Own sessions; the administrator ends anybody''s; without an actor: signing in and sweeping.';

      drop policy log_write on access.log;
      create policy log_write on access.log for insert
        with check (staff_id is not distinct from (select access.acting()));
      comment on policy log_write on access.log is 'Nobody writes the log in another person''s name.';

      create index session_expiry on access.session (expires_at);

create function access.keep_own_rights() returns trigger language plpgsql as $$
      begin
        if old.id = access.acting()
           and (new.role, new.mission_id, new.active) is distinct from (old.role, old.mission_id, old.active) then
          raise exception 'nobody changes their own rights' using errcode = 'EL403';
        end if;
        return new;
      end $$;
      comment on function access.keep_own_rights is 'The second lock behind the refusals OWN_ROLE and OWN_DEACTIVATION.';
      create trigger keep_own_rights before update on access.staff
        for each row execute function access.keep_own_rights();

-- LogReadsWithoutWaiting1795200000002

drop function access.enter(bytea, uuid, text, text, text, uuid);
      
  create function access.enter(token bytea, who uuid, as_role text, at_mission text,
                               operation text default null, subject uuid default null, durable boolean default true) returns void
  language plpgsql security definer set search_path = '' as $$
  declare s record;
  begin
    -- One statement checks the session and sets the actor: each of its own costs as much as the other.
    select se.last_seen_at,
           set_config('elchin.staff', st.id::text, true), set_config('elchin.role', st.role, true),
           set_config('elchin.mission', coalesce(st.mission_id, ''), true),
           set_config('elchin.reach', access.reach_of(st.role), true) into s
      from access.session se join access.staff st on st.id = se.staff_id
     where se.token_hash = token and st.active
       and se.expires_at > now() and se.last_seen_at > now() - interval '15 minutes'
       and st.id = who and st.role = as_role and st.mission_id is not distinct from at_mission;
    if not found then
      raise exception 'session is not live' using errcode = 'EL401';
    end if;
    if s.last_seen_at < now() - interval '1 minute' then
      update access.session set last_seen_at = now() where token_hash = token;
    end if;
    if operation is not null then
      insert into access.log (staff_id, role, mission_id, operation, subject_id)
      values (who, as_role, at_mission, enter.operation, enter.subject);
    end if;
    if not durable then
          -- Last, since the log's row is written too. What is not waited for must be a read, whatever the code says.
          perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
        end if;
  end $$;
  comment on function access.enter is
    'First statement of every transaction for a person: the session must still be live, and its owner still hold the role and post that the guard in the code decided by. Then sets the actor that row-level security reads, and writes the row of the access log, which stands or falls with the transaction. EL401 otherwise. Not durable, for reads: the commit does not wait for the disk, and nothing after this can write.';
  revoke all on function access.enter from public;
      grant execute on function access.enter to elchin_app;

-- CreateCaseFiles1795300000000

create schema cases;
      grant usage on schema cases to elchin_app;

      create table cases.person (
        id uuid primary key default uuidv7(),
        mission_id text not null references reference.mission (id),
        clan text, patronymic text, given text,
        latin_surname text, latin_given text,
        sex text not null default 'UNKNOWN' check (sex in ('MALE', 'FEMALE', 'OTHER', 'UNKNOWN')),
        birth_on date,
        birth_precision text not null default 'UNKNOWN' check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
        match_key text not null default '',
        unique (id, mission_id)
      );
      comment on table cases.person is 'The people a case is about. A person may be unnamed: all names null.';
      comment on column cases.person.mission_id is 'Post of the case, for row-level security without a join.';
      comment on column cases.person.match_key is 'All names, transliterated and folded, for search by a fragment (names.rules.ts).';
      create index person_match on cases.person using gin (mission_id, match_key gin_trgm_ops);

      create table cases.case_file (
        id uuid primary key,
        case_no text not null unique,
        type text not null,
        status text not null default 'REGISTERED',
        mission_id text not null references reference.mission (id),
        host_country char(2) not null references reference.country (code),
        place text,
        occurred_on date,
        occurred_precision text not null check (occurred_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
        aware_at timestamptz not null,
        registered_at timestamptz not null default clock_timestamp(),
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
        import_key text unique,
        illustration boolean not null default false,
        check ((occurred_on is null) = (occurred_precision = 'UNKNOWN')),
        check (closed_on is null or closed_on >= opened_on),
        check ((closed_on is not null) = (status in ('CLOSED', 'REJECTED'))),
        unique (id, mission_id),
        constraint case_subject foreign key (subject_id, mission_id)
          references cases.person (id, mission_id) on update cascade
      );
      comment on table cases.case_file is 'One matter of one person: a detention, a death, unpaid wages.';
      comment on column cases.case_file.opened_on is 'Day, at the post, on which it learned of the matter: the day statistics count by.';
      comment on column cases.case_file.closed_on is 'Day, at the post, of closing or rejecting; null while open.';
      comment on column cases.case_file.cause_code is 'Code in the list that the type names (CASE_TYPE.attributes.causeList).';
      comment on column cases.case_file.content_hash is 'Of the filing as sent: the same id with other content is refused.';
      comment on column cases.case_file.import_key is 'Content of an imported row and its ordinal among equals: a second import adds nothing.';
      create index case_open_newest on cases.case_file (mission_id, registered_at desc, id desc)
        where status not in ('CLOSED', 'REJECTED');
      create index case_newest on cases.case_file (mission_id, registered_at desc, id desc);
      create index case_all_newest on cases.case_file (registered_at desc, id desc);
      create index case_subject_of on cases.case_file (subject_id);

      create table cases.timeline_entry (
        id uuid primary key default uuidv7(),
        case_id uuid not null,
        mission_id text not null,
        kind text not null,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        staff_id uuid,
        body text,
        from_status text,
        to_status text,
        changes jsonb,
        -- An entry is its case's post's: nobody can hang one on another post's case.
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade
      );
      comment on table cases.timeline_entry is 'What happened and what was done. Append-only: the application can neither change nor delete a row.';
      comment on column cases.timeline_entry.changes is 'For AMENDED: each field as it was before.';
      create index timeline_of_case on cases.timeline_entry (case_id, at desc, id desc);

      create table cases.case_number (
        mission_id text not null,
        year integer not null,
        sequence_name text not null,
        primary key (mission_id, year)
      );
      comment on table cases.case_number is 'Which sequence gives the references of a post in a year.';

create function cases.next_case_no(mission text, year integer) returns text
      language plpgsql security definer set search_path = '' as $$
      declare name text;
      begin
        select sequence_name into name from cases.case_number n
         where n.mission_id = mission and n.year = next_case_no.year;
        if name is null then
          -- First filing of the post in that year: one at a time makes the sequence.
          perform pg_advisory_xact_lock(hashtext('cases.next_case_no ' || mission || year));
          name := format('cases.case_no_%s_%s', lower(mission), year);
          execute format('create sequence if not exists %s', name);
          insert into cases.case_number values (mission, year, name) on conflict do nothing;
        end if;
        return format('%s-%s-%s', mission, year, lpad(nextval(name::regclass)::text, 5, '0'));
      end $$;
      comment on function cases.next_case_no is
        'The next human reference, e.g. SEL-2026-00042. A sequence, not a counter row: posts file at once without waiting for each other''s commit. A filing that fails leaves a gap.';
      revoke all on function cases.next_case_no from public;
      grant execute on function cases.next_case_no to elchin_app;

-- CreateTypeRecords1795300000001

create table cases.detention (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        authority text, basis text, offence text, offence_local text, facility text,
        arrested_on date, mission_notified_on date, first_visit_on date
      );
      comment on table cases.detention is 'VCCR 1963 art. 36: who holds the person, for what, and when the post was told and came.';

      create table cases.death (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        manner text, icd10 text,
        in_custody text not null default 'UNKNOWN', at_work text not null default 'UNKNOWN',
        cause_text text
      );
      comment on table cases.death is 'VCCR 1963 art. 37(a). icd10: block of WHO ICD-10, or a chapter.';

      create table cases.labour (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        issues text[] not null default '{}', employer text,
        injury_fatal text not null default 'UNKNOWN',
        occupation text, activity text, legal_status text
      );
      comment on table cases.labour is 'A migrant worker''s matter. The first issue is the cause that the counts use.';

      create table cases.insurance (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        scheme text, enrolment text, benefit text, claim text
      );

      create table cases.crime_victim (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        offence text, reported_police_on date
      );

      create table cases.missing (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        circumstance text, last_seen_on date
      );

-- CreateCaseFacts1795300000002

create table cases.case_fact (
        id bigint generated always as identity primary key,
        case_id uuid not null,
        sign smallint not null check (sign in (1, -1)),
        mission_id text not null, country char(2) not null, type text not null, cause text not null, sex text not null,
        occurred_year smallint, occurred_month smallint not null default 0,
        opened_month date not null, closed_month date,
        illustration boolean not null,
        recorded_at timestamptz not null default now(),
        tx xid8 not null default pg_current_xact_id()
      );
      comment on table cases.case_fact is 'Ledger of nameless facts. A count is the sum of signs. No names, no text, no exact dates.';
      comment on column cases.case_fact.occurred_year is 'Null when unknown.';
      comment on column cases.case_fact.occurred_month is '1 to 12; 0 when only the year, or nothing, is known.';
      comment on column cases.case_fact.opened_month is 'First day of the month of case_file.opened_on.';
      comment on column cases.case_fact.tx is 'Writing transaction: lets a reader add what a summary has not taken in yet, exactly.';
      create index case_fact_of on cases.case_fact (case_id, id desc);
      create index case_fact_tx on cases.case_fact (tx);
      create index case_fact_illustration on cases.case_fact (opened_month) where illustration;

      create view cases.case_fact_now with (security_invoker = true) as
        select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
               extract(year from c.occurred_on)::smallint as occurred_year,
               (case when c.occurred_precision in ('DAY', 'MONTH') then extract(month from c.occurred_on) else 0 end)::smallint
                 as occurred_month,
               date_trunc('month', c.opened_on)::date as opened_month,
               date_trunc('month', c.closed_on)::date as closed_month,
               c.illustration
          from cases.case_file c join cases.person p on p.id = c.subject_id;
      comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: the one definition, used by the triggers and by recount.';

create function cases.state_facts() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into cases.case_fact (case_id, sign, mission_id, country, type, cause, sex, occurred_year,
                                     occurred_month, opened_month, closed_month, illustration)
        select f.case_id, 1, f.mission_id, f.country, f.type, f.cause, f.sex, f.occurred_year,
               f.occurred_month, f.opened_month, f.closed_month, f.illustration
          from added a join cases.case_fact_now f on f.case_id = a.id;
        return null;
      end $$;
      create trigger case_file_added after insert on cases.case_file
        referencing new table as added for each statement execute function cases.state_facts();

      create function cases.restate_facts(changed uuid[]) returns void
      language sql security definer set search_path = '' as $$
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
      $$;
      comment on function cases.restate_facts is 'Takes back and states anew the facts of the cases that no longer match. -1 comes before +1, so the last row of a case is its fact.';

      create function cases.restate_changed_cases() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        perform cases.restate_facts(array(select id from changed));
        return null;
      end $$;
      create trigger case_file_changed after update on cases.case_file
        referencing new table as changed for each statement execute function cases.restate_changed_cases();

      create function cases.restate_changed_persons() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        perform cases.restate_facts(array(
          select c.id from changed p join cases.case_file c on c.subject_id = p.id));
        return null;
      end $$;
      create trigger person_changed after update on cases.person
        referencing new table as changed for each statement execute function cases.restate_changed_persons();

-- GuardCaseRows1795300000003

alter table cases.person enable row level security;
      create policy in_reach on cases.person using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.person is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.case_file enable row level security;
      create policy in_reach on cases.case_file using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.case_file is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.timeline_entry enable row level security;
      create policy in_reach on cases.timeline_entry using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.timeline_entry is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.detention enable row level security;
      create policy in_reach on cases.detention using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.detention is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.death enable row level security;
      create policy in_reach on cases.death using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.death is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.labour enable row level security;
      create policy in_reach on cases.labour using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.labour is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.insurance enable row level security;
      create policy in_reach on cases.insurance using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.insurance is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.crime_victim enable row level security;
      create policy in_reach on cases.crime_victim using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.crime_victim is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

alter table cases.missing enable row level security;
      create policy in_reach on cases.missing using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.missing is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';

grant select, insert, update on cases.person, cases.case_file to elchin_app;
      grant select, insert on cases.timeline_entry to elchin_app;
      grant select, insert, update on cases.detention, cases.death, cases.labour, cases.insurance, cases.crime_victim,
        cases.missing to elchin_app;
      grant select on cases.case_fact, cases.case_fact_now to elchin_app;

      alter table cases.case_fact enable row level security;
      create policy facts_in_reach on cases.case_fact for select using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'FACTS' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);

-- FindPersonsByName1795300000004

create function cases.persons_matching(patterns text[], most integer)
      returns table (person_id uuid, likeness real)
      language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
      declare
        reach text := current_setting('elchin.reach', true);
        mission text := current_setting('elchin.mission', true);
        fragment text := btrim(patterns[1], '% ');
        -- One pattern for the index, which cannot serve LIKE ALL: the longest finds the fewest.
        longest text := (select p from unnest(patterns) p order by length(p) desc limit 1);
      begin
        if reach = 'MISSION' then
          return query
            with found as materialized (
              select p.id, p.match_key from cases.person p
               where p.mission_id = mission and p.match_key like longest and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
            ) select f.id, word_similarity(fragment, f.match_key) from found f
              order by 2 desc, f.id desc limit most;
        elsif reach = 'ALL' then
          return query
            with found as materialized (
              select p.id, p.match_key from cases.person p
               where p.match_key like longest and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
            ) select f.id, word_similarity(fragment, f.match_key) from found f
              order by 2 desc, f.id desc limit most;
        end if;
      end $$;
      comment on function cases.persons_matching is
        'Persons in the actor''s reach whose folded names match all patterns: of the first thousand found, the likest first.';
      revoke all on function cases.persons_matching from public;
      grant execute on function cases.persons_matching to elchin_app;

-- ReadATypeRecord1795300000005

create function cases.record_of(of_type text, of_case uuid) returns json language plpgsql stable as $$
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
      end $$;
      comment on function cases.record_of is
        'The row of the type''s own table, with the rights of whoever asks: row-level security holds inside.';
      grant execute on function cases.record_of to elchin_app;

-- KeepFactsToTheirTriggers1795300000006

revoke execute on function cases.restate_facts, cases.state_facts, cases.restate_changed_cases, cases.restate_changed_persons from public;

-- StateFactsFromAddedRows1795300000007

create or replace view cases.case_fact_now with (security_invoker = true) as 
  select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
         date_part('year', c.occurred_on)::smallint as occurred_year,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint
           as occurred_month,
         date_trunc('month', c.opened_on::timestamp)::date as opened_month,
         date_trunc('month', c.closed_on::timestamp)::date as closed_month,
         c.illustration
    from cases.case_file c join cases.person p on p.id = c.subject_id;
      comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: for restated facts and for recount.';

      create or replace function cases.state_facts() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into cases.case_fact (case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month,
                                     opened_month, closed_month, illustration, sign)
        select f.*, 1 from (
  select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
         date_part('year', c.occurred_on)::smallint as occurred_year,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint
           as occurred_month,
         date_trunc('month', c.opened_on::timestamp)::date as opened_month,
         date_trunc('month', c.closed_on::timestamp)::date as closed_month,
         c.illustration
    from added c join cases.person p on p.id = c.subject_id) f;
        return null;
      end $$;

      -- The key's index, read backwards, is that of a case's latest fact.
      alter table cases.case_fact drop constraint case_fact_pkey, add constraint case_fact_pkey primary key (case_id, id);
      drop index cases.case_fact_of;

-- CreateImports1795300000100

create table cases.upload (
    id uuid primary key,
    staff_id uuid not null,
    file_name text not null,
    bytes bigint not null,
    at timestamptz not null default now()
  );
  comment on table cases.upload is 'Files sent for import. The id names the file in the uploads folder; both are swept after a day.';
  comment on column cases.upload.file_name is 'As the sender called it; never used as a path.';

  create table cases.import (
    id uuid primary key,
    upload_id uuid,
    file_name text not null,
    profile text not null,
    status text not null check (status in ('CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'FAILED')),
    partial boolean not null default false,
    rows_done integer not null default 0,
    rows_total integer not null default 0,
    imported integer not null default 0,
    already_there integer not null default 0,
    refused integer not null default 0,
    unmapped jsonb not null default '[]',
    failure jsonb,
    attempts integer not null default 0,
    started_at timestamptz not null default clock_timestamp(),
    checked_at timestamptz,
    finished_at timestamptz,
    staff_id uuid,
    role text,
    mission_id text,
    token_hash bytea
  );
  create index import_pending on cases.import (started_at) where status in ('CHECKING', 'IMPORTING');
  comment on table cases.import is 'One file and what became of it. While its status is CHECKING or IMPORTING it is also the order for the job: there is no other queue.';
  comment on column cases.import.upload_id is 'Null for an import by the operator at the command line.';
  comment on column cases.import.failure is 'Why the whole file was refused: code, field and params of a refusal.';
  comment on column cases.import.attempts is 'How often a job began the running step; one that keeps breaking is given up.';
  comment on column cases.import.token_hash is 'Session that ordered the running step: the job shows it to access.enter, so that it works only while its orderer may. Null when no job is due.';

  create table cases.import_span (
    import_id uuid not null references cases.import (id),
    first_row integer not null,
    last_row integer not null check (last_row >= first_row),
    verdict text not null check (verdict in ('OK', 'IMPORTED', 'ALREADY_THERE', 'REFUSED')),
    field text,
    reason text,
    params jsonb,
    primary key (import_id, first_row)
  );
  comment on table cases.import_span is 'Verdict of each row, as runs of neighbouring rows with the same verdict: a million good rows are one span.';

alter table cases.upload enable row level security;
  create policy in_reach on cases.upload using ((select current_setting('elchin.reach', true)) = 'ALL');
  grant select, insert, delete on cases.upload to elchin_app;
  

  alter table cases.import enable row level security;
  create policy in_reach on cases.import using ((select current_setting('elchin.reach', true)) = 'ALL');
  grant select, insert, delete on cases.import to elchin_app;
  

  alter table cases.import_span enable row level security;
  create policy in_reach on cases.import_span using ((select current_setting('elchin.reach', true)) = 'ALL');
  grant select, insert, delete on cases.import_span to elchin_app;
  
grant update on cases.import to elchin_app;

create function cases.pending_imports() returns setof cases.import
  language sql stable security definer set search_path = '' as $$
    select * from cases.import where status in ('CHECKING', 'IMPORTING') order by started_at
  $$;

  create function cases.begin_import(which uuid) returns void
  language sql security definer set search_path = '' as $$
    update cases.import set attempts = attempts + 1, rows_done = 0 where id = which
  $$;

  create function cases.note_import_progress(which uuid, done integer, total integer) returns void
  language sql security definer set search_path = '' as $$
    update cases.import set rows_done = least(done, total), rows_total = total
     where id = which and status in ('CHECKING', 'IMPORTING')
  $$;

  create function cases.fail_import(which uuid, why jsonb) returns void
  language sql security definer set search_path = '' as $$
    update cases.import set status = 'FAILED', failure = why, token_hash = null, finished_at = clock_timestamp()
     where id = which and status in ('CHECKING', 'IMPORTING')
  $$;

  create function cases.forget_old_uploads(older_than interval) returns setof uuid
  language sql security definer set search_path = '' as $$
    delete from cases.upload u where u.at < now() - older_than
       and not exists (select from cases.import i where i.upload_id = u.id and i.status in ('CHECKING', 'IMPORTING'))
    returning u.id
  $$;

  revoke all on function cases.pending_imports, cases.begin_import, cases.note_import_progress, cases.fail_import,
    cases.forget_old_uploads from public;
  grant execute on function cases.pending_imports, cases.begin_import, cases.note_import_progress, cases.fail_import,
    cases.forget_old_uploads to elchin_app;

-- Keys and references are ASCII: compared byte by byte, which their indexes do much faster than by an alphabet.
  alter table cases.case_file alter column import_key type text collate "C", alter column case_no type text collate "C";

  alter default privileges in schema cases grant usage on sequences to elchin_app;

  create or replace function cases.case_sequence(mission text, year integer) returns regclass
  language plpgsql security definer set search_path = '' as $$
  declare name text;
  begin
    select sequence_name into name from cases.case_number n
     where n.mission_id = mission and n.year = case_sequence.year;
    if name is null then
      -- First filing of the post in that year: one at a time makes the sequence.
      perform pg_advisory_xact_lock(hashtext('cases.next_case_no ' || mission || year));
      name := format('cases.case_no_%s_%s', lower(mission), year);
      execute format('create sequence if not exists %s', name);
      insert into cases.case_number values (mission, year, name) on conflict do nothing;
    end if;
    return name::regclass;
  end $$;
  comment on function cases.case_sequence is 'The sequence of a post and year, made when missing. An import takes many numbers from it at once.';

  create or replace function cases.case_no(mission text, year integer, number bigint) returns text
  language sql immutable parallel safe as $$
    select mission || '-' || year || '-' ||
           case when number < 100000 then lpad(number::text, 5, '0') else number::text end
  $$;
  comment on function cases.case_no is 'A human reference: five digits, more when a post has more cases in a year (lpad alone would cut them off).';

  create or replace function cases.next_case_no(mission text, year integer) returns text
  language plpgsql security definer set search_path = '' as $$
  begin
    return cases.case_no(mission, year, nextval(cases.case_sequence(mission, year)));
  end $$;

  revoke all on function cases.case_sequence from public;
  grant execute on function cases.case_sequence, cases.case_no to elchin_app;

-- MakeReferencesInline1795300000101

create or replace function cases.case_no(mission text, year integer, number bigint) returns text
  language sql immutable parallel safe as $$
    select mission || '-' || year::text || '-' ||
           case when number < 100000 then lpad(number::text, 5, '0') else number::text end
  $$;

-- CreateCounts1795400000000

create schema stat;
      comment on schema stat is 'Counts made of cases.case_fact. Everything here can be rebuilt from it: stat.rebuild().';
      grant usage on schema stat to elchin_app;

      create table stat.post_month (
        month integer not null, mission_id text not null, country char(2) not null, type text not null,
        cause text not null, sex text not null, 
  occurred integer not null default 0, opened integer not null default 0, closed integer not null default 0,
  illustrated_occurred integer not null default 0, illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
        primary key (mission_id, month, country, type, cause, sex)
      ) with (fillfactor = 90);
      comment on table stat.post_month is 'Counts per post and month, in every detail that statistics know.';
      comment on column stat.post_month.month is 'yyyymm; yyyy00 where the month is not known (occurred only).';
      comment on column stat.post_month.occurred is 'Cases whose event happened in the month.';
      comment on column stat.post_month.opened is 'Cases of which the post learned in the month.';
      comment on column stat.post_month.closed is 'Cases closed or rejected in the month.';
      comment on column stat.post_month.illustrated_opened is 'How many of these are fictional illustrations.';

      create table stat.post_year (
        year integer not null, mission_id text not null, country char(2) not null, type text not null,
        cause text not null, sex text not null, 
  occurred integer not null default 0, opened integer not null default 0, closed integer not null default 0,
  illustrated_occurred integer not null default 0, illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
        primary key (mission_id, year, country, type, cause, sex)
      ) with (fillfactor = 90);
      comment on table stat.post_year is 'The same per year, events of unknown month included.';

create table stat.world_month (
        month integer not null, country char(2) not null, type text not null, cause text not null, 
  occurred integer not null default 0, opened integer not null default 0, closed integer not null default 0,
  illustrated_occurred integer not null default 0, illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
        primary key (month, country, type, cause)
      ) with (fillfactor = 90);
      comment on table stat.world_month is 'All posts and sexes together: the short way for those who see all posts.';

      create table stat.world_year (
        year integer not null, country char(2) not null, type text not null, cause text not null, 
  occurred integer not null default 0, opened integer not null default 0, closed integer not null default 0,
  illustrated_occurred integer not null default 0, illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0,
        primary key (year, country, type, cause)
      ) with (fillfactor = 90);
      comment on table stat.world_year is 'The same per year, events of unknown month included.';

create table stat.fold_mark (
        one boolean primary key default true check (one),
        tx xid8 not null default '0',
        version bigint not null default 0,
        folded_at timestamptz
      );
      insert into stat.fold_mark default values;
      comment on table stat.fold_mark is 'The counts hold the facts of transactions before tx; a reader adds the others itself.';
      comment on column stat.fold_mark.version is 'Rises whenever the counts change, so that a copy of them can tell its age.';

grant select on all tables in schema stat to elchin_app;

alter table stat.post_month enable row level security;
        create policy counts_in_reach on stat.post_month for select using (
          (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS')
          or ((select current_setting('elchin.reach', true)) = 'MISSION'
              and mission_id = (select current_setting('elchin.mission', true))));
        comment on policy counts_in_reach on stat.post_month is 'As on cases.case_fact: own post, or all.';

alter table stat.post_year enable row level security;
        create policy counts_in_reach on stat.post_year for select using (
          (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS')
          or ((select current_setting('elchin.reach', true)) = 'MISSION'
              and mission_id = (select current_setting('elchin.mission', true))));
        comment on policy counts_in_reach on stat.post_year is 'As on cases.case_fact: own post, or all.';

alter table stat.world_month enable row level security;
        create policy counts_in_reach on stat.world_month for select using (
          (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS'));
        comment on policy counts_in_reach on stat.world_month is 'Only for those who see every post: the posts cannot be told apart here.';

alter table stat.world_year enable row level security;
        create policy counts_in_reach on stat.world_year for select using (
          (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS'));
        comment on policy counts_in_reach on stat.world_year is 'Only for those who see every post: the posts cannot be told apart here.';

-- FoldFactsIntoCounts1795400000001

create view stat.fact_move with (security_invoker = true) as
        
  select f.tx, f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
         f.sign::integer as occurred, 0 as opened, 0 as closed,
         f.sign::integer * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from cases.case_fact f where f.occurred_year is not null
  union all
  select f.tx, date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
         0, f.sign::integer, 0, 0, f.sign::integer * f.illustration::integer, 0
    from cases.case_fact f
  union all
  select f.tx, date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
         0, 0, f.sign::integer, 0, 0, f.sign::integer * f.illustration::integer
    from cases.case_fact f where f.closed_month is not null;
      comment on view stat.fact_move is 'The ledger as additions to the counts of a month; tx tells whether they were taken in.';
      create view stat.case_move with (security_invoker = true) as
        
  select  f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
         1 as occurred, 0 as opened, 0 as closed,
         1 * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from cases.case_fact_now f where f.occurred_year is not null
  union all
  select  date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
         0, 1, 0, 0, 1 * f.illustration::integer, 0
    from cases.case_fact_now f
  union all
  select  date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
         0, 0, 1, 0, 0, 1 * f.illustration::integer
    from cases.case_fact_now f where f.closed_month is not null;
      comment on view stat.case_move is 'The same, from the cases themselves: what the counts must come to. For recount.';
      grant select on stat.fact_move to elchin_app;

create or replace function stat.take_in(mark xid8, horizon xid8) returns bigint
      language plpgsql set search_path = '' as $$
      declare taken bigint;
      begin
        with sums as materialized (
          select month, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed, count(*) as moves from stat.fact_move
           where tx >= mark and tx < horizon group by month, mission_id, country, type, cause, sex
        ), into_post_month as (
  insert into stat.post_month as kept (month, mission_id, country, type, cause, sex, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month, mission_id, country, type, cause, sex having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by mission_id, month, country, type, cause, sex
  on conflict (month, mission_id, country, type, cause, sex) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_post_year as (
  insert into stat.post_year as kept (year, mission_id, country, type, cause, sex, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month / 100, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month / 100, mission_id, country, type, cause, sex having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by mission_id, month / 100, country, type, cause, sex
  on conflict (year, mission_id, country, type, cause, sex) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_world_month as (
  insert into stat.world_month as kept (month, country, type, cause, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month, country, type, cause, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month, country, type, cause having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by month, country, type, cause
  on conflict (month, country, type, cause) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_world_year as (
  insert into stat.world_year as kept (year, country, type, cause, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month / 100, country, type, cause, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month / 100, country, type, cause having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by month / 100, country, type, cause
  on conflict (year, country, type, cause) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        )
        select coalesce(sum(moves), 0) into taken from sums;
        update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
        if taken > 50000 then
          analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
        end if;
        return taken;
      end $$;
      comment on function stat.take_in is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
      revoke all on function stat.take_in from public;

create function stat.fold() returns bigint
      language plpgsql security definer set search_path = '' as $$
      declare mark xid8; horizon xid8;
      begin
        if not pg_try_advisory_xact_lock(hashtext('stat.fold')) then return null; end if;
        select tx into mark from stat.fold_mark;
        if mark > pg_snapshot_xmax(pg_current_snapshot()) then return stat.rebuild(); end if;
        -- Every transaction before the horizon has ended, and the statements below see all that it wrote.
        horizon := pg_snapshot_xmin(pg_current_snapshot());
        if not exists (select from cases.case_fact where tx >= mark and tx < horizon) then return 0; end if;
        return stat.take_in(mark, horizon);
      end $$;
      comment on function stat.fold is
        'Takes the facts of ended transactions into the counts. Returns how many additions that made; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';
      revoke all on function stat.fold from public;
      grant execute on function stat.fold to elchin_app;

create function stat.rebuild() returns bigint
      language plpgsql security definer set search_path = '' as $$
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
      end $$;
      comment on function stat.rebuild is 'Makes all counts anew from the ledger: after a restore onto another server (stat.fold finds that out), or to mend what recount found.';
      revoke all on function stat.rebuild from public;

-- FoldEqualFactsOnce1795400000002

create or replace function stat.take_in(mark xid8, horizon xid8) returns bigint
      language plpgsql set search_path = '' as $$
      declare taken bigint; touched bigint;
      begin
        with alike as materialized (
          select occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex, sum(sign)::integer as sign, count(*) as facts
            from cases.case_fact where tx >= mark and tx < horizon group by occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex
        ), sums as materialized (
          select month, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from (
  select  f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
         f.sign as occurred, 0 as opened, 0 as closed,
         f.sign * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from alike f where f.occurred_year is not null
  union all
  select  date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
         0, f.sign, 0, 0, f.sign * f.illustration::integer, 0
    from alike f
  union all
  select  date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
         0, 0, f.sign, 0, 0, f.sign * f.illustration::integer
    from alike f where f.closed_month is not null) moves group by month, mission_id, country, type, cause, sex
        ), into_post_month as (
  insert into stat.post_month as kept (month, mission_id, country, type, cause, sex, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month, mission_id, country, type, cause, sex having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by mission_id, month, country, type, cause, sex
  on conflict (month, mission_id, country, type, cause, sex) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_post_year as (
  insert into stat.post_year as kept (year, mission_id, country, type, cause, sex, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month / 100, mission_id, country, type, cause, sex, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month / 100, mission_id, country, type, cause, sex having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by mission_id, month / 100, country, type, cause, sex
  on conflict (year, mission_id, country, type, cause, sex) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_world_month as (
  insert into stat.world_month as kept (month, country, type, cause, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month, country, type, cause, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month, country, type, cause having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by month, country, type, cause
  on conflict (month, country, type, cause) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        ), into_world_year as (
  insert into stat.world_year as kept (year, country, type, cause, occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed)
  select month / 100, country, type, cause, sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed, sum(illustrated_occurred)::integer as illustrated_occurred, sum(illustrated_opened)::integer as illustrated_opened, sum(illustrated_closed)::integer as illustrated_closed from sums group by month / 100, country, type, cause having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0 or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
  order by month / 100, country, type, cause
  on conflict (year, country, type, cause) do update
    set occurred = kept.occurred + excluded.occurred, opened = kept.opened + excluded.opened, closed = kept.closed + excluded.closed, illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred, illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened, illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
        )
        select coalesce((select sum(facts) from alike), 0), (select count(*) from sums) into taken, touched;
        update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
        if touched > 20000 then
          analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
        end if;
        return taken;
      end $$;
      comment on function stat.take_in is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
      comment on function stat.fold is
        'Takes the facts of ended transactions into the counts. Returns how many facts that were; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';

create table public.migrations (
  id serial not null, "timestamp" bigint not null, name varchar not null,
  constraint "PK_8c82d7f526340ab734260ea46be" primary key (id)
);

insert into public.migrations ("timestamp", name) values
  (1795000000000, 'CreateApplicationRole1795000000000'),
  (1795100000000, 'CreateReferenceTables1795100000000'),
  (1795200000000, 'CreateStaffAndSessions1795200000000'),
  (1795200000001, 'GuardStaffRows1795200000001'),
  (1795200000002, 'LogReadsWithoutWaiting1795200000002'),
  (1795300000000, 'CreateCaseFiles1795300000000'),
  (1795300000001, 'CreateTypeRecords1795300000001'),
  (1795300000002, 'CreateCaseFacts1795300000002'),
  (1795300000003, 'GuardCaseRows1795300000003'),
  (1795300000004, 'FindPersonsByName1795300000004'),
  (1795300000005, 'ReadATypeRecord1795300000005'),
  (1795300000006, 'KeepFactsToTheirTriggers1795300000006'),
  (1795300000007, 'StateFactsFromAddedRows1795300000007'),
  (1795300000100, 'CreateImports1795300000100'),
  (1795300000101, 'MakeReferencesInline1795300000101'),
  (1795400000000, 'CreateCounts1795400000000'),
  (1795400000001, 'FoldFactsIntoCounts1795400000001'),
  (1795400000002, 'FoldEqualFactsOnce1795400000002');
