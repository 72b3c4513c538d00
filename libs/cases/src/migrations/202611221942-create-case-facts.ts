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
        id bigint generated always as identity,
        case_id uuid not null,
        sign smallint not null check (sign in (1, -1)),
        mission_id text not null, country char(2) not null, type text not null, cause text not null, sex text not null,
        occurred_year smallint, occurred_month smallint not null default 0,
        opened_month date not null, closed_month date,
        illustration boolean not null,
        recorded_at timestamptz not null default now(),
        tx xid8 not null default pg_current_xact_id(),
        -- Read backwards, the index of a case's latest fact.
        primary key (case_id, id)
      );
      comment on table cases.case_fact is 'Ledger of nameless facts. A count is the sum of signs. No names, no text, no exact dates.';
      comment on column cases.case_fact.occurred_year is 'Null when unknown.';
      comment on column cases.case_fact.occurred_month is '1 to 12; 0 when only the year, or nothing, is known.';
      comment on column cases.case_fact.opened_month is 'First day of the month of case_file.opened_on.';
      comment on column cases.case_fact.tx is 'Writing transaction: lets a reader add what a summary has not taken in yet, exactly.';
      create index case_fact_tx on cases.case_fact (tx);
      create index case_fact_illustration on cases.case_fact (opened_month) where illustration;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table cases.case_fact cascade');
  }
}
