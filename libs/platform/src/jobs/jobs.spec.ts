import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createLog, dropJob, type Job, type JobPayload, Jobs, listJobs, NotYet, retryJob } from '#platform';
import { aWorld, type World } from '#support/world';

type Work = (payload: JobPayload, job: Job, by: Jobs) => Promise<void>;

describe('jobs', () => {
  let world: World;
  let processes: Jobs[] = [];
  let told: string[];

  beforeAll(async () => {
    world = await aWorld();
    await world.owner.query('create table public.effect (job text, by text)');
    await world.owner.query('grant select, insert on public.effect to elchin_app');
  });
  beforeEach(async () => {
    told = [];
    await world.owner.query(
      'truncate public.effect, graphile_worker._private_jobs, graphile_worker._private_job_queues',
    );
  });
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.onModuleDestroy()));
    processes = [];
  });
  afterAll(() => world.end());

  /** As an API process has it. */
  function aProcess(work: Work, differently: { attempts?: number; queue?: string } = {}): Jobs {
    const jobs = new Jobs(world.database, createLog('silent'), world.appUrl);
    jobs.declare({
      name: 'test.work',
      attempts: 3,
      work: (payload, job) => work(payload, job, jobs),
      gaveUp: async (manager, { id }, { kind, text }) => {
        told.push(`${kind} ${text}`);
        await manager.query('insert into public.effect values ($1, $2)', [id, 'gave up']);
      },
      ...differently,
    });
    jobs.onApplicationBootstrap();
    processes.push(jobs);
    return jobs;
  }

  const order = (jobs: Jobs, id: string, key = id) =>
    world.database.transaction((manager) => jobs.add(manager, { task: 'test.work', payload: { id }, key }));

  const write = (job: Job, id: unknown, by = '') =>
    world.database.transaction((manager) =>
      job.once(manager, async () => {
        await manager.query('insert into public.effect values ($1, $2)', [id, by]);
      }),
    );

  const effects = async () =>
    (await world.owner.query<{ job: string; by: string }>('select job, by from public.effect order by job'))
      .rows;

  async function until(what: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
    for (const end = Date.now() + seconds * 1000; !(await what()); await wait(25)) {
      if (Date.now() > end) throw new Error(`not within ${seconds} s: ${String(what)}`);
    }
  }

  const jobsLeft = async () =>
    (await world.owner.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))
      .rows[0]?.n;

  /** What a process that was killed in the middle of a job leaves behind. */
  const abandon = (attempts: number) =>
    world.owner.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '5 seconds', attempts = $1`,
      [attempts],
    );

  it('are worked off once each, by several processes', async () => {
    const work: Work = ({ id }, job, by) => write(job, id, String(processes.indexOf(by)));
    const jobs = aProcess(work);
    aProcess(work);
    const ids = Array.from({ length: 40 }, (_, at) => `job-${100 + at}`);
    await Promise.all(ids.map((id) => order(jobs, id)));
    await until(async () => (await jobsLeft()) === 0);
    expect((await effects()).map(({ job }) => job)).toEqual(ids);
  });

  it('begin only when the transaction that ordered them is committed', async () => {
    const jobs = aProcess(({ id }, job) => write(job, id));
    await world.database
      .transaction(async (manager) => {
        await jobs.add(manager, { task: 'test.work', payload: { id: 'never' }, key: 'never' });
        throw new Error('thought better of it');
      })
      .catch(() => undefined);
    await order(jobs, 'after');
    await until(async () => (await effects()).length > 0);
    expect(await effects()).toEqual([{ job: 'after', by: '' }]);
  });

  it('ordered twice under one key are one', async () => {
    const idle = new Jobs(world.database, createLog('silent'), world.appUrl);
    processes.push(idle);
    idle.declare({ name: 'test.work', attempts: 3, work: () => Promise.resolve() });
    await order(idle, 'first', 'same');
    await order(idle, 'second', 'same');
    aProcess(({ id }, job) => write(job, id));
    await until(async () => (await jobsLeft()) === 0);
    expect(await effects()).toEqual([{ job: 'second', by: '' }]);
  });

  it('that fail leave nothing, are tried again after a wait, and then succeed', async () => {
    const tries: number[] = [];
    const jobs = aProcess(async ({ id }, job) => {
      tries.push(job.attempt);
      await world.database.transaction((manager) =>
        job.once(manager, async () => {
          await manager.query('insert into public.effect values ($1, $2)', [id, `try ${job.attempt}`]);
          if (job.attempt === 1) throw new Error('first try');
        }),
      );
    });
    await order(jobs, 'again');
    await until(async () => (await jobsLeft()) === 0);
    expect(tries).toEqual([1, 2]);
    expect(await effects()).toEqual([{ job: 'again', by: 'try 2' }]);
  });

  it('whose last try failed are told once, keep their reason without a word of the data, and can be tried again', async () => {
    let broken = true;
    const work: Work = async ({ id }, job) => {
      if (broken) throw Object.assign(new Error('could not extend file: No space left'), { code: '53100' });
      await write(job, id, 'after all');
    };
    const jobs = aProcess(work, { attempts: 1 });
    aProcess(work, { attempts: 1 });
    await order(jobs, 'full');
    await until(() => told.length > 0);
    const owner = new pg.Client(world.ownerUrl);
    await owner.connect();
    const [stuck] = await listJobs(owner, false);
    expect(stuck).toMatchObject({ task: 'test.work', key: 'full', state: 'GIVEN_UP', attempts: 1, of: 1 });
    expect(stuck?.reason).toContain('NO_SPACE: Error 53100: could not extend file');
    broken = false;
    expect(await retryJob(owner, stuck?.id ?? '')).toBe(true);
    await until(async () => (await jobsLeft()) === 0);
    expect(told).toHaveLength(1);
    expect((await effects()).map(({ by }) => by).sort()).toEqual(['after all', 'gave up']);
    expect(await listJobs(owner, true)).toEqual([]);
    await owner.end();
  });

  it('keep of a surprise only its kind: its message may hold a name', async () => {
    const jobs = aProcess(() => Promise.reject(new TypeError('Цэцэг is not iterable')), { attempts: 1 });
    await order(jobs, 'surprise');
    await until(() => told.length > 0);
    expect(told).toEqual(['OTHER OTHER: TypeError']);
  });

  it('of a process that was killed are taken over by another', async () => {
    const idle = new Jobs(world.database, createLog('silent'), world.appUrl);
    processes.push(idle);
    idle.declare({ name: 'test.work', attempts: 3, queue: 'one by one', work: () => Promise.resolve() });
    await order(idle, 'left');
    await abandon(1);
    await world.owner.query(
      `update graphile_worker._private_job_queues set locked_by = 'pool-dead', locked_at = now() - interval '5 seconds'`,
    );
    aProcess(({ id }, job) => write(job, id, `try ${job.attempt}`), { queue: 'one by one' });
    await until(async () => (await jobsLeft()) === 0);
    expect(await effects()).toEqual([{ job: 'left', by: 'try 2' }]);
  });

  it('under which process after process died are given up with that reason', async () => {
    const idle = new Jobs(world.database, createLog('silent'), world.appUrl);
    processes.push(idle);
    idle.declare({ name: 'test.work', attempts: 3, work: () => Promise.resolve() });
    await order(idle, 'poison');
    await abandon(3);
    aProcess(({ id }, job) => write(job, id));
    await until(async () => (await effects()).length > 0);
    expect(told).toEqual(['PROCESS_ENDED PROCESS_ENDED: the process that worked on it ended']);
    expect(await effects()).toEqual([{ job: 'poison', by: 'gave up' }]);
  });

  it('are not taken over while their work still goes on in the database, and happen once', async () => {
    let begun = false;
    const slow = aProcess(async ({ id }, job) => {
      await world.database.transaction((manager) =>
        job.once(manager, async () => {
          begun = true;
          await manager.query('select pg_sleep(4)');
          await manager.query('insert into public.effect values ($1, $2)', [id, 'slow']);
        }),
      );
    });
    await order(slow, 'slow');
    await until(() => begun);
    // As if its connection that shows it alive had been lost.
    await world.owner.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = hashtext('elchin worker')::oid`,
    );
    await world.owner.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`);
    aProcess(({ id }, job) => write(job, id, 'thief'));
    await until(async () => (await jobsLeft()) === 0);
    expect(await effects()).toEqual([{ job: 'slow', by: 'slow' }]);
  });

  it('taken over by another process can no longer change anything here', async () => {
    let failure: unknown;
    const jobs = aProcess(async ({ id }, job) => {
      await world.owner.query(`update graphile_worker._private_jobs set locked_by = 'pool-other'`);
      await write(job, id).catch((error: unknown) => (failure = error));
    });
    await order(jobs, 'stolen');
    await until(() => failure !== undefined);
    expect((failure as Error).name).toBe('TakenOver');
    expect([await effects(), await jobsLeft()]).toEqual([[], 1]);
  });

  it('are broken off when their process stops, in the middle of a statement, and go on at once elsewhere', async () => {
    let begun = false;
    const stopping = aProcess(
      async (_, job) => {
        await world.database.transaction((manager) =>
          job.once(manager, async () => {
            begun = true;
            await manager.query('select pg_sleep(60)');
          }),
        );
      },
      { queue: 'one by one' },
    );
    await order(stopping, 'long');
    await until(() => begun);
    const from = Date.now();
    await stopping.onModuleDestroy();
    processes = [];
    expect(Date.now() - from).toBeLessThan(4_000);
    const left = await world.owner.query('select attempts, locked_by from graphile_worker._private_jobs');
    expect(left.rows).toEqual([{ attempts: 0, locked_by: null }]);
    aProcess(({ id }, job) => write(job, id, `try ${job.attempt}`), { queue: 'one by one' });
    await until(async () => (await jobsLeft()) === 0, 4);
    expect(await effects()).toEqual([{ job: 'long', by: 'try 1' }]);
  });

  it('that say "not yet" wait without a try being counted', async () => {
    let asked = 0;
    const jobs = aProcess(async ({ id }, job) => {
      asked += 1;
      if (asked === 1) throw new NotYet(1);
      await write(job, id, `try ${job.attempt}`);
    });
    await order(jobs, 'later');
    await until(async () => (await jobsLeft()) === 0);
    expect(await effects()).toEqual([{ job: 'later', by: 'try 1' }]);
  });

  it('of one queue run one after the other, also over several processes', async () => {
    let [now, most] = [0, 0];
    const work: Work = async ({ id }, job) => {
      most = Math.max(most, ++now);
      await wait(60);
      now -= 1;
      await write(job, id);
    };
    const jobs = aProcess(work, { queue: 'one by one' });
    aProcess(work, { queue: 'one by one' });
    for (let at = 0; at < 5; at += 1) await order(jobs, `q${at}`);
    await until(async () => (await jobsLeft()) === 0, 40);
    expect([most, (await effects()).length]).toEqual([1, 5]);
  });

  it('can be taken out of the list by the operator', async () => {
    const idle = new Jobs(world.database, createLog('silent'), world.appUrl);
    processes.push(idle);
    idle.declare({ name: 'test.work', attempts: 3, work: () => Promise.resolve() });
    await order(idle, 'unwanted');
    const owner = new pg.Client(world.ownerUrl);
    await owner.connect();
    const [job] = await listJobs(owner, true);
    expect(job?.state).toBe('WAITING');
    expect(await dropJob(owner, job?.id ?? '')).toBe(true);
    expect(await listJobs(owner, true)).toEqual([]);
    await owner.end();
  });

  it('outlive a restart of the database', async () => {
    const jobs = aProcess(({ id }, job) => write(job, id, `try ${job.attempt}`));
    await order(jobs, 'before');
    await until(async () => (await jobsLeft()) === 0);
    await world.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'elchin_app' and datname = current_database()`,
    );
    await until(() =>
      order(jobs, 'x after').then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await jobsLeft()) === 0);
    expect((await effects()).map(({ job }) => job)).toEqual(['before', 'x after']);
  });
});
