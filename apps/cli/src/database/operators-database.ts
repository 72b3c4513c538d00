import { ensureDatabase, openCluster, readConfig } from '#platform';
import { DATABASE_NAME, holderOf } from '../../../data-folder.js';

/**
 * Runs work with the address of the tables' owner: the server of DATABASE_URL, or the embedded one, which is started when
 * it does not run and stopped afterwards unless the API has come to use it meanwhile.
 */
export async function withOwnerUrl<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  if (config.databaseUrl) return work(config.databaseUrl);
  const cluster = await openCluster(config.dataDir);
  try {
    await ensureDatabase(cluster.url, DATABASE_NAME);
    return await work(`${cluster.url}/${DATABASE_NAME}`);
  } finally {
    const inUse = (await holderOf(config.dataDir)) !== undefined;
    if (cluster.startedHere && !inUse) await cluster.stop();
  }
}
