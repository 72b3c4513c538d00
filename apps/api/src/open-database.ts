import { appUrlOf, type Config, ensureDatabase, openCluster } from '#platform';
import { seedWhenEmpty } from '../../cli/src/seed/index.js';
import { DATABASE_NAME } from '../../data-folder.js';
import { prepareDatabase } from '../../street.js';

export interface OpenDatabase {
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/**
 * The database of this configuration, ready to work with: the embedded one (started when needed) or the given one, with
 * tables and reference data up to date, and demo data unless in production.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const opened = config.databaseUrl ? external(config, config.databaseUrl) : await embedded(config);
  try {
    await prepareDatabase(opened.ownerUrl);
    if (!config.production) await seedWhenEmpty(opened.ownerUrl);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function external(config: Config, ownerUrl: string): OpenDatabase {
  return { ownerUrl, appUrl: config.appDatabaseUrl ?? appUrlOf(ownerUrl), close: () => Promise.resolve() };
}

async function embedded(config: Config): Promise<OpenDatabase> {
  const cluster = await openCluster(config.dataDir);
  await ensureDatabase(cluster.url, DATABASE_NAME);
  const ownerUrl = `${cluster.url}/${DATABASE_NAME}`;
  return { ownerUrl, appUrl: appUrlOf(ownerUrl), close: () => cluster.stop() };
}
