import { realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { allProcesses, commandOf, folderOf, type Running, running, stillRuns } from './processes.js';

/** A number that no process has: beyond the highest of every system. */
const NOBODY = 2_147_483_647;

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 20;

/** A server that runs on a data folder and takes connections. */
export interface Postmaster {
  process: Running;
  port: number;
}

/**
 * The server that runs on this data folder, once it takes connections; undefined when none does. Its file names a process
 * by its number, and after a kill the number may have gone to any other program: that one is not asked to be PostgreSQL.
 */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const path = pidFile(data);
  for (let waited = 0; waited < READY_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const [pid = '', , , port = '', , , , state = ''] = (await textOf(path)).split('\n');
    const found = running(Number(pid));
    if (!found || !(await isServerOn(found.pid, data))) return undefined;
    if (state.trim() === 'ready') return { process: found, port: Number(port) };
    await wait(LOOK_EVERY_MS);
  }
  return undefined;
}

/**
 * Makes way for a new server where the last one was killed. Its number may have gone to another process, and PostgreSQL would not
 * start; the rest of its file stays, since by it PostgreSQL sees whether somebody still holds the shared memory. Its children go: one that
 * computes does not notice that its parent is gone, and keeps the next one from starting.
 */
export async function buryDead(data: string): Promise<void> {
  const path = pidFile(data);
  const [pid = '', ...rest] = (await textOf(path)).split('\n');
  const found = running(Number(pid));
  if (found && (await isServerOn(found.pid, data))) return;
  if (found) await writeFile(path, [NOBODY, ...rest].join('\n'));
  await endOrphans(realpathSync(data));
}

async function endOrphans(data: string): Promise<void> {
  for (const pid of allProcesses()) {
    if (folderOf(pid) !== data) continue;
    const found = running(pid);
    // Children carry what they do in their name; a person's shell that stands in the folder is no child.
    if (!found || !/^postgres: /.test((await commandOf(pid)) ?? '')) continue;
    if (stillRuns(found)) process.kill(pid, 'SIGQUIT');
  }
}

/** Whether it is the server of this folder. Where the system says too little to know, it may be. */
async function isServerOn(pid: number, data: string): Promise<boolean> {
  const folder = folderOf(pid);
  if (folder !== undefined) return folder === realpathSync(data);
  const command = await commandOf(pid);
  if (command === undefined) return true;
  if (!/postgres|postmaster/i.test(command)) return false;
  return process.platform === 'win32' || command.includes(data);
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');
const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
