import type { MigrationInterface, QueryRunner } from 'typeorm';

export const key = 'mission_id, country, type, cause, sex';
export const worldKey = 'country, type, cause';
const monthOf = (day: string) =>
  `date_part('year', ${day})::integer * 100 + date_part('month', ${day})::integer`;

/** What one fact, or one case, adds to the counts of which month. Both views say it in the same words. */
export const moves = (source: string, sign: string, also: string) => `
  select ${also} f.occurred_year * 100 + f.occurred_month as month, ${key},
         ${sign} as occurred, 0 as opened, 0 as closed,
         ${sign} * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from ${source} f where f.occurred_year is not null
  union all
  select ${also} ${monthOf('f.opened_month')}, ${key},
         0, ${sign}, 0, 0, ${sign} * f.illustration::integer, 0
    from ${source} f
  union all
  select ${also} ${monthOf('f.closed_month')}, ${key},
         0, 0, ${sign}, 0, 0, ${sign} * f.illustration::integer
    from ${source} f where f.closed_month is not null`;

const columns = 'occurred, opened, closed, illustrated_occurred, illustrated_opened, illustrated_closed';
const names = columns.split(', ');
export const sums = names.map((name) => `sum(${name})::integer as ${name}`).join(', ');
const anything = names.map((name) => `sum(${name}) <> 0`).join(' or ');

/** Adds the months' sums to one table of counts, in the order of its key: a large fold then fills page after page. */
export const addTo = (table: string, period: string, periodOf: string, keys: string, order: string) => `
  insert into stat.${table} as kept (${period}, ${keys}, ${columns})
  select ${periodOf}, ${keys}, ${sums} from sums group by ${periodOf}, ${keys} having ${anything}
  order by ${order}
  on conflict (${period}, ${keys}) do update
    set ${names.map((name) => `${name} = kept.${name} + excluded.${name}`).join(', ')}`;

/**
 * Takes facts from the ledger into the counts. Filings do not touch the counts at all, so that two of them never wait
 * for the same row; a reader adds what was not taken in yet.
 */
export class FoldFactsIntoCounts1795400000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create view stat.fact_move with (security_invoker = true) as
        ${moves('cases.case_fact', 'f.sign::integer', 'f.tx,')};
      comment on view stat.fact_move is 'The ledger as additions to the counts of a month; tx tells whether they were taken in.';
      create view stat.case_move with (security_invoker = true) as
        ${moves('cases.case_fact_now', '1', '')};
      comment on view stat.case_move is 'The same, from the cases themselves: what the counts must come to. For recount.';
      grant select on stat.fact_move to elchin_app;
    `);
    await this.createTakeIn(queryRunner);
    await this.createFold(queryRunner);
    await this.createRebuild(queryRunner);
  }

  async createTakeIn(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create or replace function stat.take_in(mark xid8, horizon xid8) returns bigint
      language plpgsql set search_path = '' as $$
      declare taken bigint;
      begin
        with sums as materialized (
          select month, ${key}, ${sums}, count(*) as moves from stat.fact_move
           where tx >= mark and tx < horizon group by month, ${key}
        ), into_post_month as (${addTo('post_month', 'month', 'month', key, `mission_id, month, ${worldKey}, sex`)}
        ), into_post_year as (${addTo('post_year', 'year', 'month / 100', key, `mission_id, month / 100, ${worldKey}, sex`)}
        ), into_world_month as (${addTo('world_month', 'month', 'month', worldKey, `month, ${worldKey}`)}
        ), into_world_year as (${addTo('world_year', 'year', 'month / 100', worldKey, `month / 100, ${worldKey}`)}
        )
        select coalesce(sum(moves), 0) into taken from sums;
        update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
        if taken > 50000 then
          analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
        end if;
        return taken;
      end $$;
      comment on function stat.take_in is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
      revoke all on function stat.take_in from public;
    `);
  }

  private async createFold(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function stat.fold() returns bigint
      language plpgsql security definer set search_path = '' as $$
      declare mark xid8; horizon xid8;
      begin
        if not pg_try_advisory_xact_lock(hashtext('stat.fold')) then return null; end if;
        select tx into mark from stat.fold_mark;
        if mark > pg_snapshot_xmax(pg_current_snapshot()) then return stat.rebuild(); end if;
        -- Every transaction before the horizon has ended, and the statements below see all that it wrote.
        horizon := pg_snapshot_xmin(pg_current_snapshot());
        if not exists (select from cases.case_fact where tx >= mark and tx < horizon) then return 0; end if;
        return stat.take_in(mark, horizon);
      end $$;
      comment on function stat.fold is
        'Takes the facts of ended transactions into the counts. Returns how many additions that made; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';
      revoke all on function stat.fold from public;
      grant execute on function stat.fold to elchin_app;
    `);
  }

  private async createRebuild(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function stat.rebuild() returns bigint
      language plpgsql security definer set search_path = '' as $$
      begin
        perform pg_advisory_xact_lock(hashtext('stat.fold'));
        -- A ledger restored from another server carries that server's transaction numbers. Those that this server has
        -- yet to reach would come between the facts to be: '3' is the first number there is, before all of them.
        update cases.case_fact set tx = '3' where tx > pg_snapshot_xmax(pg_current_snapshot());
        -- Not TRUNCATE: whoever counts at this moment shall still see the counts of before.
        delete from stat.post_month;
        delete from stat.post_year;
        delete from stat.world_month;
        delete from stat.world_year;
        return stat.take_in('0', pg_snapshot_xmin(pg_current_snapshot()));
      end $$;
      comment on function stat.rebuild is 'Makes all counts anew from the ledger: after a restore onto another server (stat.fold finds that out), or to mend what recount found.';
      revoke all on function stat.rebuild from public;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function stat.fold, stat.rebuild, stat.take_in;
      drop view stat.fact_move, stat.case_move`);
  }
}
