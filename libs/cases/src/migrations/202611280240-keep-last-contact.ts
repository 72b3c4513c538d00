import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists can begin with the cases of which nothing was heard for longest, without looking through all timelines. */
export class KeepLastContact1795300000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table cases.case_file add column last_entry_at timestamptz;
      comment on column cases.case_file.last_entry_at is
        'When the newest entry of its timeline happened, kept by note_last_entry; null: nothing later than its filing.';
      update cases.case_file c set last_entry_at = t.at
        from (select case_id, max(at) as at from cases.timeline_entry group by case_id) t
       where t.case_id = c.id and t.at > c.registered_at;
      create index case_open_quietest on cases.case_file (mission_id, coalesce(last_entry_at, registered_at), id)
        where status not in ('CLOSED', 'REJECTED');
      create index case_all_open_quietest on cases.case_file (coalesce(last_entry_at, registered_at), id)
        where status not in ('CLOSED', 'REJECTED');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table cases.case_file drop column last_entry_at');
  }
}
