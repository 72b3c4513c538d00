import type { Socket } from 'node:net';
import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { plainTypes } from './plain-types.js';

/** One prepared statement: its name is its identity, so the same name always carries the same text. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

export type Row = Record<string, unknown>;

/**
 * The two ways to the tables, each inside one transaction.
 *
 * `oneTrip` sends BEGIN, every statement and COMMIT without waiting in between (pg's pipeline mode): one round trip
 * for a whole request, for the paths that a person waits on. `transaction` is for acts that must read before they
 * decide.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(
    readonly orm: DataSource,
    url: string,
    connections = 10,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: connections, pipeline: true, types: plainTypes });
    // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    // The same for one that dies at work: its statements fail, and whoever waits for them hears of it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** All statements in one transaction and one round trip; the rows of each. The first failure is thrown, nothing is kept. */
  async oneTrip(statements: readonly Statement[]): Promise<Row[][]> {
    const client = await this.pool.connect();
    let lost: Error | undefined;
    try {
      const outcomes = await Promise.allSettled(sendTogether(client, statements));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
      return outcomes
        .slice(1, -1)
        .map((outcome) => (outcome as PromiseFulfilledResult<pg.QueryResult<Row>>).value.rows);
    } catch (error) {
      // Without an SQLSTATE the connection itself failed: it must not go back to the pool.
      if (!(error as { code?: string }).code?.match(/^[0-9A-Z]{5}$/)) lost = error as Error;
      throw error;
    } finally {
      client.release(lost);
    }
  }

  /** One transaction with an entity manager; rolled back when `work` throws. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.orm.transaction(work);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Puts all statements on the wire in one write: each write of its own is a system call that costs as much as a query. */
function sendTogether(
  client: pg.PoolClient,
  statements: readonly Statement[],
): Promise<pg.QueryResult<Row>>[] {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  const sent = [
    client.query<Row>({ name: 'begin', text: 'begin' }),
    ...statements.map((statement) => client.query<Row>({ ...statement, values: [...statement.values] })),
    client.query<Row>({ name: 'commit', text: 'commit' }),
  ];
  stream.uncork();
  return sent;
}
