import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aWorld, type World } from '#support/world';
import { recount } from './recount.js';
import { amended, emptied, foldedCompletely, opened } from './testing/index.js';

describe('the recount', () => {
  let world: World;
  let operator: pg.Client;

  beforeAll(async () => {
    world = await aWorld();
    operator = new pg.Client({ connectionString: world.ownerUrl });
    await operator.connect();
  });
  afterAll(async () => {
    await operator.end();
    await world.end();
  });
  beforeEach(async () => {
    await emptied(world.owner);
    const it = await opened(world.owner);
    await opened(world.owner, { mission: 'PRG', country: 'CZ', illustration: true, closedOn: '2026-04-01' });
    await foldedCompletely(world.owner);
    await amended(world.owner, it, { sex: 'FEMALE' }); // pending
    await opened(world.owner, { occurredOn: '2025-01-01', precision: 'YEAR' }); // pending
  });

  const detention = { country: 'KR', type: 'DETENTION', cause: '06' };

  it('finds nothing where nothing is wrong, with facts taken in and facts pending', async () => {
    const report = await recount(operator);
    expect(report).toMatchObject({ cases: 3, differing: 0, differences: [] });
    expect(report.cells).toBeGreaterThan(20);
    await foldedCompletely(world.owner);
    expect(await recount(operator)).toMatchObject({ cases: 3, differing: 0, differences: [] });
  });

  it('names the cell, what is kept and what was counted, where a count of the world was damaged', async () => {
    await world.owner.query(
      `update stat.world_year set opened = opened + 7 where country = 'KR' and year = 2026`,
    );
    expect(await recount(operator)).toMatchObject({
      differing: 1,
      differences: [
        {
          keeper: 'stat.world_year',
          cell: { year: 2026, ...detention },
          measure: 'opened',
          maintained: 9,
          counted: 2,
        },
      ],
    });
  });

  it.each(['post_month', 'post_year', 'world_month', 'world_year'])(
    'finds a lost row of %s',
    async (table) => {
      await world.owner.query(`delete from stat.${table} where country = 'CZ'`);
      const { differences } = await recount(operator);
      // Where year and month are one row: happened, opened and closed, each an illustration too.
      expect(new Set(differences.map(({ keeper }) => keeper))).toEqual(new Set([`stat.${table}`]));
      expect(differences.map(({ measure }) => measure).sort()).toEqual(
        [
          'closed',
          'illustrated_closed',
          'illustrated_occurred',
          'illustrated_opened',
          'occurred',
          'opened',
        ].sort(),
      );
      for (const { maintained, counted } of differences) expect([maintained, counted]).toEqual([0, 1]);
    },
  );

  it('finds a count of what never was', async () => {
    await world.owner.query(
      `insert into stat.post_month (month, mission_id, country, type, cause, sex, closed) values (201601, 'SEL', 'KR', 'DEATH', 'V01-V99', 'MALE', 1)`,
    );
    expect((await recount(operator)).differences).toMatchObject([
      {
        keeper: 'stat.post_month',
        cell: { month: 201601, sex: 'MALE' },
        measure: 'closed',
        maintained: 1,
        counted: 0,
      },
    ]);
  });

  it('finds a lost fact of the ledger', async () => {
    await world.owner.query(`delete from cases.case_fact where occurred_year = 2025`);
    const { differences } = await recount(operator);
    expect(differences.find(({ keeper }) => keeper === 'cases.case_fact')).toMatchObject({
      cell: { month: 202500, mission_id: 'SEL', ...detention, sex: 'MALE' },
      measure: 'occurred',
      maintained: 0,
      counted: 1,
    });
  });

  it('finds a case that was written behind the triggers', async () => {
    await world.owner.query(`
      alter table cases.case_file disable trigger case_file_changed;
      update cases.case_file set host_country = 'CN' where host_country = 'CZ';
      alter table cases.case_file enable trigger case_file_changed`);
    const cells = (await recount(operator)).differences.map(({ cell }) => cell.country);
    expect(new Set(cells)).toEqual(new Set(['CZ', 'CN']));
  });

  it('is mended by a rebuild', async () => {
    await world.owner.query('delete from stat.post_year; update stat.world_month set opened = 99');
    await world.owner.query('select stat.rebuild()');
    expect(await recount(operator)).toMatchObject({ differing: 0 });
  });

  it('changes nothing, and says which step it is at', async () => {
    const steps: string[] = [];
    await recount(operator, ({ at, of, what }) => steps.push(`${at}/${of} ${what}`));
    expect(steps[0]).toBe('1/8 counting the cases');
    expect(steps.at(-1)).toBe('8/8 comparing stat.world_year');
    const left = await operator.query(`select relname from pg_class where relname like 'recount%'`);
    expect(left.rows).toEqual([]);
  });
});
