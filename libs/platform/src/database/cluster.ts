import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nativePrograms } from './native-programs.js';

const run = promisify(execFile);

export class ClusterError extends Error {}

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Address of the owner, without a database name at its end. */
  url: string;
  /** False when it was already running, for instance after its starter was killed. */
  startedHere: boolean;
  stop(): Promise<void>;
}

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
 * @throws ClusterError with what PostgreSQL said.
 */
export function openCluster(folder: string, extra: readonly string[] = []): Promise<Cluster> {
  const known = opened.get(folder);
  if (known) return known;
  const opening = open(folder, extra);
  opened.set(folder, opening);
  // A start that failed may be tried again.
  opening.catch(() => opened.delete(folder));
  return opening;
}

/** What this process has opened: the launcher begins while the rest of the program is still being loaded. */
const opened = new Map<string, Promise<Cluster>>();

async function open(folder: string, extra: readonly string[]): Promise<Cluster> {
  const data = join(folder, 'postgres');
  if (!existsSync(data)) await makeCluster(folder, data);
  const password = await readFile(join(data, 'owner.secret'), 'utf8');
  const running = await runningPort(data);
  const port = running ?? (await startServer(data, extra));
  return {
    url: `postgres://elchin:${password}@127.0.0.1:${port}`,
    startedHere: running === undefined,
    stop: async () => {
      opened.delete(folder);
      await stopServer(data);
    },
  };
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

/** The port of the server that runs on this data folder, or undefined when none does. */
async function runningPort(data: string): Promise<number | undefined> {
  const pidFile = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = pidFile.split('\n');
  if (!isAlive(Number(lines[0]))) return undefined;
  // The number may have gone to another program since: ask PostgreSQL's own tool.
  const running = await runNative('pg_ctl', ['status', '-D', data]).then(
    () => true,
    () => false,
  );
  return running ? Number(lines[3]) : undefined;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startServer(data: string, extra: readonly string[]): Promise<number> {
  const port = await freePort();
  const log = join(data, 'server.log');
  const options = [`-p ${port}`, ...settings, ...extra].join(' ');
  try {
    await runNative('pg_ctl', ['start', '-w', '-t', '60', '-s', '-D', data, '-l', log, '-o', options]);
  } catch (error) {
    const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n');
    throw new ClusterError(`The embedded PostgreSQL did not start.\n${tail}`, { cause: error });
  }
  return port;
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
