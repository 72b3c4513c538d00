import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'person',
  'case_file',
  'timeline_entry',
  'detention',
  'death',
  'labour',
  'insurance',
  'crime_victim',
  'missing',
];

/**
 * The second lock: row-level security for the application's role, whatever the code asks for. Written as CASE, not as OR:
 * the planner takes a chain of ORs with unknown values for very selective, and then sorts a mission's cases instead of
 * reading the newest fifty off the index.
 */
export class GuardCaseRows1795300000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await this.guard(queryRunner, table);
    await queryRunner.query(`
      grant select, insert, update on cases.person, cases.case_file to elchin_app;
      grant select, insert on cases.timeline_entry to elchin_app;
      grant select, insert, update on cases.detention, cases.death, cases.labour, cases.insurance, cases.crime_victim,
        cases.missing to elchin_app;
      grant select on cases.case_fact, cases.case_fact_now to elchin_app;

      alter table cases.case_fact enable row level security;
      create policy facts_in_reach on cases.case_fact for select using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'FACTS' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
    `);
  }

  private async guard(queryRunner: QueryRunner, table: string): Promise<void> {
    await queryRunner.query(`
      alter table cases.${table} enable row level security;
      create policy in_reach on cases.${table} using (
        case (select current_setting('elchin.reach', true))
          when 'ALL' then true
          when 'MISSION' then mission_id = (select current_setting('elchin.mission', true))
          else false end);
      comment on policy in_reach on cases.${table} is 'Own post, or all posts, by the actor that access.enter set. No actor: no row.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...tables, 'case_fact']) {
      await queryRunner.query(`alter table cases.${table} disable row level security`);
      await queryRunner.query(`drop policy if exists in_reach on cases.${table}`);
    }
    await queryRunner.query('drop policy if exists facts_in_reach on cases.case_fact');
  }
}
