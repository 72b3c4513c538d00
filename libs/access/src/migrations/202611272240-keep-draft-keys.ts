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
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access.draft_key');
  }
}
