import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  FoldFactsIntoCounts1795400000001,
  addTo,
  key,
  moves,
  sums,
  worldKey,
} from './202611221951-fold-facts-into-counts.js';

const factColumns = `occurred_year, occurred_month, opened_month, closed_month, illustration, ${key}`;

/**
 * Facts that are alike are added up before they become additions to months, so that an import's tens of thousands are gone
 * through once and not three times. And the planner's statistics are made anew when many counts were touched, not when many
 * facts came: fifty thousand deaths that fall into six hundred counts change nothing that a plan depends on.
 */
export class FoldEqualFactsOnce1795400000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create or replace function stat.take_in(mark xid8, horizon xid8) returns bigint
      language plpgsql set search_path = '' as $$
      declare taken bigint; touched bigint;
      begin
        with alike as materialized (
          select ${factColumns}, sum(sign)::integer as sign, count(*) as facts
            from cases.case_fact where tx >= mark and tx < horizon group by ${factColumns}
        ), sums as materialized (
          select month, ${key}, ${sums} from (${moves('alike', 'f.sign', '')}) moves group by month, ${key}
        ), into_post_month as (${addTo('post_month', 'month', 'month', key, `mission_id, month, ${worldKey}, sex`)}
        ), into_post_year as (${addTo('post_year', 'year', 'month / 100', key, `mission_id, month / 100, ${worldKey}, sex`)}
        ), into_world_month as (${addTo('world_month', 'month', 'month', worldKey, `month, ${worldKey}`)}
        ), into_world_year as (${addTo('world_year', 'year', 'month / 100', worldKey, `month / 100, ${worldKey}`)}
        )
        select coalesce((select sum(facts) from alike), 0), (select count(*) from sums) into taken, touched;
        update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
        if touched > 20000 then
          analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
        end if;
        return taken;
      end $$;
      comment on function stat.take_in is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
      comment on function stat.fold is
        'Takes the facts of ended transactions into the counts. Returns how many facts that were; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await new FoldFactsIntoCounts1795400000001().createTakeIn(queryRunner);
  }
}
