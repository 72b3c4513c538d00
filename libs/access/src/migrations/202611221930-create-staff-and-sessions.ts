import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff, their sessions, the counters against guessing, and the access log. */
export class CreateStaffAndSessions1795200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
    `);
    await this.createRecords(queryRunner);
    await this.guardRows(queryRunner);
    await this.createEntrance(queryRunner);
  }

  private async createRecords(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
    `);
  }

  private async guardRows(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
    `);
  }

  private async createEntrance(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema access cascade');
  }
}
