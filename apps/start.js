// `npm start`: builds what changed since the last time, then starts Elchin.
import { resolve } from 'node:path';
import { buildWhenStale } from './build.js';

await buildWhenStale(['server', 'web']);
if (!process.env.DATABASE_URL) {
  // PostgreSQL starts while the server's modules are being loaded; whoever opens it next waits for this very start.
  const { openCluster } = await import('../dist/libs/platform/src/database/cluster.js');
  openCluster(resolve(process.env.ELCHIN_DATA_DIR ?? '.elchin')).catch(() => undefined);
}
await import('../dist/apps/api/src/main.js');
