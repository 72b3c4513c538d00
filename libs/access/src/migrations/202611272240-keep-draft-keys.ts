import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key for each person, under which what they have half-written lies on their devices. */
export class KeepDraftKeys1795800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table access.draft_key (
        staff_id uuid primary key references access.staff,
        key bytea not null check (octet_length(key) = 32),
        made_at timestamptz not null default now()
      );
      comment on table access.draft_key is 'The key of what a person has half-written on their devices: the drafts lie there, the key here, and each is worth nothing alone.';
      alter table access.draft_key enable row level security;
      alter table access.draft_key force row level security;
      create policy draft_key_seen on access.draft_key for select
        using (staff_id = (select access.acting()));
      create policy draft_key_made on access.draft_key for insert
        with check (staff_id = (select access.acting()));
      comment on policy draft_key_seen on access.draft_key is 'Only that person, and only with a session: not the administrator, not the tables'' owner.';
      grant select, insert on access.draft_key to elchin_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access.draft_key');
  }
}
