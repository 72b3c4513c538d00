import { Command } from 'commander';
import pg from 'pg';
import { dropJob, type JobSeen, listJobs, retryJob } from '#platform';
import { withOwnerUrl } from '../database/operators-database.js';

/** `jobs [--all]`, `jobs retry <number>`, `jobs drop <number>`: work behind the requests that does not come to its end. */
export function jobsCommand(): Command {
  return new Command('jobs')
    .description(
      'List the jobs that are stuck: given up, failing, overdue or running for long. Ends with 1 when there are any.',
    )
    .option('--all', 'also jobs that simply wait or run')
    .action(async ({ all }: { all?: boolean }) => {
      const jobs = await withOwner((owner) => listJobs(owner, all ?? false));
      for (const job of jobs) console.log(lineOf(job));
      if (jobs.length === 0) console.log(all ? 'There are no jobs.' : 'No job is stuck.');
      else if (!all) process.exitCode = 1;
    })
    .addCommand(one('retry', 'Try a job again now, as if for the first time.', 'is tried again', retryJob))
    .addCommand(
      one('drop', 'Take a job out of the list; it is not tried again.', 'is out of the list', dropJob),
    );
}

function one(
  name: string,
  description: string,
  done: string,
  act: (owner: pg.ClientBase, id: string) => Promise<boolean>,
): Command {
  return new Command(name)
    .description(description)
    .argument('<number>', 'of the job, as the list shows it')
    .action(async (id: string) => {
      if (!/^\d{1,18}$/.test(id))
        throw new Error(`"${id}" is no number of a job. The list has them: jobs --all.`);
      if (await withOwner((owner) => act(owner, id))) console.log(`Job ${id} ${done}.`);
      else {
        console.error(`There is no job ${id} that waits; perhaps it runs, or has ended. See: jobs --all`);
        process.exitCode = 1;
      }
    });
}

function withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return withOwnerUrl(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    return work(owner).finally(() => owner.end());
  });
}

const states: Record<JobSeen['state'], string> = {
  WAITING: 'waits',
  RUNNING: 'runs',
  TRIED_AGAIN: 'is tried again',
  GIVEN_UP: 'was given up',
};

/** @returns e.g. `17 cases.import 0197… was given up after 5 of 5 tries: NO_SPACE: …` */
function lineOf({ id, task, key, state, attempts, of, reason, runAt }: JobSeen): string {
  const when = state === 'WAITING' || state === 'TRIED_AGAIN' ? ` at ${runAt.toISOString()}` : '';
  const tries = attempts > 0 ? `, ${attempts} of ${of} tries` : '';
  const subject = key?.startsWith(`${task} `) ? key.slice(task.length + 1) : (key ?? '-');
  return `${id}  ${task}  ${subject}  ${states[state]}${when}${tries}${reason ? `: ${reason}` : ''}`;
}
