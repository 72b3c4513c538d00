import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, openCluster } from '#platform';
import { migrateDatabase } from '../../../street.js';

/** It is thrown away: it need not last. */
const FAST = ['-c fsync=off', '-c full_page_writes=off', '-c shared_buffers=32MB'];

/** Runs work with the address of an empty database of this version, on a server of its own that is gone afterwards. */
export async function withMigratedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'elchin-schema-'));
  try {
    const cluster = await openCluster(folder, FAST);
    try {
      await ensureDatabase(cluster.url, 'elchin');
      await migrateDatabase(`${cluster.url}/elchin`);
      return await work(`${cluster.url}/elchin`);
    } finally {
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
