import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DoorDatabase } from '#platform';

const EVERY_MS = 10 * 60_000;

/** Clears away sessions that are over and tries that are forgotten: neither is of use, and both say who was here. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly door: DoorDatabase) {}

  onApplicationBootstrap(): void {
    // A sweep that fails (the database restarts) is made up for by the next one.
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    await this.door.call({ name: 'access.sweep', text: 'select access.sweep()', values: [] });
  }
}
