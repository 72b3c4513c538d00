import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { jobsCommand } from './command.js';

describe('the operators’ list of jobs', () => {
  let world: World;
  let said: string[];
  let complained: string[];

  beforeAll(async () => {
    world = await aWorld();
    process.env.DATABASE_URL = world.ownerUrl;
  });
  afterAll(() => {
    delete process.env.DATABASE_URL;
    return world.end();
  });
  beforeEach(async () => {
    [said, complained] = [[], []];
    jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
    jest.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text));
    await world.owner.query('truncate graphile_worker._private_jobs');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });

  const run = (...options: string[]) => jobsCommand().parseAsync(['node', 'jobs', ...options]);

  async function aJob(state: { attempts?: number; reason?: string } = {}): Promise<string> {
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from graphile_worker.add_job('cases.import', '{"id": "x"}', max_attempts => 5, job_key => 'cases.import x')`,
    );
    const id = rows[0]?.id ?? '';
    await world.owner.query(
      'update graphile_worker._private_jobs set attempts = $2, last_error = $3 where id = $1',
      [id, state.attempts ?? 0, state.reason ?? null],
    );
    return id;
  }

  it('says that nothing is stuck while jobs simply wait, and shows these when asked', async () => {
    const id = await aJob();
    await run();
    expect(said).toEqual(['No job is stuck.']);
    expect(process.exitCode).toBeUndefined();
    await run('--all');
    expect(said[1]).toMatch(new RegExp(`^${id}  cases.import  x  waits at 20`));
  });

  it('names what was given up with its reason, ends with 1, and lets it be tried again', async () => {
    const id = await aJob({ attempts: 5, reason: 'NO_SPACE: error 53100: could not extend file' });
    await run();
    expect(said).toEqual([
      `${id}  cases.import  x  was given up, 5 of 5 tries: NO_SPACE: error 53100: could not extend file`,
    ]);
    expect(process.exitCode).toBe(1);
    await run('retry', id);
    expect(said[1]).toBe(`Job ${id} is tried again.`);
    process.exitCode = undefined;
    await run();
    expect(said[2]).toBe('No job is stuck.');
  });

  it('takes a job out of the list, and says when there is none of that number', async () => {
    const id = await aJob({ attempts: 5 });
    await run('drop', id);
    await run('--all');
    expect(said).toEqual([`Job ${id} is out of the list.`, 'There are no jobs.']);
    await run('drop', id);
    expect(complained[0]).toContain(`There is no job ${id}`);
    expect(process.exitCode).toBe(1);
  });
});
