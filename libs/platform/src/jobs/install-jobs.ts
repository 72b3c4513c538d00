import type pg from 'pg';
import type { QueryRunner } from 'typeorm';

/**
 * Brings graphile-worker's tables to what the installed version of it wants, over the migration's own connection and as its
 * role. It begins and commits transactions itself; asked again it does nothing.
 */
export async function installJobTables(queryRunner: QueryRunner): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const client = (await queryRunner.connect()) as pg.PoolClient;
  const lent = {
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
    on: () => lent,
    removeListener: () => lent,
    listeners: () => [() => undefined],
    options: { max: 1 },
  };
  await runMigrations({ pgPool: lent as unknown as pg.Pool, logger: new Logger(() => () => undefined) });
}

/** What the application's role may do with them: order, take and settle jobs. They hold ids only. */
export const lendJobTables = `
  grant usage on schema graphile_worker to elchin_app;
  grant select, insert, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues to elchin_app;
  grant select, insert on graphile_worker._private_tasks to elchin_app;
  revoke all on all functions in schema graphile_worker from public;
  grant execute on all functions in schema graphile_worker to elchin_app;
  revoke all on function graphile_worker.force_unlock_workers from elchin_app;

  drop policy if exists application on graphile_worker._private_jobs;
  drop policy if exists application on graphile_worker._private_job_queues;
  drop policy if exists application on graphile_worker._private_tasks;
  create policy application on graphile_worker._private_jobs to elchin_app using (true);
  create policy application on graphile_worker._private_job_queues to elchin_app using (true);
  create policy application on graphile_worker._private_tasks to elchin_app using (true);
  comment on schema graphile_worker is 'Work behind the requests (libs/platform/src/jobs). Made by graphile-worker; payloads are ids.';
`;
