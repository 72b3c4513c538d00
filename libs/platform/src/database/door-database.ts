import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import pg from 'pg';
import { ORDINARY } from './database.js';
import { plainTypes } from './plain-types.js';
import type { Row, Statement } from './trip.js';

/** Signing in is mostly the work of comparing a password; two connections are more than it can fill. */
const CONNECTIONS = 2;

/**
 * The door's own connections, as `elchin_door`: it calls functions, one statement a transaction. Apart from those of the work, so
 * that whoever can make the application send any SQL at all reads no hash and makes no session.
 */
@Injectable()
export class DoorDatabase implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({
      ...ORDINARY,
      connectionString: url,
      max: CONNECTIONS,
      application_name: 'elchin door',
      types: plainTypes,
    });
    // As with the other pools: a connection that dies is replaced, and must not end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** One statement, which is one transaction. */
  async call({ name, text, values }: Statement): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values: [...values] })).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
