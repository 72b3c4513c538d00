import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the fact of a case is, taken from rows like those of `cases.case_file`: the one definition. */
const factOf = (cases: string) => `
  select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
         date_part('year', c.occurred_on)::smallint as occurred_year,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint
           as occurred_month,
         date_trunc('month', c.opened_on::timestamp)::date as opened_month,
         date_trunc('month', c.closed_on::timestamp)::date as closed_month,
         c.illustration
    from ${cases} c join cases.person p on p.id = c.subject_id`;

/**
 * New cases state their facts from the rows that the trigger is handed, which are the cases: looking each up again cost an
 * import, and each filing, for nothing; so did a second index over the same order. Days are cut to months without a detour over a time zone.
 */
export class StateFactsFromAddedRows1795300000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create or replace view cases.case_fact_now with (security_invoker = true) as ${factOf('cases.case_file')};
      comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: for restated facts and for recount.';

      create or replace function cases.state_facts() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into cases.case_fact (case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month,
                                     opened_month, closed_month, illustration, sign)
        select f.*, 1 from (${factOf('added')}) f;
        return null;
      end $$;

      -- The key's index, read backwards, is that of a case's latest fact.
      alter table cases.case_fact drop constraint case_fact_pkey, add constraint case_fact_pkey primary key (case_id, id);
      drop index cases.case_fact_of;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create or replace function cases.state_facts() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into cases.case_fact (case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month,
                                     opened_month, closed_month, illustration, sign)
        select f.*, 1 from added a join cases.case_fact_now f on f.case_id = a.id;
        return null;
      end $$;

      create index case_fact_of on cases.case_fact (case_id, id desc);
      alter table cases.case_fact drop constraint case_fact_pkey, add constraint case_fact_pkey primary key (id);
    `);
  }
}
