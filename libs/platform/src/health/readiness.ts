import { troubleOf } from '../database/trouble.js';
import type { Log } from '../log.js';
import { disk, type Disk } from './disk.js';

const MB = 1024 * 1024;
/** With less than this, PostgreSQL cannot be sure to write what it promises (a segment of its log has 16 MB). */
export const LEAST_FREE = 64 * MB;
/** With less than this the operator is told, while there is time. */
const NEARLY_FULL = 1024 * MB;

/** However often somebody asks, it is looked once in this time. */
const KEPT_MS = 200;

/** Why no work can be done; undefined when it can. */
export type Problem = 'database unreachable' | 'disk full' | 'disk cannot be written' | undefined;

/** What must be known of the database. */
export interface Keeper {
  /** Whether it said lately that its disk is full. */
  readonly isFull: boolean;
  /** Keeps something, and leaves nothing behind. */
  tryWriting(): Promise<void>;
}

/** Whether the register can do its work: keep something, not only answer. */
export class Readiness {
  private looked: { at: number; found: Promise<Problem> } | undefined;
  private told: Problem | 'nearly full';

  /** @param log is told once when the disk gets full, and once when it has room again. */
  constructor(
    private readonly folder: string,
    private readonly database: Keeper,
    private readonly log: Pick<Log, 'warn' | 'error'>,
    private readonly space: Disk = disk,
    private readonly keptMs = KEPT_MS,
  ) {}

  problem(): Promise<Problem> {
    if (!this.looked || Date.now() - this.looked.at >= this.keptMs) {
      this.looked = { at: Date.now(), found: this.look() };
    }
    return this.looked.found;
  }

  private async look(): Promise<Problem> {
    const [onDisk, inDatabase] = await Promise.all([this.lookAtDisk(), this.lookAtDatabase()]);
    return onDisk ?? inDatabase;
  }

  private async lookAtDisk(): Promise<Problem> {
    try {
      const free = await this.space.free(this.folder);
      if (free === undefined) return undefined; // a server of one's own, and nobody has sent a file yet
      if (free < LEAST_FREE) return this.tell('disk full', free);
      await this.space.tryWriting(this.folder);
      this.tell(free < NEARLY_FULL ? 'nearly full' : undefined, free);
      return undefined;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      return this.tell(
        /^(ENOSPC|EDQUOT)$/.test(code) ? 'disk full' : 'disk cannot be written',
        undefined,
        code,
      );
    }
  }

  private async lookAtDatabase(): Promise<Problem> {
    if (this.database.isFull) return 'disk full';
    try {
      await this.database.tryWriting();
      return undefined;
    } catch (error) {
      return troubleOf(error) === 'DISK_FULL' ? 'disk full' : 'database unreachable';
    }
  }

  /** One line when it changes. */
  private tell<T extends Problem | 'nearly full'>(found: T, free?: number, code?: string): T {
    if (found !== this.told) {
      const freeMb = free === undefined ? undefined : Math.floor(free / MB);
      if (found === 'nearly full') this.log.warn({ disk: found, freeMb });
      else if (found) this.log.error({ disk: found, freeMb, code });
      else this.log.warn({ disk: 'has room again', freeMb });
      this.told = found;
    }
    return found;
  }
}
