import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The disk under the data folder. */
export interface Disk {
  /** Bytes that we may still use; undefined where there is no such folder (yet). */
  free(folder: string): Promise<number | undefined>;
  /** Writes something and takes it away again. */
  tryWriting(folder: string): Promise<void>;
}

const TRIAL = Buffer.alloc(8 * 1024, '.');

export const disk: Disk = {
  async free(folder) {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
  async tryWriting(folder) {
    const path = join(folder, `ready.${process.pid}`);
    try {
      await writeFile(path, TRIAL, { mode: 0o600, flush: true });
    } finally {
      await rm(path, { force: true });
    }
  },
};
