import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, Refusal } from '#platform';
import { type Counted, FORGIVEN_AFTER_S, waitAfter } from './guessing.rules.js';

/** The key under which names and addresses are counted; not kept in the database. */
export const GUESSING_KEY = Symbol('access.guessing-key');

/** A try that has been counted as failed in advance. */
export interface Try {
  /** Keyed hashes: the name's first, then the address's. */
  keys: readonly [string, string];
  /** Until when this try has shut each key; null where it has not. */
  shutUntil: readonly [string | null, string | null];
}

/**
 * The counters against guessing, in PostgreSQL, so that they hold over restarts and for several processes. A try is
 * counted as failed *before* the password is looked at and taken back when it was right: a hundred tries at once
 * count as a hundred.
 */
@Injectable()
export class Guessing {
  constructor(
    private readonly database: Database,
    @Inject(GUESSING_KEY) private readonly key: Buffer,
  ) {}

  /**
   * Counts a try.
   * @throws Refusal TOO_MANY_TRIES with the seconds to wait, the same whether or not there is such a person.
   */
  async begin(email: string, address: string): Promise<Try> {
    const keys = [this.keyed('name', email), this.keyed('address', address)] as const;
    return this.database.transaction(async (manager) => {
      // Names before addresses, always: two tries at once cannot wait for each other.
      const name = await this.count(manager, keys[0], 'name');
      const address = await this.count(manager, keys[1], 'address');
      return { keys, shutUntil: [name, address] };
    });
  }

  /** Takes a try back: the password was right. The name starts anew; the address loses only this one try. */
  async forgive(manager: EntityManager, { keys, shutUntil }: Try): Promise<void> {
    await manager.query('delete from access.sign_in_attempt where key = $1', [keys[0]]);
    await manager.query(
      `update access.sign_in_attempt
          set failures = greatest(failures - 1, 0),
              blocked_until = case when blocked_until = $2::timestamptz then null else blocked_until end
        where key = $1`,
      [keys[1], shutUntil[1]],
    );
  }

  /** Lets a person try again at once, when an administrator has given them a new password. */
  async forget(manager: EntityManager, email: string): Promise<void> {
    await manager.query('delete from access.sign_in_attempt where key = $1', [this.keyed('name', email)]);
  }

  private async count(manager: EntityManager, key: string, counted: Counted): Promise<string | null> {
    const [counter] = await manager.query<{ failures: number }[]>(
      `insert into access.sign_in_attempt as a (key, failures) values ($1, 1)
       on conflict (key) do update set last_failure_at = now(),
         failures = case when a.last_failure_at < now() - make_interval(secs => $2) then 1 else a.failures + 1 end
         where a.blocked_until is null or a.blocked_until <= now()
       returning failures`,
      [key, FORGIVEN_AFTER_S],
    );
    if (!counter) throw await this.stillShut(manager, key);
    const wait = waitAfter(counter.failures, counted);
    if (wait === 0) return null;
    const [shut] = await manager.query<{ until: string }[]>(
      `with shut as (
         update access.sign_in_attempt set blocked_until = now() + make_interval(secs => $2)
          where key = $1 returning blocked_until)
       select blocked_until::text as until from shut`,
      [key, wait],
    );
    return shut?.until ?? null;
  }

  private async stillShut(manager: EntityManager, key: string): Promise<Refusal> {
    const rows = await manager.query<{ seconds: number }[]>(
      `select ceil(extract(epoch from blocked_until - now()))::int as seconds
         from access.sign_in_attempt where key = $1`,
      [key],
    );
    return Refusal.of('TOO_MANY_TRIES', undefined, { seconds: Math.max(1, rows[0]?.seconds ?? 1) });
  }

  private keyed(counted: Counted, value: string): string {
    return createHmac('sha256', this.key).update(`${counted}:${value}`).digest('base64');
  }
}
