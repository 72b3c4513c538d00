import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time links by which people choose their own password. Functions, policies and grants: `sql/invites.sql`. */
export class InviteStaff1795800000230 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table access.invite (
        id uuid primary key default uuidv7(),
        staff_id uuid not null references access.staff (id),
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        made_by uuid references access.staff (id),
        made_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '72 hours',
        used_at timestamptz,
        ended_at timestamptz
      );
      create unique index invite_open on access.invite (staff_id) where used_at is null and ended_at is null;
      comment on table access.invite is 'One-time links, each for one person, who chooses a password behind it. Only the SHA-256 of the token is kept.';
      comment on column access.invite.made_by is 'The administrator who handed it over; null for an operator.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access.invite cascade');
  }
}
