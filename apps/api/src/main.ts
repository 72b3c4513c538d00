import { closeClusters, type Config, createLog, type Log, openHealthDoor, readConfig } from '#platform';
import { claimFolder } from '../../data-folder.js';
import { checkPort } from '../../port.js';
import { leave } from './farewell.js';
import { openDatabase } from './open-database.js';
import { createServer } from './server.js';
import { explain } from './explain.js';
import { greet } from './greeting.js';
import { step } from './steps.js';

/** So many connections wait for us to take them: Node's 511 are gone in a crowd, and who finds no room knocks again after 1, 3 and 7 s. */
const BACKLOG = 4_096;

/** Starts everything and says where; stops everything on SIGTERM or SIGINT, after the running requests are finished. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(process.env.LOG_LEVEL ?? (config.production ? 'info' : 'warn'));
  await checkPort(config.host, config.port);
  if (config.healthPort !== undefined) await checkPort(config.host, config.healthPort, 'ELCHIN_HEALTH_PORT');
  const release = config.databaseUrl ? () => undefined : await claimFolder(config.dataDir);
  try {
    await serve(config, log, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function serve(config: Config, log: Log, release: () => void): Promise<void> {
  const database = await openDatabase(config, step);
  const { appUrl, doorUrl } = database;
  const app = await step('Starting the server', () => createServer({ config, appUrl, doorUrl, log }));
  const stop = once(async () => {
    const whole = await leave(app, database, log);
    release();
    process.exit(whole ? 0 : 1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  await openHealthDoorOf(config, database.appUrl);
  await app.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  database.lookAfter(log, (reason) => {
    process.stderr.write(`${explain(reason)}\n`);
    release();
    process.exit(1);
  });
  greet(config, await app.getUrl());
}

/** Where it is wanted; it ends with the process, so that whoever watches sees until the last moment that we are leaving. */
async function openHealthDoorOf({ host, healthPort, dataDir }: Config, appUrl: string): Promise<void> {
  if (healthPort !== undefined) await openHealthDoor({ host, port: healthPort, appUrl, dataDir });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let started: Promise<void> | undefined;
  return () => (started ??= work());
}

main().catch(async (error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  await closeClusters();
  process.exit(1);
});
