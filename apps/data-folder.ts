import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { commandOf, running } from '#platform';

/** Name of the register's database on the embedded server. */
export const DATABASE_NAME = 'elchin';

/** Another Elchin works in this data folder. */
export class FolderTaken extends Error {}

/** Nothing can be kept in this data folder. */
export class FolderUnusable extends Error {}

/** How long a holder may be too busy to answer, in milliseconds. */
const PATIENCE_MS = 3_000;

/** Who holds a folder: the process, and a door of it where it answers with a word that only this holder knows. */
interface Holder {
  pid: number;
  door?: { port: number; word: string };
}

/**
 * Claims a data folder for this process, so that two servers do not stop each other's database. A claim whose process was
 * killed is void, also where its number has gone to another process since: the holder must answer, not only its number be alive.
 * @returns gives the claim back.
 * @throws FolderTaken, FolderUnusable
 */
export async function claimFolder(folder: string): Promise<() => void> {
  const path = join(folder, 'server.pid');
  const word = randomBytes(16).toString('hex');
  makeUsable(folder);
  const before = textOf(path);
  const pid = await holderOf(folder);
  if (pid !== undefined) throw taken(folder, pid);
  const door = await openDoor(word);
  const claim = `${process.pid}\n${door.port}\n${word}\n`;
  try {
    retire(path, before);
    writeFileSync(path, claim, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    door.close();
    // Of two that come at once, one makes the file.
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(folder) : unusable(folder, error);
  }
  return () => {
    door.close();
    if (textOf(path) === claim) rmSync(path, { force: true });
  };
}

/** Takes a void claim away, and no other that has come in its place meanwhile. */
function retire(path: string, claim: string | undefined): void {
  if (claim === undefined) return;
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  if (textOf(aside) === claim) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

/** The number of the living process that holds the folder, if any. */
export async function holderOf(folder: string): Promise<number | undefined> {
  const holder = read(join(folder, 'server.pid'));
  if (!holder) return undefined;
  const holds = holder.door ? await answers(holder.pid, holder.door) : await isAnElchin(holder.pid);
  return holds ? holder.pid : undefined;
}

function read(path: string): Holder | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const [pid = '', port = '', word = ''] = text.split('\n');
  return { pid: Number(pid), ...(word && { door: { port: Number(port), word } }) };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function openDoor(word: string): Promise<{ port: number; close: () => void }> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(word)).unref();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => void server.close() });
    });
  });
}

/** Whether the holder's word comes from its door. One that is too busy to answer lives as long as its number does. */
function answers(pid: number, { port, word }: NonNullable<Holder['door']>): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: PATIENCE_MS });
    socket.on('data', (data) => (heard += String(data)));
    socket.on('timeout', () => socket.destroy(new Error('silent')));
    socket.on('error', ({ message }) => resolve(message === 'silent' && running(pid) !== undefined));
    socket.on('close', () => resolve(heard === word));
  });
}

/** A claim without a door, as Elchin 0.1 made it: only the number, and what the system says of that process. */
async function isAnElchin(pid: number): Promise<boolean> {
  if (pid === process.pid || !running(pid)) return false;
  return /node.*(launch|main|start)\.js/.test((await commandOf(pid)) ?? '');
}

/** Makes the folder and looks whether something can be kept there. */
function makeUsable(folder: string): void {
  const trial = join(folder, `trial.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(trial, 'trial', { mode: 0o600 });
    rmSync(trial);
  } catch (error) {
    throw unusable(folder, error);
  }
}

function taken(folder: string, pid?: number): FolderTaken {
  const who = pid === undefined ? '' : ` (process ${pid})`;
  return new FolderTaken(
    `Elchin already runs in ${folder}${who}. Stop it first, or set ELCHIN_DATA_DIR to another folder.`,
  );
}

const reasons: Record<string, string> = {
  EACCES: 'it belongs to somebody else',
  EPERM: 'it belongs to somebody else',
  EROFS: 'it lies on a disk that may only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'the quota on its disk is used up',
  ENOTDIR: 'a file is in its place',
  EEXIST: 'a file is in its place',
  ENOENT: 'it cannot be made there',
};

function unusable(folder: string, error: unknown): FolderUnusable {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new FolderUnusable(
    `Nothing can be kept in the data folder ${folder}: ${reasons[code] ?? message} (${code}). Mend that, or set ELCHIN_DATA_DIR ` +
      'to a folder that the account running Elchin may write.',
    { cause: error },
  );
}
