import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Asking } from '#access';
import { signedInAs } from '#access/testing';
import type { Database, Log } from '#platform';
import { aWorld, type World } from '#support/world';
import { FOLD_EVERY_MS, Folding } from './folding.service.js';
import { recount } from './recount.js';
import type { StatisticsReader } from './statistics.reader.js';
import { emptied, foldedCompletely, opened, statisticsRoom } from './testing/index.js';

describe('taking facts into the counts', () => {
  let world: World;
  let reader: StatisticsReader;
  let folding: Folding;
  let department: Asking;
  let other: pg.Client;

  beforeAll(async () => {
    world = await aWorld();
    ({ reader, folding } = await statisticsRoom(world.database));
    department = await signedInAs(world.owner, { name: 'Otgon', role: 'CONSULAR_OFFICER', missionId: 'ULN' });
    other = new pg.Client({ connectionString: world.ownerUrl });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await world.end();
  });
  beforeEach(() => emptied(world.owner));

  const total = async () =>
    (await reader.table(department, ['COUNTRY'], { basis: 'OPENED', from: '2026-03', to: '2026-03' })).total;
  const kept = async () =>
    (await world.owner.query('select coalesce(sum(opened), 0)::integer as n from stat.world_year'))
      .rows[0] as unknown;
  const differences = async () => (await recount(other)).differences;

  it('leaves the figures as they are and moves them into the counts', async () => {
    await opened(world.owner);
    expect([await total(), await kept()]).toEqual([1, { n: 0 }]);
    await foldedCompletely(world.owner);
    expect([await total(), await kept()]).toEqual([1, { n: 1 }]);
  });

  it('does not lose a case whose filing began before a fold and ended after it', async () => {
    await other.query('begin');
    await opened(other);
    await opened(world.owner); // begins later, is there first
    expect(await total()).toBe(1);
    await folding.fold();
    expect(await total()).toBe(1);
    await other.query('commit');
    expect(await total()).toBe(2);
    await foldedCompletely(world.owner);
    expect([await total(), await kept()]).toEqual([2, { n: 2 }]);
  });

  it('counts each case once when folds and filings all come at the same time', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? folding.fold() : opened(world.owner))),
    );
    expect(await total()).toBe(40);
    await Promise.all([folding.fold(), folding.fold(), folding.fold()]);
    expect(await total()).toBe(40);
    await foldedCompletely(world.owner);
    expect([await kept(), await differences()]).toEqual([{ n: 40 }, []]);
  });

  it('lets one fold work at a time; the other goes away with nothing done', async () => {
    await opened(world.owner);
    await other.query('begin');
    await other.query('select stat.fold()');
    expect(await folding.fold()).toBeNull();
    await other.query('commit');
  });

  it('writes nothing when there is nothing to take in', async () => {
    await opened(world.owner);
    await foldedCompletely(world.owner);
    const mark = () =>
      world.owner.query('select * from stat.fold_mark').then(({ rows }) => rows as unknown[]);
    const before = await mark();
    expect(await folding.fold()).toBe(0);
    expect(await mark()).toEqual(before);
  });

  it('forgets what a rolled-back filing would have counted', async () => {
    await other.query('begin');
    await opened(other);
    await other.query('rollback');
    await foldedCompletely(world.owner);
    expect([await total(), await differences()]).toEqual([0, []]);
  });

  it('counts right at once on a server to which the tables were restored, whose transactions have other numbers', async () => {
    await opened(world.owner);
    await foldedCompletely(world.owner);
    await opened(world.owner);
    await world.owner.query(`update cases.case_fact set tx = '900000000000'`);
    await world.owner.query(`update stat.fold_mark set tx = '900000000000'`);
    await opened(world.owner);
    expect(await total()).toBe(3);
    await opened(world.owner);
    expect(await total()).toBe(4);
    await foldedCompletely(world.owner);
    expect([await kept(), await differences()]).toEqual([{ n: 4 }, []]);
  });

  it('does not let the application write counts, or rebuild them', async () => {
    const asApp = (text: string) => world.database.oneTrip([{ name: '', text, values: [] }]);
    for (const act of [
      'update stat.world_year set opened = 0',
      'delete from stat.post_month',
      `insert into stat.fold_mark (one) values (true)`,
      'select stat.rebuild()',
      `select stat.take_in('0', '1')`,
    ]) {
      await expect(asApp(act)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows no count to a connection that has not said who it is', async () => {
    await opened(world.owner);
    await foldedCompletely(world.owner);
    for (const table of ['post_month', 'post_year', 'world_month', 'world_year']) {
      const [rows] = await world.database.oneTrip([
        { name: '', text: `select * from stat.${table}`, values: [] },
      ]);
      expect(rows).toEqual([]);
    }
  });
});

describe('the timer of the folds', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  const folded = () => Promise.resolve([[{ n: 0 }]]);
  const withDatabase = (oneTrip: () => Promise<unknown>) => {
    const error = jest.fn();
    return { error, folding: new Folding({ oneTrip } as unknown as Database, { error } as unknown as Log) };
  };

  it('folds every ten seconds until the server stops', async () => {
    const oneTrip = jest.fn(folded);
    const { folding } = withDatabase(oneTrip);
    folding.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(3 * FOLD_EVERY_MS);
    expect(oneTrip).toHaveBeenCalledTimes(3);
    await folding.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(3 * FOLD_EVERY_MS);
    expect(oneTrip).toHaveBeenCalledTimes(3);
  });

  it('does not begin a fold while one runs, and stopping waits for it', async () => {
    let end = () => undefined as void;
    const oneTrip = jest.fn(() => new Promise((resolve) => (end = () => resolve([[{ n: 1 }]]))));
    const { folding } = withDatabase(oneTrip);
    folding.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(3 * FOLD_EVERY_MS);
    expect(oneTrip).toHaveBeenCalledTimes(1);
    let stopped = false;
    const stopping = folding.beforeApplicationShutdown().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    end();
    await stopping;
    expect(stopped).toBe(true);
  });

  it('logs a failure by its code, without what the database said, and goes on', async () => {
    const failure = Object.assign(new Error('row (Bat, Seoul) is bad'), { code: '53100' });
    const oneTrip = jest.fn(folded).mockRejectedValueOnce(failure);
    const { folding, error } = withDatabase(oneTrip);
    folding.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2 * FOLD_EVERY_MS);
    expect(oneTrip).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(error.mock.calls)).toContain('53100');
    expect(JSON.stringify(error.mock.calls)).not.toContain('Bat');
    await folding.beforeApplicationShutdown();
  });
});
