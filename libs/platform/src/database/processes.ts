import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const linux = process.platform === 'linux';

/** A process, told from a later one that got the same number: by its start, where the system says it (Linux). */
export interface Running {
  pid: number;
  started?: string;
}

/** The process of that number, unless there is none; one that has ended and is only not yet buried does not run. */
export function running(pid: number): Running | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (linux) {
    const fields = statOf(pid);
    if (fields) return /[ZX]/.test(fields[0] ?? '') ? undefined : { pid, started: fields[19] };
  }
  try {
    process.kill(pid, 0);
    return { pid };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? { pid } : undefined;
  }
}

/** Whether this very process still runs. */
export function stillRuns({ pid, started }: Running): boolean {
  const now = running(pid);
  return now !== undefined && now.started === started;
}

/** `/proc/<pid>/stat` from the state on; the name before it may hold anything, brackets and spaces included. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** How it was called, with its arguments (on Windows the program's name alone); undefined when the system does not say. */
export async function commandOf(pid: number): Promise<string | undefined> {
  try {
    if (linux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const [program, ...options] =
      process.platform === 'win32'
        ? ['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']
        : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
    const { stdout } = await run(program ?? '', options);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** The folder it works in; undefined where the system does not say. */
export function folderOf(pid: number): string | undefined {
  try {
    return linux ? readlinkSync(`/proc/${pid}/cwd`) : undefined;
  } catch {
    return undefined;
  }
}

/** All processes whose numbers the system shows; none where it does not. */
export function allProcesses(): number[] {
  if (!linux) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}
