import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The nameless facts that `cases` lends to `statistics`: a ledger. A case that changes takes its old fact back
 * (sign -1) and states the new one (+1), so any count can be had as of any moment, and nothing is ever updated.
 * Triggers keep it, so that every way of writing a case (a filing, an import, a correction by hand) is counted.
 */
export class CreateCaseFacts1795300000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table cases.case_fact (
        id bigint generated always as identity primary key,
        case_id uuid not null,
        sign smallint not null check (sign in (1, -1)),
        mission_id text not null, country char(2) not null, type text not null, cause text not null, sex text not null,
        occurred_year smallint, occurred_month smallint not null default 0,
        opened_month date not null, closed_month date,
        illustration boolean not null,
        recorded_at timestamptz not null default now(),
        tx xid8 not null default pg_current_xact_id()
      );
      comment on table cases.case_fact is 'Ledger of nameless facts. A count is the sum of signs. No names, no text, no exact dates.';
      comment on column cases.case_fact.occurred_year is 'Null when unknown.';
      comment on column cases.case_fact.occurred_month is '1 to 12; 0 when only the year, or nothing, is known.';
      comment on column cases.case_fact.opened_month is 'First day of the month of case_file.opened_on.';
      comment on column cases.case_fact.tx is 'Writing transaction: lets a reader add what a summary has not taken in yet, exactly.';
      create index case_fact_of on cases.case_fact (case_id, id desc);
      create index case_fact_tx on cases.case_fact (tx);
      create index case_fact_illustration on cases.case_fact (opened_month) where illustration;

      create view cases.case_fact_now with (security_invoker = true) as
        select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
               extract(year from c.occurred_on)::smallint as occurred_year,
               (case when c.occurred_precision in ('DAY', 'MONTH') then extract(month from c.occurred_on) else 0 end)::smallint
                 as occurred_month,
               date_trunc('month', c.opened_on)::date as opened_month,
               date_trunc('month', c.closed_on)::date as closed_month,
               c.illustration
          from cases.case_file c join cases.person p on p.id = c.subject_id;
      comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: the one definition, used by the triggers and by recount.';
    `);
    await this.createTriggers(queryRunner);
  }

  private async createTriggers(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function cases.state_facts() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into cases.case_fact (case_id, sign, mission_id, country, type, cause, sex, occurred_year,
                                     occurred_month, opened_month, closed_month, illustration)
        select f.case_id, 1, f.mission_id, f.country, f.type, f.cause, f.sex, f.occurred_year,
               f.occurred_month, f.opened_month, f.closed_month, f.illustration
          from added a join cases.case_fact_now f on f.case_id = a.id;
        return null;
      end $$;
      create trigger case_file_added after insert on cases.case_file
        referencing new table as added for each statement execute function cases.state_facts();

      create function cases.restate_facts(changed uuid[]) returns void
      language sql security definer set search_path = '' as $$
        with last as (
          select distinct on (l.case_id) l.* from cases.case_fact l
           where l.case_id = any (changed) order by l.case_id, l.id desc
        ), differing as (
          select l.case_id from last l join cases.case_fact_now n using (case_id)
           where (l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month, l.opened_month,
                  l.closed_month, l.illustration)
             is distinct from
                 (n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month, n.opened_month,
                  n.closed_month, n.illustration)
        )
        insert into cases.case_fact (case_id, sign, mission_id, country, type, cause, sex, occurred_year,
                                     occurred_month, opened_month, closed_month, illustration)
        select * from (
          select l.case_id, -1, l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month,
                 l.opened_month, l.closed_month, l.illustration
            from last l join differing using (case_id)
          union all
          select n.case_id, 1, n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month,
                 n.opened_month, n.closed_month, n.illustration
            from cases.case_fact_now n join differing using (case_id)
        ) both_sides (case_id, sign) order by case_id, sign
      $$;
      comment on function cases.restate_facts is 'Takes back and states anew the facts of the cases that no longer match. -1 comes before +1, so the last row of a case is its fact.';

      create function cases.restate_changed_cases() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        perform cases.restate_facts(array(select id from changed));
        return null;
      end $$;
      create trigger case_file_changed after update on cases.case_file
        referencing new table as changed for each statement execute function cases.restate_changed_cases();

      create function cases.restate_changed_persons() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        perform cases.restate_facts(array(
          select c.id from changed p join cases.case_file c on c.subject_id = p.id));
        return null;
      end $$;
      create trigger person_changed after update on cases.person
        referencing new table as changed for each statement execute function cases.restate_changed_persons();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger person_changed on cases.person;
      drop trigger case_file_changed on cases.case_file;
      drop trigger case_file_added on cases.case_file;
      drop function cases.restate_changed_persons, cases.restate_changed_cases, cases.restate_facts, cases.state_facts;
      drop view cases.case_fact_now;
      drop table cases.case_fact`);
  }
}
