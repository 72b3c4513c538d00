import type { EntityManager } from 'typeorm';
import type { Job } from './job.js';
import type { FailureReason } from './reasons.rules.js';

/** What a job is about: ids only, never content. Whoever works on it looks the rest up, and what they may do with it. */
export type JobPayload = Record<string, string | number | boolean | null>;

/** A kind of work that goes on behind the requests. A room declares it once (`Jobs.declare`). */
export interface Task<P extends JobPayload = JobPayload> {
  /** `<room>.<what>`, e.g. `cases.import`. */
  name: string;
  /** How often it is tried; the waits between grow: 3, 7, 20, 55 seconds … */
  attempts: number;
  /** Jobs of one queue run one after the other, over all processes. */
  queue?: string;
  /**
   * Does the work. What it changes it changes inside `job.once(manager, …)`, in whose transaction the job itself ends: both
   * happen, or neither.
   */
  work(payload: P, job: Job): Promise<void>;
  /** Told once, in a transaction, when the last try has failed. */
  gaveUp?(manager: EntityManager, payload: P, reason: FailureReason): Promise<void>;
}

/** Work that is to be done, after the transaction that orders it. */
export interface JobOrder<P extends JobPayload = JobPayload> {
  task: string;
  payload: P;
  /** One waiting job for each key: ordering it again changes the one that waits. */
  key: string;
  /** Not before this moment. */
  runAt?: Date;
}

/** Thrown by a task: not its fault, but not yet. The try does not count. */
export class NotYet extends Error {
  /** @param seconds one at least: the former try is to be settled by then. */
  constructor(readonly seconds: number) {
    super(`not before ${seconds} s`);
    this.name = 'NotYet';
  }
}

/** Another process has taken the job over meanwhile: nothing of what was begun here may stay. */
export class TakenOver extends Error {
  constructor() {
    super('another process has taken this job over');
    this.name = 'TakenOver';
  }
}
