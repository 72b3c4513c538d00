import { randomBytes } from 'node:crypto';
import { type OnApplicationShutdown, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Log } from '../log.js';
import { isBroken } from './convoy.js';
import { Lanes } from './lanes.js';
import { Spell } from './spell.js';
import { type Row, type Statement, Trip } from './trip.js';
import { troubleOf } from './trouble.js';

/** What PostgreSQL knows this process by, among others that work with the same database. */
export const PROCESS_NAME = `elchin ${randomBytes(6).toString('hex')}`;

/**
 * Bounds for what people wait on, for every pool of connections: no statement holds one for ever, and nobody waits for one for
 * ever. In milliseconds.
 */
export const ORDINARY = { statement_timeout: 15_000, connectionTimeoutMillis: 3_000 } as const;

/** Goes before statements that are known to be long, in the same transaction. */
export const PATIENTLY: Statement = {
  name: 'patiently',
  text: `select set_config('statement_timeout', '0', true)`,
  values: [],
};

/**
 * Few and short statements beside the work: health, cancelling. A crowd that waits for connections does not delay them, and they keep theirs:
 * making one takes long just then.
 */
const BESIDE = {
  statement_timeout: 5_000,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 0,
  max: 2,
} as const;

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
  private readonly beside: pg.Pool;
  private readonly away: Spell;
  private readonly full: Spell;

  constructor(
    readonly orm: DataSource,
    url: string,
    connections = 10,
    log?: Log,
  ) {
    const own = { connectionString: url, max: connections, application_name: PROCESS_NAME };
    this.pool = new pg.Pool({ ...ORDINARY, ...own });
    this.beside = new pg.Pool({ ...BESIDE, connectionString: url, application_name: 'elchin beside' });
    this.beside.on('error', () => undefined);
    const { away, full } = spellsOf(log, () => this.tryWriting());
    this.away = away;
    this.full = full;
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
        if (error) reject(this.noticed(error));
        else resolve(rows);
      });
      this.pool.connect((noConnection, client, release) => {
        giveBack = release;
        if (client) client.query(trip);
        else reject(this.noticed(noConnection ?? new Error('no connection')));
      });
    });
  }

  /** The same for statements that are over at once (rows by their keys): they travel with others of their kind. */
  quickTrip(statements: readonly Statement[]): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      this.lanes.send(
        new Trip(statements, (error, rows) => (error ? reject(this.noticed(error)) : resolve(rows))),
      );
    });
  }

  /** One transaction with an entity manager; rolled back when `work` throws. */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.orm.transaction(work);
    } catch (error) {
      throw this.noticed(error as Error);
    }
  }

  /** Whether PostgreSQL said lately that its disk is full. */
  get isFull(): boolean {
    return this.full.lasts;
  }

  /** Writes to PostgreSQL's log, on its disk, without leaving anything behind. Fails where it is not there, or only to be read. */
  async tryWriting(): Promise<void> {
    await this.beside.query(`select pg_logical_emit_message(true, 'elchin', 'ready')`);
  }

  /** Cancels this process's statements that have run for at least so long. Each fails, and what it belongs to is rolled back. */
  async cancelStatements(olderThanMs: number): Promise<void> {
    await this.beside.query(
      `select pg_cancel_backend(pid) from pg_stat_activity
        where application_name = $1 and state = 'active' and clock_timestamp() - query_start >= make_interval(secs => $2)`,
      [PROCESS_NAME, olderThanMs / 1000],
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.away.end();
    this.full.end();
    await Promise.all([this.pool.end(), this.beside.end()]);
  }

  /** Remembers times of trouble: the log tells them once, however many requests meet them. */
  private noticed(error: Error): Error {
    const trouble = troubleOf(error);
    const reason = (error as { code?: string }).code ?? 'connection lost';
    if (trouble === 'DATABASE_AWAY') this.away.notice(reason);
    if (trouble === 'DISK_FULL') this.full.notice(reason);
    return error;
  }
}

/** A disk gets room slowly, and no look from here can tell: it counts as full until nobody has met it for a while. */
const SLOWLY = { every: 5_000, quiet: 30_000 };

function spellsOf(log: Log | undefined, look: () => Promise<void>): { away: Spell; full: Spell } {
  const away = new Spell(look, {
    comes: (reason) => log?.error({ database: 'away', reason }),
    goes: (afterMs) => log?.warn({ database: 'back', afterMs }),
  });
  const told = {
    comes: (reason: string) => log?.error({ disk: 'full', reason, of: 'the database' }),
    goes: (afterMs: number) => log?.warn({ disk: 'has room again', of: 'the database', afterMs }),
  };
  return { away, full: new Spell(look, told, SLOWLY) };
}
