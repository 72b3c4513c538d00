import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports become jobs like all others: `cases.import` is no queue any more, and counts no tries. */
export class ImportByJobs1795300000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function if exists cases.pending_imports, cases.begin_import;
      drop index cases.import_pending;
      alter table cases.import drop column attempts;
      comment on table cases.import is 'One file and what became of it. While its status is CHECKING or IMPORTING a job is due for it, which brings only its id.';
    `);
    // Orders of the former queue.
    await queryRunner.query(`
      select graphile_worker.add_job('cases.import', json_build_object('id', id), 'cases.import', null, 5, 'cases.import ' || id)
        from cases.import where status in ('CHECKING', 'IMPORTING') order by started_at`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function if exists cases.begin_import;
      alter table cases.import add column attempts integer not null default 0;
      create index import_pending on cases.import (started_at) where status in ('CHECKING', 'IMPORTING');
      create function cases.pending_imports() returns setof cases.import
      language sql stable security definer set search_path = '' as $$
        select * from cases.import where status in ('CHECKING', 'IMPORTING') order by started_at
      $$;
      create function cases.begin_import(which uuid) returns void
      language sql security definer set search_path = '' as $$
        update cases.import set attempts = attempts + 1, rows_done = 0 where id = which
      $$;
      revoke all on function cases.pending_imports, cases.begin_import from public;
      grant execute on function cases.pending_imports, cases.begin_import to elchin_app;
    `);
  }
}
