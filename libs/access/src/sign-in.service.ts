import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, Refusal } from '#platform';
import type { Actor, Asking } from './asking.js';
import { Door } from './door.service.js';
import { Guessing, type Try } from './guessing.service.js';
import { Passwords } from './passwords.service.js';
import type { Role } from './policy.rules.js';
import { SessionCache } from './session-cache.service.js';
import { emailOf } from './staff.rules.js';
import { newToken, hashToken } from './token.js';

export interface SignIn {
  email: string;
  password: string;
  /** BROWSER: the token goes into a cookie. API: the client carries it as a bearer token. */
  kind: 'BROWSER' | 'API';
  /** Address of the client, for the counters against guessing. */
  address: string;
  /** A session that the same client already has: it ends, so that none is left behind. */
  replaces: Buffer | null;
}

export interface SignedIn {
  /** The only copy: the register keeps its hash. */
  token: string;
  actor: Actor;
}

interface Known {
  id: string;
  role: Role;
  mission_id: string | null;
  password_hash: string;
}

/** Signing in and out. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly guessing: Guessing,
    private readonly passwords: Passwords,
    private readonly sessions: SessionCache,
    private readonly door: Door,
  ) {}

  /**
   * Opens a session. Whoever guesses learns nothing of who works here: an unknown name costs the same work and gets
   * the same words as a wrong password.
   * @throws Refusal SIGN_IN_FAILED, or TOO_MANY_TRIES with the seconds to wait.
   */
  async signIn(asked: SignIn): Promise<SignedIn> {
    const email = emailOf(asked.email);
    const counted = await this.guessing.begin(email, asked.address);
    const known = await this.find(email);
    const right = await this.passwords.matches(asked.password, known?.password_hash);
    const opened = known && right ? await this.open(known, asked, counted) : undefined;
    if (!opened) throw await this.failed();
    if (asked.replaces) this.sessions.forget(asked.replaces);
    return opened;
  }

  /** Ends the session: its token is worth nothing from now on. */
  async signOut(asking: Asking): Promise<void> {
    await this.door.oneTrip({ ...asking, operation: 'signout.done', logged: true }, [
      {
        name: 'access.end_session',
        text: 'delete from access.session where token_hash = $1',
        values: [asking.tokenHash],
      },
    ]);
    this.sessions.forget(asking.tokenHash);
  }

  private async find(email: string): Promise<Known | undefined> {
    const [rows] = await this.database.oneTrip([
      {
        name: 'access.by_email',
        text: 'select id, role, mission_id, password_hash from access.staff where email = $1 and active',
        values: [email],
      },
    ]);
    return rows?.[0] as Known | undefined;
  }

  private open(known: Known, asked: SignIn, counted: Try): Promise<SignedIn | undefined> {
    const token = newToken();
    const actor: Actor = { staffId: known.id, role: known.role, missionId: known.mission_id };
    return this.database.transaction(async (manager) => {
      await this.guessing.forgive(manager, counted);
      await begin(manager, actor, hashToken(token), asked);
      // Whoever lost the account or got a new password in this very moment is not let in: the row would not be found.
      const still = await manager.query<unknown[]>(
        `with seen as (
           update access.staff set previous_sign_in_at = last_sign_in_at, last_sign_in_at = now()
            where id = $1 and active and password_hash = $2 returning id)
         select id from seen`,
        [known.id, known.password_hash],
      );
      if (still.length === 0) throw Refusal.of('SIGN_IN_FAILED');
      await manager.query(`select access.write_log('signin.done', null)`);
      return { token, actor };
    });
  }

  /** The log says that somebody failed, not whose name they typed: it may be a password typed in the wrong field. */
  private async failed(): Promise<Refusal> {
    await this.database.oneTrip([
      {
        name: 'access.log_failure',
        text: `select access.write_log('signin.failed', null)`,
        values: [],
      },
    ]);
    return Refusal.of('SIGN_IN_FAILED');
  }
}

async function begin(manager: EntityManager, actor: Actor, tokenHash: Buffer, asked: SignIn): Promise<void> {
  if (asked.replaces) {
    await manager.query('delete from access.session where token_hash = $1', [asked.replaces]);
  }
  await manager.query(
    `insert into access.session (token_hash, staff_id, kind, expires_at)
     values ($1, $2, $3, access.session_end())`,
    [tokenHash, actor.staffId, asked.kind],
  );
  await manager.query('select access.enter($1, $2, $3, $4)', [
    tokenHash,
    actor.staffId,
    actor.role,
    actor.missionId,
  ]);
}
