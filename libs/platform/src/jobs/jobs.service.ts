import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { TaskList, WorkerEvents, WorkerPool } from 'graphile-worker';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import type { Log } from '../log.js';
import { Job, lockOf, WORKER_LOCK } from './job.js';
import { Keeper } from './keeper.js';
import { reasonOf } from './reasons.rules.js';
import { type JobOrder, type JobPayload, NotYet, type Task, TakenOver } from './task.js';

/** Jobs that one process works on at a time; each may hold a connection of the acts. */
const AT_A_TIME = 2;

/** One listens and shows that we live, the others take and settle jobs. */
const CONNECTIONS = 3;

const LOOK_EVERY_MS = 5_000;

/** A new job wakes the workers by itself; this is for those that are to be tried again. */
const POLL_MS = 2_000;

/** What tasks get to end in once they are told to. The whole stop has 8 s (`main.ts`). */
const STOPPING_MS = 4_000;

/**
 * Work behind the requests, kept in the database (graphile-worker's tables) and worked off inside the API, by as many
 * processes as there are. See `README.md` beside this file for what that promises.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly tasks = new Map<string, Task>();
  private readonly running = new Map<string, Job>();
  private readonly stopping = new AbortController();
  private readonly keeper: Keeper;
  private workers: WorkerPool | undefined;
  private working: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  /** @param url of the application's own role. */
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly url: string,
  ) {
    this.keeper = new Keeper(database, log, this.tasks);
  }

  /** Says how a kind of job is done. To be called before the application has started. */
  declare<P extends JobPayload>(task: Task<P>): void {
    this.tasks.set(task.name, task);
  }

  /** Orders work inside the caller's transaction: it begins when that is committed, and never when it is not. */
  async add(manager: EntityManager, { task, payload, key, runAt }: JobOrder): Promise<void> {
    const declared = this.tasks.get(task);
    if (!declared) throw new Error(`nobody declared the task ${task}`);
    // One that was given up makes room: its key may be wanted again.
    await manager.query(
      'delete from graphile_worker._private_jobs where key = $1 and locked_at is null and attempts >= max_attempts',
      [key],
    );
    await manager.query(
      `select 1 from graphile_worker.add_job($1, payload => $2, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6)`,
      [task, JSON.stringify(payload), declared.queue ?? null, runAt ?? null, declared.attempts, key],
    );
  }

  onApplicationBootstrap(): void {
    if (this.tasks.size === 0) return;
    this.working = this.keepWorking();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** Tasks are told to stop, their statements broken off; what was not finished is given back and goes on elsewhere. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    const late = AbortSignal.timeout(STOPPING_MS);
    const ended = [this.workers?.gracefulShutdown(), this.looking].map((one) => one?.catch(() => undefined));
    await Promise.race([Promise.all([...ended, this.working]), this.breakOff(late)]);
    if (late.aborted) this.log.warn({ jobs: [...this.running.keys()] }, 'jobs did not stop in time');
  }

  /** Again and again: a task that was between two statements begins one more before it looks at its signal. */
  private async breakOff(late: AbortSignal): Promise<void> {
    while (!late.aborted) {
      const ids = [...this.running.keys()].map(lockOf);
      if (ids.length > 0) await this.keeper.cancel(ids).catch(() => undefined);
      await wait(250, undefined, { ref: false, signal: late }).catch(() => undefined);
    }
  }

  /** Workers that end by themselves (the database was away for too long) are replaced. */
  private async keepWorking(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pool = aPool(this.url);
      try {
        await this.knowTasks(pool);
        // Loaded when the application already stands: nobody waits for it.
        this.workers = this.startWorkers(pool, await import('graphile-worker'));
        this.look();
        await this.workers.promise;
      } catch (error) {
        this.log.debug({ jobs: 'workers', reason: reasonOf(error).text }, 'workers start again');
      }
      await pool.end().catch(() => undefined);
      await wait(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Asked first, since graphile-worker would remember for ever that it could not. */
  private async knowTasks(pool: pg.Pool): Promise<void> {
    await pool.query(
      `insert into graphile_worker._private_tasks (identifier) select unnest($1::text[]) on conflict do nothing`,
      [[...this.tasks.keys()]],
    );
  }

  private startWorkers(pool: pg.Pool, { Logger, runTaskList }: typeof import('graphile-worker')): WorkerPool {
    this.stopping.signal.throwIfAborted();
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:listen:success', ({ client, workerPool }) => {
      // The connection that listens shows that we live: the lock goes when it goes.
      const alive = () =>
        client.query(`select pg_advisory_lock(${WORKER_LOCK}, hashtext($1))`, [workerPool.id]);
      client.once('drain', () => void alive().catch(() => undefined));
    });
    // Given up for good: told at once rather than at the next turn, when the failure has been written down.
    events.on('job:failed', () => setTimeout(() => this.look(), 300).unref());
    const list: TaskList = {};
    for (const [name, task] of this.tasks) {
      list[name] = (payload, { job }) => this.work(task, payload as JobPayload, job);
    }
    return runTaskList(
      {
        pgPool: pool,
        concurrency: AT_A_TIME,
        noHandleSignals: true,
        pollInterval: POLL_MS,
        events,
        logger: new Logger(() => (level, message) => this.log.trace({ jobs: level, message })),
        // With a delay, however small, a failure to settle a job is tried again; without, it would end the process.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      },
      list,
      pool,
    );
  }

  private async work(
    task: Task,
    payload: JobPayload,
    { id, attempts, locked_by: worker }: { id: string; attempts: number; locked_by: string | null },
  ): Promise<void> {
    const by = worker ?? '';
    const job = new Job(id, attempts, this.stopping.signal, by);
    this.running.set(id, job);
    try {
      this.stopping.signal.throwIfAborted();
      await task.work(payload, job);
      if (!job.isDone)
        await this.database.transaction((manager) => job.once(manager, () => Promise.resolve()));
    } catch (error) {
      await this.unfinished(task, job, by, error);
    } finally {
      this.running.delete(id);
    }
  }

  /** @throws always, so that the job is not taken for done; what graphile-worker makes of it holds only while it is ours. */
  private async unfinished(task: Task, job: Job, worker: string, error: unknown): Promise<never> {
    if (error instanceof TakenOver) throw error;
    if (error instanceof NotYet || this.stopping.signal.aborted) {
      const seconds = error instanceof NotYet ? error.seconds : 0;
      await this.keeper.giveBack(job.id, worker, seconds);
      throw new NotYet(seconds);
    }
    const { text } = reasonOf(error);
    this.log.error(
      {
        job: job.id,
        task: task.name,
        attempt: job.attempt,
        of: task.attempts,
        reason: text,
        stack: (error as Error).stack,
      },
      'a job failed',
    );
    throw new Error(text);
  }

  private look(): void {
    if (!this.workers || this.looking || this.stopping.signal.aborted) return;
    this.looking = this.keeper
      .look(this.workers.id)
      .catch((error: unknown) => this.log.debug({ jobs: 'keeper', reason: reasonOf(error).text }))
      .finally(() => (this.looking = undefined));
  }
}

function aPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // Dead connections are replaced; without listeners one would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
