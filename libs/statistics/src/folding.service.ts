import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database, type Log, LOG, PATIENTLY } from '#platform';

/** How often facts are taken into the counts. Figures do not wait for it: it only keeps the readers' work small. */
export const FOLD_EVERY_MS = 10_000;

/** Takes facts into the counts: now and then by itself, and when told that many have come. */
@Injectable()
export class Folding implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Takes the facts of ended transactions into the counts.
   * @returns how many facts were taken in; null when another process is at it.
   */
  async fold(): Promise<number | null> {
    const [, rows] = await this.database.oneTrip([
      PATIENTLY,
      { name: 'stat.fold', text: 'select stat.fold() as n', values: [] },
    ]);
    return rows?.[0]?.n as number | null;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.foldQuietly(), FOLD_EVERY_MS);
    // A process that has nothing else to do may end.
    this.timer.unref();
  }

  /** Before the connections are closed: no new fold begins, and the one that runs ends. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private foldQuietly(): void {
    if (this.running) return;
    this.running = this.fold()
      .then(
        () => undefined,
        (error: unknown) => {
          // Only the code: a message of the database may hold values.
          const code = (error as { code?: string }).code ?? 'no code';
          this.log.error({ operation: 'statistics.fold', code }, 'facts were not taken into the counts');
        },
      )
      .finally(() => {
        this.running = undefined;
      });
  }
}
