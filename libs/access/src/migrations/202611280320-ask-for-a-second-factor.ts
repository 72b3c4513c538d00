import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time codes beside the password, and codes for when the telephone is lost. */
export class AskForASecondFactor1796200000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table access.factor (
        staff_id uuid primary key references access.staff (id),
        secret bytea not null,
        made_at timestamptz not null default now(),
        confirmed_at timestamptz,
        last_step bigint not null default 0,
        tries integer not null default 0,
        tried_at timestamptz not null default now()
      );
      comment on table access.factor is 'One-time codes (RFC 6238). The secret is sealed under a key outside the database, bound to this row.';
      comment on column access.factor.last_step is 'The step of the last code taken: none is taken twice, nor an older one after it.';
      create table access.recovery_code (
        staff_id uuid not null references access.staff (id),
        hash bytea not null,
        used_at timestamptz,
        primary key (staff_id, hash)
      );
      comment on table access.recovery_code is 'Codes for when the telephone is lost, each for one sign-in. Only keyed hashes.';
      create table access.seal_mark (one boolean primary key default true check (one), mark bytea not null);
      comment on table access.seal_mark is 'By what the secret outside the database is known again: another one is a start error.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access.seal_mark, access.recovery_code, access.factor');
  }
}
