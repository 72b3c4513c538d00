import { ClusterError, ConfigError, createLog, readConfig } from '#platform';
import { openDatabase } from './open-database.js';
import { claimFolder, FolderTaken } from '../../data-folder.js';
import { createServer } from './server.js';
import { greet } from './greeting.js';

/** Starts everything and says where; stops everything on SIGTERM or SIGINT, after the running requests are finished. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(process.env.LOG_LEVEL ?? (config.production ? 'info' : 'warn'));
  const release = config.databaseUrl ? () => undefined : claimFolder(config.dataDir);
  const database = await openDatabase(config);
  const app = await createServer({ config, appUrl: database.appUrl, log });
  const stop = once(async () => {
    await app.close();
    await database.close();
    release();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop().finally(() => process.exit(0)));
  }
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await stop();
    throw error;
  }
  greet(config, await app.getUrl());
}

function once(work: () => Promise<void>): () => Promise<void> {
  let started: Promise<void> | undefined;
  return () => (started ??= work());
}

/** What the operator can mend gets a sentence; only a surprise gets a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ClusterError || error instanceof FolderTaken)
    return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `The port is taken: ${message}. Stop the other program or set PORT to another number.`;
  if (code === 'EACCES') return `The address may not be used: ${message}. Set PORT to a number above 1023.`;
  if (code === 'ECONNREFUSED') return `No database answers at DATABASE_URL: ${message}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
