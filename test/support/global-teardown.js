import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Stops the run's PostgreSQL, if a test started one (SIGINT is its fast shutdown), and removes its folder. */
export default async function teardown() {
  const folder = process.env.ELCHIN_TEST_DIR;
  const pidFile = join(folder, 'postgres/postmaster.pid');
  if (existsSync(pidFile)) {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
    for (let tries = 0; tries < 200 && existsSync(pidFile); tries += 1) await wait(25);
  }
  rmSync(folder, { recursive: true, force: true });
}
