import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told in the app. Functions, policies and grants: `sql/inbox.sql`. */
export class CreateInbox1795200000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table access.notice (
        id uuid primary key default uuidv7(),
        at timestamptz not null default clock_timestamp(),
        code text not null check (code ~ '^[A-Z][A-Z_]{2,60}$'),
        params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
        subject_kind text check (subject_kind ~ '^[A-Z][A-Z_]{1,30}$'),
        subject_id uuid,
        check ((subject_kind is null) = (subject_id is null))
      );
      comment on table access.notice is 'What was told: a code with parameters, put into words for each reader. References and numbers only, never names. Insert only, through access.tell.';
      comment on column access.notice.subject_id is 'What it is about, for a link: the reader''s own rights decide whether it opens.';

      create table access.notice_reader (
        staff_id uuid not null references access.staff (id),
        notice_id uuid not null references access.notice (id),
        read_at timestamptz,
        primary key (staff_id, notice_id)
      );
      create index notice_unread on access.notice_reader (staff_id) where read_at is null;
      comment on table access.notice_reader is 'Whom a notice addresses, settled when it was told, and when they read it. Ids of notices are in order of time.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop function if exists access.tell; drop table access.notice_reader, access.notice',
    );
  }
}
