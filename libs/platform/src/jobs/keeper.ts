import type { Database } from '../database/database.js';
import type { Statement } from '../database/trip.js';
import type { Log } from '../log.js';
import { JOB_LOCK, WORKER_LOCK } from './job.js';
import { reasonOfVanished, reasonRead } from './reasons.rules.js';
import type { JobPayload, Task } from './task.js';

interface GivenUp {
  id: string;
  task: string;
  payload: JobPayload;
  key: string | null;
  reason: string | null;
}

/** Puts right what workers leave behind: jobs of a process that ended, and jobs whose last try has failed. */
export class Keeper {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly tasks: ReadonlyMap<string, Task>,
  ) {}

  /** @param worker ourselves, known to be alive. */
  async look(worker: string): Promise<void> {
    const [, released] = await this.database.oneTrip(
      [freeQueues, releaseJobs].map((one) => ({ ...one, values: [worker] })),
    );
    for (const row of released ?? [])
      this.log.warn({ job: row.id, worker: row.worker }, 'a job was left by its worker');
    await this.tellGivenUp();
  }

  /** Gives a job back, unharmed: the try does not count, and another worker may have it after `seconds`. */
  async giveBack(id: string, worker: string, seconds: number): Promise<void> {
    await this.database.oneTrip([{ ...giveBack, values: [id, worker, seconds] }]);
  }

  /** Breaks off the statements of the transactions that work on these jobs. */
  async cancel(ids: readonly number[]): Promise<void> {
    await this.database.oneTrip([{ ...cancel, values: [ids] }]);
  }

  private async tellGivenUp(): Promise<void> {
    const [rows] = await this.database.oneTrip([{ ...givenUp, values: [[...this.tasks.keys()]] }]);
    for (const row of (rows ?? []) as unknown as GivenUp[]) await this.tell(row);
  }

  private async tell({ id, task, payload, key, reason }: GivenUp): Promise<void> {
    await this.database.transaction(async (manager) => {
      // Told by one process, once: the mark stands or falls with what was told.
      const marked = await manager.query<unknown[][]>(
        `update graphile_worker._private_jobs set flags = '{"told": true}'
          where id = (select id from graphile_worker._private_jobs
                       where id = $1 and flags is null and locked_at is null and attempts >= max_attempts
                         for update skip locked) returning id`,
        [id],
      );
      if (marked[0]?.length === 0) return;
      // A job that was ordered again while it ran has lost its key to the new one.
      if (key === null) return void (await manager.query(forget, [id]));
      await this.tasks.get(task)?.gaveUp?.(manager, payload, reasonRead(reason));
      this.log.error({ job: id, task, reason }, 'a job was given up');
    });
  }
}

const forget = 'delete from graphile_worker._private_jobs where id = $1';

/** A worker lives as long as the connection that holds its lock. */
const isDead = (worker: string) => `
  not exists (select from pg_locks l
               where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
                 and l.database = (select oid from pg_database where datname = current_database())
                 and l.classid = ${WORKER_LOCK}::oid and l.objid = hashtext(${worker})::oid)`;

const releaseJobs: Omit<Statement, 'values'> = {
  name: 'jobs.release',
  text: `
  with dead as materialized (
    select j.id from graphile_worker._private_jobs j
     where j.locked_at < now() - interval '3 seconds' and j.locked_by <> $1 and ${isDead('j.locked_by')}
  ), idle as materialized (
    -- One whose work is still going on in the database (its process ended, its statement has not) is left until next time.
    select id from dead where pg_try_advisory_xact_lock(${JOB_LOCK}, (id % 2147483647)::int)
  ), released as (
    update graphile_worker._private_jobs j
       set locked_by = null, locked_at = null, last_error = '${reasonOfVanished}',
           run_at = case when j.attempts < 2 then now() else now() + exp(least(j.attempts, 10)) * interval '1 second' end
      from idle, (select id, locked_by as worker from graphile_worker._private_jobs) former
     where j.id = idle.id and former.id = j.id and j.locked_at is not null
    returning j.id, j.job_queue_id, former.worker
  ), freed as (
    update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
      from released where q.id = released.job_queue_id and q.locked_by = released.worker
  ) select id, worker from released`,
};

/** A queue that a dead worker held although it holds no job of it any more. */
const freeQueues: Omit<Statement, 'values'> = {
  name: 'jobs.free_queues',
  text: `
  update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
   where q.locked_at < now() - interval '3 seconds' and q.locked_by <> $1 and ${isDead('q.locked_by')}
     and not exists (select from graphile_worker._private_jobs j
                      where j.job_queue_id = q.id and j.locked_by = q.locked_by)`,
};

const giveBack: Omit<Statement, 'values'> = {
  name: 'jobs.give_back',
  text: `
  with back as (
    update graphile_worker._private_jobs
       set attempts = greatest(0, attempts - 1), locked_by = null, locked_at = null,
           run_at = now() + make_interval(secs => $3)
     where id = $1 and locked_by = $2 returning job_queue_id
  ), freed as (
    update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
      from back where q.id = back.job_queue_id and q.locked_by = $2
  ) select pg_notify('jobs:insert', '{"count": 1}') from back`,
};

const cancel: Omit<Statement, 'values'> = {
  name: 'jobs.cancel',
  text: `
  select pg_cancel_backend(l.pid) from pg_locks l
   where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.pid <> pg_backend_pid()
     and l.database = (select oid from pg_database where datname = current_database())
     and l.classid = ${JOB_LOCK}::oid and l.objid = any ($1::int[]::oid[])`,
};

const givenUp: Omit<Statement, 'values'> = {
  name: 'jobs.given_up',
  text: `
  select j.id, t.identifier as task, j.payload, j.key, j.last_error as reason
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.locked_at is null and j.flags is null and t.identifier = any ($1)`,
};
