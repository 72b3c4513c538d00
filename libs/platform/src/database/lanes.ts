import type pg from 'pg';
import { Convoy } from './convoy.js';
import type { Trip } from './trip.js';

/** Connections that quick trips use at once: two take more than one process of Node can give them; the rest of the pool stays free for what takes longer. */
const LANES = 2;

/** Trips in one convoy: the last waits some two milliseconds for the others, so only quick ones. */
const TOGETHER = 16;

type Release = (broken?: Error) => void;

/**
 * The way of trips that take no time worth mentioning (rows by their keys): where many wait, a few connections take them in convoys.
 * Fewer connections have warmer caches and wake each other less often; that is a fifth of the processor's time for
 * reading a case.
 */
export class Lanes {
  private readonly waiting: Trip[] = [];
  private open = 0;

  constructor(private readonly pool: pg.Pool) {}

  send(trip: Trip): void {
    this.waiting.push(trip);
    if (this.open < LANES) this.openLane();
  }

  private openLane(): void {
    this.open += 1;
    this.pool.connect((noConnection, client, release) => {
      if (client) return this.drive(client, release as Release);
      this.open -= 1;
      this.waiting.shift()?.handleError(noConnection ?? new Error('no connection'));
      if (this.waiting.length > 0 && this.open === 0) this.openLane();
    });
  }

  private drive(client: pg.PoolClient, release: Release): void {
    const trips = this.waiting.splice(0, Math.min(TOGETHER, Math.ceil(this.waiting.length / LANES)));
    if (trips.length === 0) return this.close(release);
    const arrived = (broken: Error | undefined) => {
      if (broken) this.close(release, broken);
      else this.drive(client, release);
    };
    client.query(new Convoy(client, trips, arrived));
  }

  private close(release: Release, broken?: Error): void {
    this.open -= 1;
    release(broken);
    if (this.waiting.length > 0) this.openLane();
  }
}
