import type pg from 'pg';

/** A job as its operator sees it: ids and reasons, no content. */
export interface JobSeen {
  id: string;
  task: string;
  key: string | null;
  state: 'WAITING' | 'RUNNING' | 'TRIED_AGAIN' | 'GIVEN_UP';
  attempts: number;
  of: number;
  /** Why the last try failed. */
  reason: string | null;
  orderedAt: Date;
  runAt: Date;
}

const seen = `
  select j.id, t.identifier as task, j.key, j.attempts, j.max_attempts as of, j.last_error as reason,
         j.created_at as "orderedAt", j.run_at as "runAt",
         case when j.locked_at is not null then 'RUNNING' when j.attempts >= j.max_attempts then 'GIVEN_UP'
              when j.attempts > 0 then 'TRIED_AGAIN' else 'WAITING' end as state
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;

/** Overdue by this much, or at work for this long: somebody should look. */
const LONG = "interval '10 minutes'";

/**
 * Jobs that are there, the stuck ones first.
 * @param owner a connection of the operator.
 * @param all also those that simply wait or run; otherwise only what failed, is overdue or runs for long.
 */
export async function listJobs(owner: pg.ClientBase, all: boolean): Promise<JobSeen[]> {
  const stuck = `j.attempts >= j.max_attempts or j.last_error is not null or j.locked_at < now() - ${LONG}
                 or (j.locked_at is null and j.run_at < now() - ${LONG})`;
  const found = await owner.query<JobSeen>(
    `${seen} where ${all ? 'true' : stuck} order by j.attempts >= j.max_attempts desc, j.id limit 1000`,
  );
  return found.rows;
}

/**
 * Lets a job that was given up, or waits for its next try, be tried now, as if for the first time.
 * @returns false when there is no such job, or it runs.
 */
export async function retryJob(owner: pg.ClientBase, id: string): Promise<boolean> {
  const found = await owner.query(
    `with again as (
       update graphile_worker._private_jobs set attempts = 0, run_at = now(), last_error = null, flags = null
        where id = $1 and locked_at is null returning id
     ) select pg_notify('jobs:insert', '{"count": 1}') from again`,
    [id],
  );
  return found.rowCount === 1;
}

/**
 * Takes a job out of the list for good.
 * @returns false when there is no such job, or it runs.
 */
export async function dropJob(owner: pg.ClientBase, id: string): Promise<boolean> {
  const found = await owner.query(
    'delete from graphile_worker._private_jobs where id = $1 and locked_at is null',
    [id],
  );
  return found.rowCount === 1;
}
