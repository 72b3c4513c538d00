import { Injectable } from '@nestjs/common';
import { DoorDatabase, Refusal } from '#platform';
import type { Asking } from '../asking.js';
import { Door, SessionOver } from '../door.service.js';
import { weakness } from '../password.rules.js';
import { hashPassword, Passwords } from '../passwords.service.js';
import { SessionCache } from '../session-cache.service.js';
import { Guessing } from './guessing.service.js';

export interface NewOwnPassword {
  current: string;
  next: string;
}

/** Where somebody is signed in, as they are told themselves. */
export interface OwnSession {
  id: string;
  kind: 'BROWSER' | 'API';
  startedAt: string;
  lastSeenAt: string;
  device: string | null;
  network: string | null;
  /** The session that asks. */
  here: boolean;
}

/** From where somebody changes their own ways in. */
export interface Whence {
  address: string;
  /** SHA-256 of the device's token; null: it has none. */
  device: Buffer | null;
}

interface Known {
  id: string;
  name: string;
  email: string;
  password_hash: string;
}

/** What everybody does about their own account: their password, and where they are signed in. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly gate: DoorDatabase,
    private readonly door: Door,
    private readonly guessing: Guessing,
    private readonly passwords: Passwords,
    private readonly sessions: SessionCache,
  ) {}

  /**
   * A new password in place of the old one, which is asked for: whoever finds a session open does not get the account. All other
   * sessions end.
   * @throws Refusal WRONG_PASSWORD, SAME_PASSWORD, TOO_MANY_TRIES, or why the new one is weak. SessionOver
   */
  async changePassword(asking: Asking, { current, next }: NewOwnPassword, whence: Whence): Promise<void> {
    const known = await this.ownerOf(asking);
    const { name } = await this.guessing.begin({ email: known.email, ...whence });
    if (!(await this.passwords.matches(current, known.password_hash))) {
      throw Refusal.of('WRONG_PASSWORD', 'current');
    }
    const weak = weakness(next, known);
    if (weak) throw Refusal.of(weak.code, 'next', weak.params);
    if (current.normalize('NFKC') === next.normalize('NFKC')) throw Refusal.of('SAME_PASSWORD', 'next');
    const [row] = await this.gate.call({
      name: 'access.change_password',
      text: 'select access.change_password($1, $2, $3, $4, $5) as changed',
      values: [asking.tokenHash, known.password_hash, await hashPassword(next), whence.device, name],
    });
    if (!row?.changed) throw Refusal.of('WRONG_PASSWORD', 'current');
    this.sessions.forgetAllOf(known.id);
  }

  /** Where whoever asks is signed in; the session that asks first, then the latest seen. */
  async list(asking: Asking): Promise<OwnSession[]> {
    const [rows] = await this.door.oneTrip(asking, [
      {
        name: 'access.own_sessions',
        text: 'select * from access.own_sessions($1)',
        values: [asking.tokenHash],
      },
    ]);
    return (rows ?? []) as unknown as OwnSession[];
  }

  /** Ends one other session of whoever asks, or (null) all others. @returns how many have ended. */
  async end(asking: Asking, id: string | null): Promise<number> {
    const [rows] = await this.door.oneTrip({ ...asking, operation: 'me.sessions' }, [
      {
        name: 'access.end_own_sessions',
        text: 'select access.end_own_sessions($1, $2) as ended',
        values: [asking.tokenHash, id],
      },
    ]);
    this.sessions.forgetAllOf(asking.actor.staffId);
    return Number(rows?.[0]?.ended);
  }

  private async ownerOf({ tokenHash }: Asking): Promise<Known> {
    const [row] = await this.gate.call({
      name: 'access.known_by_session',
      text: 'select * from access.known_by_session($1)',
      values: [tokenHash],
    });
    if (!row) throw new SessionOver('session is not live');
    return row as unknown as Known;
  }
}
