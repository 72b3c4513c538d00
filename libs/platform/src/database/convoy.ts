import type pg from 'pg';
import type { Trip, Wire } from './trip.js';

/**
 * Trips that go over one connection in one write, each still a transaction of its own with its own Sync: the server works them off
 * without sleeping in between, and each is answered as soon as it is done. For pg's client it is one query object that
 * hands itself in again until the last trip is answered.
 *
 * Only trips whose statements are all prepared travel together: one that fails takes back nothing that another needs.
 */
export class Convoy implements pg.Submittable {
  private at = 0;
  private sent = 0;
  private broken: Error | undefined;

  /**
   * @param trips at least one.
   * @param arrived after the last answer; with the error that ended the connection, if one did.
   */
  constructor(
    private readonly client: Pick<pg.ClientBase, 'query'>,
    private readonly trips: readonly Trip[],
    private readonly arrived: (broken: Error | undefined) => void,
  ) {}

  submit(connection: pg.Connection): void {
    if (this.at < this.sent) return; // handed in again: the next trip is on its way already
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      this.setOut(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  /** The next trip, and with it all that follow as long as each is prepared. */
  private setOut(wire: Wire): void {
    let prepared: boolean;
    do {
      const trip = this.trips[this.sent];
      if (!trip) return;
      prepared = trip.isPreparedOn(wire);
      if (!prepared && this.sent > this.at) return;
      trip.write(wire);
      this.sent += 1;
    } while (prepared);
  }

  private get current(): Trip | undefined {
    return this.trips[this.at];
  }

  handleRowDescription(message: Parameters<Trip['handleRowDescription']>[0]): void {
    this.current?.handleRowDescription(message);
  }

  handleDataRow(message: Parameters<Trip['handleDataRow']>[0]): void {
    this.current?.handleDataRow(message);
  }

  handleCommandComplete(): void {
    this.current?.handleCommandComplete();
  }

  handleEmptyQuery(): void {
    this.current?.handleEmptyQuery();
  }

  handleReadyForQuery(): void {
    this.current?.handleReadyForQuery();
    this.goOn();
  }

  handleError(error: Error): void {
    if (isBroken(error)) this.broken ??= error;
    this.current?.handleError(error);
    this.goOn();
  }

  private goOn(): void {
    this.at += 1;
    if (this.at < this.trips.length) this.client.query(this);
    else this.arrived(this.broken);
  }
}

/** Whether the connection itself failed (no SQLSTATE) or was ended by the server: it must not go back to the pool. */
export function isBroken({
  code = '',
  severity = '',
}: { code?: string; severity?: string } & Error): boolean {
  return !/^[0-9A-Z]{5}$/.test(code) || severity === 'FATAL' || severity === 'PANIC';
}
