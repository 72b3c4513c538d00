import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type Log, LOG, PATIENTLY } from '#platform';
import { LogCheckpoints } from './log-checkpoints.service.js';

const SEAL_MS = 2_000;
const SIGN_MS = 5 * 60_000;

/** Soon after a start: what was left unsigned by the last stop should not wait. */
const FIRST_MS = 15_000;

/** Rows chained by one call: more waits for the next, at once. */
const AT_A_TIME = 20_000;

/**
 * Chains the access log behind its writers, and has it signed. Every process does so; the database lets one at a time.
 * What fails (the database restarts, the key cannot be read) is made up for by the next turn, and told once.
 */
@Injectable()
export class LogSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private signAt = Date.now() + FIRST_MS;
  private busy = false;
  private told = false;

  constructor(
    private readonly database: Database,
    private readonly checkpoints: LogCheckpoints,
    @Inject(LOG) private readonly log: Pick<Log, 'error'>,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.turn(), SEAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Chains whatever is committed and final. @returns how many rows. */
  async seal(): Promise<number> {
    let all = 0;
    for (let some = AT_A_TIME; some === AT_A_TIME; all += some) {
      const [, rows] = await this.database.oneTrip([
        PATIENTLY,
        { name: 'access.seal_log', text: 'select access.seal_log($1) as n', values: [AT_A_TIME] },
      ]);
      some = Number(rows?.[0]?.n ?? 0);
    }
    return all;
  }

  private async turn(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.seal();
      if (Date.now() >= this.signAt) await this.checkpoints.sign();
      if (Date.now() >= this.signAt) this.signAt = Date.now() + SIGN_MS;
      this.told = false;
    } catch (error) {
      this.tell((error as { code?: string }).code ?? 'UNKNOWN');
    } finally {
      this.busy = false;
    }
  }

  private tell(reason: string): void {
    if (this.timer && !this.told) this.log.error({ accessLog: 'is not chained or signed for now', reason });
    this.told = true;
  }
}
