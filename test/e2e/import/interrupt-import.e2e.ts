import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { casesIn, Clerk, type ImportSeen, publishedDeaths } from './clerk.js';

describe('an import that is interrupted', () => {
  let world: World;
  let api: RunningApi;
  let client: Client;
  let enkhjargal: Clerk;
  let checked: ImportSeen;
  /** Somebody who holds a table, so that the import stops in the middle of its writing. */
  let holder: pg.Client;

  beforeAll(async () => {
    world = await aWorld();
  });
  beforeEach(async () => {
    await world.owner.query('truncate cases.case_file, cases.person, cases.case_fact cascade');
    api = await startApi(world);
    client = await api.as(people.enkhjargal);
    enkhjargal = new Clerk(api, client);
    checked = await enkhjargal.checked(publishedDeaths);
    holder = new pg.Client({ connectionString: world.ownerUrl });
    await holder.connect();
  });
  afterEach(async () => {
    await holder.end();
    await api.close();
  });
  afterAll(() => world.end());

  const cases = () => casesIn(world);
  const status = async () =>
    (
      await world.owner.query<{ status: string }>('select status from cases.import where id = $1', [
        checked.id,
      ])
    ).rows[0]?.status;

  /** Starts the import and waits until it stands before the last of its tables, the others already written. */
  async function stoppedInTheMiddle(): Promise<number> {
    await holder.query('begin');
    await holder.query('lock table cases.death in exclusive mode');
    await enkhjargal.run(checked.id, true);
    for (;;) {
      const found = await world.owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            and query like 'insert into cases.death%'`,
      );
      if (found.rows[0]) return found.rows[0].pid;
      await wait(50);
    }
  }

  it('by the loss of its connection leaves nothing, and is done anew by itself', async () => {
    const pid = await stoppedInTheMiddle();
    await world.owner.query('select pg_terminate_backend($1)', [pid]);
    expect(await cases()).toBe(0);
    expect(await status()).toBe('IMPORTING');
    await holder.query('rollback');
    expect(await enkhjargal.ended(checked.id)).toMatchObject({ status: 'IMPORTED', imported: 8389 });
    expect(await cases()).toBe(8389);
  });

  it('by the end of its process leaves nothing, and the next process takes it up', async () => {
    await stoppedInTheMiddle();
    const closing = api.close();
    await holder.query('rollback');
    await closing;
    expect([await cases(), await status()]).toEqual([0, 'IMPORTING']);
    api = await startApi(world);
    const again = new Clerk(api, await api.as(people.enkhjargal));
    expect(await again.ended(checked.id)).toMatchObject({ status: 'IMPORTED', imported: 8389 });
  });

  it('each time it is tried is given up, instead of being tried for ever', async () => {
    await api.close();
    // As processes leave it that died under it, one after the other.
    await world.owner.query(`update cases.import set status = 'IMPORTING' where id = $1`, [checked.id]);
    await world.owner.query(
      `with job as (select id from graphile_worker.add_job('cases.import', json_build_object('id', $1::text),
                      'cases.import', null, 5, 'cases.import ' || $1))
       select 1 from job`,
      [checked.id],
    );
    await world.owner.query(
      `update graphile_worker._private_jobs set attempts = 5, locked_at = now() - interval '1 minute', locked_by = 'pool-dead'`,
    );
    api = await startApi(world);
    const again = new Clerk(api, await api.as(people.enkhjargal));
    expect(await again.ended(checked.id)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'IMPORT_GIVEN_UP' },
    });
    expect(await cases()).toBe(0);
  });

  it('before it began, because its orderer signed out, is refused with that reason', async () => {
    await holder.query(`select pg_advisory_lock(hashtext('elchin import'))`);
    await enkhjargal.run(checked.id, true);
    await world.owner.query('delete from access.session where staff_id = $1', [client.staffId]);
    await holder.query(`select pg_advisory_unlock(hashtext('elchin import'))`);
    const colleague = new Clerk(
      api,
      await api.as({ ...people.enkhjargal, name: 'Оюун', email: 'oyun@mfa.elchin.example' }),
    );
    expect(await colleague.ended(checked.id)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'IMPORT_SIGNED_OUT' },
    });
    expect(await cases()).toBe(0);
  });

  it('lets Bolormaa file a case meanwhile, also the first of her post in that year', async () => {
    await stoppedInTheMiddle();
    const first = await world.owner.query(
      `set lock_timeout = '2s'; select cases.next_case_no('SEL', 2005) as no`,
    );
    expect((first as unknown as pg.QueryResult[])[1]?.rows).toEqual([
      { no: expect.stringMatching(/^SEL-2005-\d{5}$/) },
    ]);
    await holder.query('rollback');
    await enkhjargal.ended(checked.id);
  });
});
