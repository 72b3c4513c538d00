import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { asPerson, people } from '#support/api';
import { endLaunched, launch, type Launched } from '#support/launched';
import { aWorld, type World } from '#support/world';
import { casesIn, Clerk, publishedDeaths } from './clerk.js';

/** Nobody of the demo: with them production would not start. */
const oyun = { ...people.enkhjargal, name: 'Оюун', email: 'oyun@mfa.elchin.example' };

let world: World;
let folder: string;
/** Somebody who holds a table, so that a statement of the import does not come to its end. */
let holder: pg.Client;

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'elchin-stop-'));
  holder = new pg.Client({ connectionString: world.ownerUrl });
  await holder.connect();
});
afterAll(async () => {
  endLaunched();
  await holder.end();
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

async function aServer(): Promise<Launched & { clerk: Clerk }> {
  const elchin = await launch({ DATABASE_URL: world.ownerUrl, ELCHIN_DATA_DIR: folder });
  const url = elchin.url ?? '';
  return { ...elchin, clerk: new Clerk({ url }, await asPerson(world, url, oyun)) };
}

async function statementWaits(): Promise<void> {
  for (;;) {
    const found = await world.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
          and query like 'insert into cases.death%'`,
    );
    if (found.rowCount) return;
    await wait(50);
  }
}

describe('Elchin told to stop while an import writes', () => {
  it('is gone within eight seconds, leaves nothing of it, and the next start does it anew', async () => {
    const first = await aServer();
    const { id } = await first.clerk.checked(publishedDeaths);
    await holder.query('begin; lock table cases.death in exclusive mode');
    await first.clerk.run(id, true);
    await statementWaits();
    const told = Date.now();
    first.process.kill('SIGTERM');
    expect(await first.ended).toEqual([0, null]);
    expect(Date.now() - told).toBeLessThan(8_000);
    expect(await casesIn(world)).toBe(0);
    await holder.query('rollback');
    const second = await aServer();
    expect(await second.clerk.ended(id)).toMatchObject({ status: 'IMPORTED', imported: 8389 });
    expect(await casesIn(world)).toBe(8389);
  });
});
