import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nativePrograms } from './native-programs.js';
import { buryDead, type Postmaster, postmasterOf } from './postmaster.js';
import { stillRuns } from './processes.js';
import { keepRunning, type Watcher } from './revival.js';

const run = promisify(execFile);

export class ClusterError extends Error {}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Address of the owner, without a database name at its end. */
  url: string;
  /** False when it was already running, for instance after its starter was killed. */
  startedHere: boolean;
  /** Starts it again, at the same address, whenever it ends without having been stopped. */
  lookAfter(heard: Watcher): void;
  stop(): Promise<void>;
}

/** Does a step of the work; whoever waits may be told what it is. */
export type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const quietly: Step = (_what, work) => work();

/** Settings that differ from PostgreSQL's defaults, and why. */
const settings = [
  '-c listen_addresses=127.0.0.1', // nobody but this machine
  '-c unix_socket_directories=', // one way in, the same on every system
  '-c timezone=UTC', // instants are stored and answered in UTC
  '-c jit=off', // our statements are short: compiling them costs more than it saves
  '-c max_connections=80',
  '-c shared_buffers=256MB',
  '-c random_page_cost=1.1', // an SSD
];

/**
 * Starts the embedded PostgreSQL in `folder`, making it first when there is none, or joins the one that runs there.
 * A half-made data folder (killed while it was made) is made anew: it is renamed into place only when complete.
 * @param extra further settings, `-c name=value` (tests trade durability for speed).
 * @param step is told what takes long.
 * @throws ClusterError with what PostgreSQL said.
 */
export function openCluster(
  folder: string,
  extra: readonly string[] = [],
  step: Step = quietly,
): Promise<Cluster> {
  const known = opened.get(folder);
  if (known) return known;
  const opening = open(folder, extra, step);
  opened.set(folder, opening);
  // A start that failed may be tried again.
  opening.catch(() => opened.delete(folder));
  return opening;
}

/** What this process has opened: the launcher begins while the rest of the program is still being loaded. */
const opened = new Map<string, Promise<Cluster>>();

/** Stops the servers that this process has started: a start of Elchin that comes to nothing leaves none behind. */
export async function closeClusters(): Promise<void> {
  for (const opening of [...opened.values()]) {
    const cluster = await opening.catch(() => undefined);
    if (cluster?.startedHere) await cluster.stop();
  }
}

async function open(folder: string, extra: readonly string[], step: Step): Promise<Cluster> {
  const data = join(folder, 'postgres');
  if (!existsSync(data)) {
    await step(`Making a PostgreSQL of its own in ${folder} (only the first time)`, () =>
      makeCluster(folder, data),
    );
  }
  const password = await readFile(join(data, 'owner.secret'), 'utf8');
  const found = await step('Looking for a PostgreSQL that still runs', () => postmasterOf(data));
  const server = found ?? (await step('Starting PostgreSQL', () => startServer(data, extra)));
  let leave = (): Promise<void> => Promise.resolve();
  return {
    url: `postgres://elchin:${password}@127.0.0.1:${server.port}`,
    startedHere: found === undefined,
    lookAfter: (heard) => (leave = lookAfter(data, server, extra, heard)),
    stop: async () => {
      await leave();
      opened.delete(folder);
      await stopServer(data);
    },
  };
}

function lookAfter(data: string, server: Postmaster, extra: readonly string[], heard: Watcher) {
  let { process } = server;
  const start = async () => {
    ({ process } = await startServer(data, extra, server.port));
  };
  return keepRunning({ runs: () => stillRuns(process), start }, heard);
}

async function makeCluster(folder: string, data: string): Promise<void> {
  const half = `${data}.half-made`;
  await rm(half, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(folder, 'owner.secret.tmp');
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await runNative('initdb', [
      `--pgdata=${half}`,
      '--username=elchin',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=mn',
    ]);
    await writeFile(join(half, 'owner.secret'), password, { mode: 0o600 });
    await rename(half, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function startServer(data: string, extra: readonly string[], at?: number): Promise<Postmaster> {
  await buryDead(data);
  const port = at ?? (await freePort());
  const log = join(data, 'server.log');
  const options = [`-p ${port}`, ...settings, ...extra].join(' ');
  try {
    await runNative('pg_ctl', ['start', '-w', '-t', '60', '-s', '-D', data, '-l', log, '-o', options]);
  } catch (error) {
    throw new ClusterError(`The embedded PostgreSQL did not start.\n${await endOf(log)}`, { cause: error });
  }
  const started = await postmasterOf(data);
  if (!started) throw new ClusterError(`The embedded PostgreSQL ended at once.\n${await endOf(log)}`);
  return started;
}

async function endOf(log: string): Promise<string> {
  return (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n');
}

async function stopServer(data: string): Promise<void> {
  await runNative('pg_ctl', ['stop', '-w', '-m', 'fast', '-s', '-D', data]).catch(() => undefined);
}

async function runNative(program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  const { command, prefix } = await nativePrograms(program);
  try {
    // LC_ALL: PostgreSQL's messages are read by operators and tests; keep them the same everywhere.
    await run(command, [...prefix, ...args], { env: { ...process.env, LC_ALL: 'C', LANG: 'C' } });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() ?? String(error);
    throw new ClusterError(`${program} failed: ${said}`, { cause: error });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
