import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry that ends a case, or takes it up again, names how it ended: reopening takes the outcome off the case itself. */
export class NameOutcomesInEntries1795300000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table cases.timeline_entry add column outcome text;
      comment on column cases.timeline_entry.outcome is
        'Code of OUTCOME: how the case ended; where it goes on, how it had ended until then. Null for every other entry.';
      comment on column cases.timeline_entry.changes is
        'For AMENDED: [{field, kind, list, old, new}], one for each changed field. Entries of before this migration keep {part: as it was before}.';

      -- What is known of earlier entries: the outcome of a case that has ended stands on the case.
      update cases.timeline_entry t set outcome = c.outcome
        from cases.case_file c
       where c.id = t.case_id and c.outcome is not null and c.status in ('RESOLVED', 'CLOSED')
         and t.to_status = c.status
         and not exists (select from cases.timeline_entry later
                          where later.case_id = t.case_id and later.to_status is not null
                            and later.recorded_at > t.recorded_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table cases.timeline_entry drop column outcome;
      comment on column cases.timeline_entry.changes is 'For AMENDED: each field as it was before.';
    `);
  }
}
