import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the register's database on the embedded server. */
export const DATABASE_NAME = 'elchin';

/** Another Elchin works in this data folder. */
export class FolderTaken extends Error {}

/**
 * Claims a data folder for this process, so that two servers do not stop each other's database. A claim whose process was
 * killed is void.
 * @returns gives the claim back.
 * @throws FolderTaken
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'server.pid');
  const holder = holderOf(path);
  if (holder !== undefined) {
    throw new FolderTaken(
      `Elchin already runs in ${folder} (process ${holder}). Stop it first, or set ELCHIN_DATA_DIR to another folder.`,
    );
  }
  writeFileSync(path, String(process.pid));
  return () => rmSync(path, { force: true });
}

/** The living process that holds the folder, if any. */
export function holderOf(path: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(path, 'utf8'));
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  return pid === process.pid ? undefined : pid;
}
