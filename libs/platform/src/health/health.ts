import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Config } from '../config.js';
import { Database } from '../database/database.js';
import type { Log } from '../log.js';
import { CONFIG, LOG } from '../tokens.js';
import { type Problem, Readiness } from './readiness.js';

/** How often it is looked when nobody asks. */
const LOOK_EVERY_MS = 30_000;

/** Whether this process can do its work. Over connections of its own, so that a crowd at the database does not delay it. */
@Injectable()
export class Health implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly readiness: Readiness;
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>, @Inject(LOG) log: Log, database: Database) {
    this.readiness = new Readiness(config.dataDir, database, log);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.problem(), LOOK_EVERY_MS).unref();
    void this.problem();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  problem(): Promise<Problem> {
    return this.readiness.problem();
  }
}
