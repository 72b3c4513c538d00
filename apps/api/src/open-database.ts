import {
  appUrlOf,
  type Config,
  doorUrlOf,
  ensureDatabase,
  type Log,
  openCluster,
  type Step,
} from '#platform';
import { refuseDemo, seedWhenEmpty } from '../../cli/src/seed/index.js';
import { DATABASE_NAME } from '../../data-folder.js';
import { prepareDatabase } from '../../street.js';

export interface OpenDatabase {
  ownerUrl: string;
  appUrl: string;
  doorUrl: string;
  /**
   * Starts the embedded server again when it was killed; somebody else's server is theirs to look after.
   * @param lost it does not come back: Elchin can only end, and say so.
   */
  lookAfter(log: Log, lost: (reason: Error) => void): void;
  close(): Promise<void>;
}

/**
 * The database of this configuration, ready to work with: the embedded one (started when needed) or the given one, with
 * tables and reference data up to date, and demo data unless in production.
 * @throws DemoInside where production would let the demo's people in.
 */
export async function openDatabase(config: Config, step: Step): Promise<OpenDatabase> {
  const opened = config.databaseUrl ? external(config, config.databaseUrl) : await embedded(config, step);
  try {
    await step('Bringing the tables and the reference data up to date', () =>
      prepareDatabase(opened.ownerUrl),
    );
    if (config.production) await refuseDemo(opened.ownerUrl, config.dataDir);
    else await step('Inventing people and cases for the demo', () => seedWhenEmpty(opened.ownerUrl));
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function external(config: Config, ownerUrl: string): OpenDatabase {
  return {
    ownerUrl,
    appUrl: config.appDatabaseUrl ?? appUrlOf(ownerUrl),
    doorUrl: config.doorDatabaseUrl ?? doorUrlOf(ownerUrl),
    lookAfter: () => undefined,
    close: () => Promise.resolve(),
  };
}

async function embedded(config: Config, step: Step): Promise<OpenDatabase> {
  const cluster = await openCluster(config.dataDir, [], step);
  await ensureDatabase(cluster.url, DATABASE_NAME);
  const ownerUrl = `${cluster.url}/${DATABASE_NAME}`;
  return {
    ownerUrl,
    appUrl: appUrlOf(ownerUrl),
    doorUrl: doorUrlOf(ownerUrl),
    lookAfter: (log, lost) =>
      cluster.lookAfter({
        gone: () => log.error({ postgresql: 'ended unasked, is started again' }),
        back: (afterMs) => log.warn({ postgresql: 'runs again', afterMs }),
        lost,
      }),
    close: () => cluster.stop(),
  };
}
