import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { foldedCompletely, opened } from '#statistics/testing';
import { aWorld, type World } from '#support/world';
import { recountCommand } from './index.js';

describe('the operators’ recount', () => {
  let world: World;
  let said: string[];
  let progress: string[];

  beforeAll(async () => {
    world = await aWorld();
    await opened(world.owner);
    await opened(world.owner, { mission: 'PRG', country: 'CZ', closedOn: '2026-04-01' });
    await foldedCompletely(world.owner);
    await opened(world.owner);
    process.env.DATABASE_URL = world.ownerUrl;
  });
  afterAll(() => {
    delete process.env.DATABASE_URL;
    return world.end();
  });
  beforeEach(() => {
    said = [];
    progress = [];
    jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
    jest.spyOn(console, 'error').mockImplementation((text: string) => void progress.push(text));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });

  const run = (...options: string[]) => recountCommand().parseAsync(['node', 'recount', ...options]);

  it('ends well where every figure is right, and shows how far it is', async () => {
    await run();
    expect(process.exitCode).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(/cells over 3 cases compared: every figure is right\.$/)]);
    expect(progress).toHaveLength(8);
    expect(progress[0]).toMatch(/step 1 of 8: counting the cases …$/);
  });

  it('says what to do about a database without tables', async () => {
    process.env.DATABASE_URL = world.ownerUrl.replace(/[^/]+$/, 'postgres');
    await run().finally(() => (process.env.DATABASE_URL = world.ownerUrl));
    expect(process.exitCode).toBe(1);
    expect(progress.at(-1)).toContain('Run "migrate" first');
  });

  it('names the damaged figure and ends with 1; a rebuild mends it', async () => {
    await world.owner.query(`update stat.world_year set opened = 5 where country = 'CZ'`);
    await run();
    expect(process.exitCode).toBe(1);
    expect(said[0]).toBe(
      'stat.world_year year=2026 country=CZ type=DETENTION cause=06 opened: maintained 5, counted 1',
    );
    expect(said[1]).toContain('figures that differ: 1.');
    process.exitCode = undefined;
    await run('--rebuild');
    expect(process.exitCode).toBeUndefined();
    expect(said.at(-1)).toContain('every figure is right');
  });
});
