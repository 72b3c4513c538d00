-- What the application's role may do with graphile-worker's tables: order, take and settle jobs (src/jobs). They hold ids only.
revoke all on all tables in schema graphile_worker from public, elchin_app;
revoke all on all functions in schema graphile_worker from public, elchin_app;

grant usage on schema graphile_worker to elchin_app;
grant select, insert, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues to elchin_app;
grant select, insert on graphile_worker._private_tasks to elchin_app;

drop policy if exists application on graphile_worker._private_jobs;
create policy application on graphile_worker._private_jobs to elchin_app using (true);
drop policy if exists application on graphile_worker._private_job_queues;
create policy application on graphile_worker._private_job_queues to elchin_app using (true);
drop policy if exists application on graphile_worker._private_tasks;
create policy application on graphile_worker._private_tasks to elchin_app using (true);

-- It orders; completing, failing and unlocking it does by rows that it has locked itself.
grant execute on function graphile_worker.add_job, graphile_worker.add_jobs to elchin_app;
