import type { EntityManager } from 'typeorm';
import { TakenOver } from './task.js';

/** A job in the hands of a worker. */
export class Job {
  private done = false;

  constructor(
    readonly id: string,
    /** The try that this is, from 1. */
    readonly attempt: number,
    /** Aborted when the process is about to stop: give up as soon as you can, the job goes on elsewhere. */
    readonly signal: AbortSignal,
    private readonly worker: string,
  ) {}

  /** Whether its effects, and its end with them, are in a transaction that has gone through `once`. */
  get isDone(): boolean {
    return this.done;
  }

  /**
   * Does what the job is for, exactly once: the job ends in the same transaction. Whoever else might believe to have this
   * job waits for this transaction, and then finds the job gone.
   * @param manager of a transaction that is still to be committed by the caller.
   * @throws TakenOver when another process has the job now.
   */
  async once<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
    await manager.query(`select pg_advisory_xact_lock(${JOB_LOCK}, $1::int)`, [lockOf(this.id)]);
    // A statement of its own, so that it sees what became of the job while we waited.
    const ours: unknown[] = await manager.query(
      'select 1 from graphile_worker._private_jobs where id = $1 and locked_by = $2',
      [this.id, this.worker],
    );
    if (ours.length === 0) throw new TakenOver();
    const result = await work();
    await this.end(manager);
    return result;
  }

  private async end(manager: EntityManager): Promise<void> {
    const ended: unknown[] = await manager.query(
      `with ended as (
         delete from graphile_worker._private_jobs where id = $1 and locked_by = $2 returning job_queue_id
       ), freed as (
         update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
           from ended where q.id = ended.job_queue_id and q.locked_by = $2
       ) select 1 from ended`,
      [this.id, this.worker],
    );
    if (ended.length === 0) throw new TakenOver();
    this.done = true;
  }
}

/** Held by the transaction that does a job's work: first key of two. */
export const JOB_LOCK = "hashtext('elchin job')";

/** Held by the connection of a living worker: first key of two, the second is its name. */
export const WORKER_LOCK = "hashtext('elchin worker')";

/** A job's number as the second key of its lock. Two jobs 2,147,483,647 apart would wait for each other, no more. */
export function lockOf(id: string): number {
  return Number(BigInt(id) % 2_147_483_647n);
}
