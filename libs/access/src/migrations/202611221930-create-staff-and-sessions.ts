import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff, their sessions, the counters against guessing, and the access log. */
export class CreateStaffAndSessions1795200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create schema access;

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
      create index session_expiry on access.session (expires_at);
      comment on table access.session is 'Live sign-ins. Only the SHA-256 of the token is kept: a copy of this table signs nobody in.';
    `);
    await this.createRecords(queryRunner);
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

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema access cascade');
  }
}
