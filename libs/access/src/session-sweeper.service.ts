import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#platform';
import { FORGIVEN_AFTER_S } from './guessing.rules.js';

const EVERY_MS = 10 * 60_000;

/** Clears away sessions that are over and counters that are forgiven: neither is of use, and both say who was here. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    // A sweep that fails (the database restarts) is made up for by the next one.
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    await this.database.oneTrip([
      {
        name: 'access.sweep_sessions',
        text: 'delete from access.session where not access.session_is_live(expires_at, last_seen_at)',
        values: [],
      },
      {
        name: 'access.sweep_attempts',
        text: 'delete from access.sign_in_attempt where last_failure_at < now() - make_interval(secs => $1)',
        values: [FORGIVEN_AFTER_S],
      },
    ]);
  }
}
