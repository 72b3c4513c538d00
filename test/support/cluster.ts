import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openCluster } from '#platform';
import { prepareDatabase } from '../../apps/street.js';

const TEMPLATE = 'template_world';

// Tests need right answers, not durable ones.
const fast = ['-c fsync=off', '-c full_page_writes=off', '-c max_connections=200', '-c shared_buffers=64MB'];

/** Address of the run's server, started by whichever test file comes first; the runner's teardown stops it. */
export async function testServer(): Promise<string> {
  const folder = process.env.ELCHIN_TEST_DIR;
  if (!folder)
    throw new Error('Run tests through the runner: its set-up names the folder of the test server.');
  mkdirSync(folder, { recursive: true });
  const release = await lock(join(folder, 'starting'));
  try {
    return (await openCluster(folder, fast)).url;
  } finally {
    release();
  }
}

/** Name of the run's database with all tables and reference data, made once. */
export async function migratedTemplate(server: string): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtext('elchin template'))");
    const found = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (found.rowCount) return TEMPLATE;
    const half = `${TEMPLATE}_half_made`;
    await admin.query(`drop database if exists ${half} with (force)`);
    await admin.query(`create database ${half}`);
    await prepareDatabase(`${server}/${half}`);
    await admin.query(`alter database ${half} rename to ${TEMPLATE}`);
    return TEMPLATE;
  } finally {
    await admin.end();
  }
}

/** A lock between the runner's processes: a folder that only one can make. */
async function lock(path: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(path);
      return () => rmSync(path, { recursive: true, force: true });
    } catch {
      await wait(50);
    }
  }
}
