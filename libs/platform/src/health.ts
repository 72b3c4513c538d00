import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { disk, type Disk } from './disk.js';
import type { Log } from './log.js';
import { CONFIG, LOG } from './tokens.js';

const MB = 1024 * 1024;
/** With less than this, PostgreSQL cannot be sure to write what it promises (a segment of its log has 16 MB). */
export const LEAST_FREE = 64 * MB;
/** With less than this the operator is told, while there is time. */
const NEARLY_FULL = 1024 * MB;

/** However often somebody asks, it is looked once in this time. */
const KEPT_MS = 200;
/** And now and then when nobody asks. */
const LOOK_EVERY_MS = 30_000;

/** Why no work can be done; undefined when it can. */
export type Problem = 'database unreachable' | 'disk full' | 'disk cannot be written' | undefined;

/** Whether the register can do its work: keep something, not only answer. Over connections of its own, so that a crowd does not delay it. */
@Injectable()
export class Health implements OnApplicationBootstrap, OnModuleDestroy {
  private looked: { at: number; found: Promise<Problem> } | undefined;
  private told: Problem | 'nearly full';
  private timer: NodeJS.Timeout | undefined;
  private readonly disk: Disk = disk;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    @Inject(LOG) private readonly log: Log,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.problem(), LOOK_EVERY_MS).unref();
    void this.problem();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  problem(): Promise<Problem> {
    if (!this.looked || Date.now() - this.looked.at > KEPT_MS) {
      this.looked = { at: Date.now(), found: this.look() };
    }
    return this.looked.found;
  }

  private async look(): Promise<Problem> {
    const [onDisk, inDatabase] = await Promise.all([this.lookAtDisk(), this.lookAtDatabase()]);
    return onDisk ?? inDatabase;
  }

  private async lookAtDisk(): Promise<Problem> {
    const folder = this.config.dataDir;
    try {
      const free = await this.disk.free(folder);
      if (free === undefined) return undefined; // a server of one's own, and nobody has sent a file yet
      if (free < LEAST_FREE) return this.tell('disk full', free);
      await this.disk.tryWriting(folder);
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
    } catch {
      return 'database unreachable';
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
