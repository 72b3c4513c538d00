import { readConfig } from '../../../libs/platform/src/config.js';
import { openCluster } from '../../../libs/platform/src/database/cluster.js';
import { checkPort } from '../../port.js';
import { step } from './steps.js';

/** PostgreSQL starts while the server's modules are being loaded; whoever opens it next waits for this very start. */
async function begin(): Promise<void> {
  const config = readConfig(process.env);
  await checkPort(config.host, config.port);
  if (!config.databaseUrl) openCluster(config.dataDir, [], step).catch(() => undefined);
}

// What stands in the way, main finds too, and explains.
await begin().catch(() => undefined);
await import('./main.js');
