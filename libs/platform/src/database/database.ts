import { randomBytes } from 'node:crypto';
import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { isBroken } from './convoy.js';
import { Lanes } from './lanes.js';
import { type Row, type Statement, Trip } from './trip.js';

/** What PostgreSQL knows this process by, among others that work with the same database. */
export const PROCESS_NAME = `elchin ${randomBytes(6).toString('hex')}`;

/**
 * The two ways to the tables, each inside one transaction.
 *
 * `oneTrip` sends every statement without waiting in between: one round trip for a whole request, for the paths that a
 * person waits on. `transaction` is for acts that must read before they decide.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly lanes: Lanes;

  constructor(
    readonly orm: DataSource,
    private readonly url: string,
    connections = 10,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: connections, application_name: PROCESS_NAME });
    this.lanes = new Lanes(this.pool);
    // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    // The same for one that dies at work: its statements fail, and whoever waits for them hears of it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** All statements in one transaction and one round trip; the rows of each. The first failure is thrown, nothing is kept. */
  oneTrip(statements: readonly Statement[]): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      let giveBack: (broken?: Error) => void;
      const trip = new Trip(statements, (error, rows) => {
        giveBack(error && isBroken(error) ? error : undefined);
        if (error) reject(error);
        else resolve(rows);
      });
      this.pool.connect((noConnection, client, release) => {
        giveBack = release;
        if (client) client.query(trip);
        else reject(noConnection ?? new Error('no connection'));
      });
    });
  }

  /** The same for statements that are over at once (rows by their keys): they travel with others of their kind. */
  quickTrip(statements: readonly Statement[]): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      this.lanes.send(new Trip(statements, (error, rows) => (error ? reject(error) : resolve(rows))));
    });
  }

  /** One transaction with an entity manager; rolled back when `work` throws. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.orm.transaction(work);
  }

  /** Cancels this process's statements that have run for at least so long. Each fails, and what it belongs to is rolled back. */
  async cancelStatements(olderThanMs: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(
        `select pg_cancel_backend(pid) from pg_stat_activity
          where application_name = $1 and state = 'active' and clock_timestamp() - query_start >= make_interval(secs => $2)`,
        [PROCESS_NAME, olderThanMs / 1000],
      );
    } finally {
      await client.end();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
