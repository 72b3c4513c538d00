import { resolve } from 'node:path';
import { openCluster } from '../../../libs/platform/src/database/cluster.js';

// PostgreSQL starts while the server's modules are being loaded; whoever opens it next waits for this very start.
if (!process.env.DATABASE_URL) {
  openCluster(resolve(process.env.ELCHIN_DATA_DIR ?? '.elchin')).catch(() => undefined);
}
await import('./main.js');
