import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWhenStale } from '../../apps/build.js';

/**
 * Each run has a PostgreSQL of its own (started by the first test that needs one), in a folder named by the runner's
 * process, so that runs do not disturb one another. Folders of runs that were killed are cleared away. Tests that start the
 * real programs find them built: once, before files that run side by side would each build.
 */
export default async function setup() {
  await buildWhenStale(['server']);
  const runs = resolve(import.meta.dirname, '../../.elchin/test');
  mkdirSync(runs, { recursive: true });
  for (const run of readdirSync(runs)) {
    if (!isAlive(Number(run))) rmSync(join(runs, run), { recursive: true, force: true });
  }
  process.env.ELCHIN_TEST_DIR = join(runs, String(process.pid));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
