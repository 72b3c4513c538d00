import { Injectable } from '@nestjs/common';
import { DoorDatabase, Refusal } from '#platform';
import type { Actor, Asking } from '../asking.js';
import { Door } from '../door.service.js';
import { Passwords } from '../passwords.service.js';
import type { Role } from '../policy.rules.js';
import { SessionCache } from '../session-cache.service.js';
import { emailOf } from '../staff.rules.js';
import { newToken, hashToken } from '../token.js';
import { deviceOf } from './device.rules.js';
import { Factors } from './factors.service.js';
import { Guessing, type Try } from './guessing.service.js';
import { cidrOf } from './network.rules.js';

export interface SignIn {
  email: string;
  password: string;
  /** BROWSER: the token goes into a cookie. API: the client carries it as a bearer token. */
  kind: 'BROWSER' | 'API';
  /** Address of the client, against guessing. */
  address: string;
  /** A session that the same client already has: it ends, so that none is left behind. */
  replaces: Buffer | null;
  /** SHA-256 of the token that this device got when it was said to be somebody's own; null: none. */
  device: Buffer | null;
  /** A one-time or recovery code, from those who have set them up. */
  code?: string | null;
  /** Whether the device is to be known from now on, by that token. */
  remember?: boolean;
  /** What the client says that it is, for the list of one's sessions. */
  userAgent?: string | null;
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
  on_known_device: boolean;
  has_factor: boolean;
}

/** Signing in and out. What only signing in may see or do goes through the door's own role (`src/sql/sign_in.sql`). */
@Injectable()
export class SignIns {
  constructor(
    private readonly gate: DoorDatabase,
    private readonly guessing: Guessing,
    private readonly passwords: Passwords,
    private readonly factors: Factors,
    private readonly sessions: SessionCache,
    private readonly door: Door,
  ) {}

  /**
   * Opens a session. Whoever guesses learns nothing of who works here: an unknown name costs the same work and gets
   * the same words as a wrong password.
   * @throws Refusal SIGN_IN_FAILED, TOO_MANY_TRIES with the seconds to wait; CODE_NEEDED or WRONG_CODE after a right password.
   */
  async signIn(asked: SignIn): Promise<SignedIn> {
    const email = emailOf(asked.email);
    const known = await this.find(email, asked.device);
    const device = known?.on_known_device ? asked.device : null;
    const noted = await this.guessing.begin({ email, address: asked.address, device });
    const right = await this.passwords.matches(asked.password, known?.password_hash);
    if (known?.has_factor && right) await this.askForCode(known, asked.code ?? '');
    const opened = known && right ? await this.open(known, asked, noted) : undefined;
    if (!opened) throw await this.failed();
    if (asked.replaces) this.sessions.forget(asked.replaces);
    return opened;
  }

  /** Ends the session: its token is worth nothing from now on. */
  async signOut(asking: Asking): Promise<void> {
    await this.door.oneTrip({ ...asking, operation: 'signout.done', logged: true }, [
      { name: 'access.end_session', text: 'select access.end_session($1)', values: [asking.tokenHash] },
    ]);
    this.sessions.forget(asking.tokenHash);
  }

  private async find(email: string, device: Buffer | null): Promise<Known | undefined> {
    const [row] = await this.gate.call({
      name: 'access.known_by_address',
      text: 'select * from access.known_by_address($1, $2)',
      values: [email, device],
    });
    return row as Known | undefined;
  }

  /** The second step. The try stays noted as wrong until the code is right too. */
  private async askForCode(known: Known, code: string): Promise<void> {
    if (code.trim() === '') throw Refusal.of('CODE_NEEDED', 'code');
    if (await this.factors.take(known.id, code, known.on_known_device)) return;
    await this.failed();
    throw Refusal.of('WRONG_CODE', 'code');
  }

  private async open(known: Known, asked: SignIn, noted: Try): Promise<SignedIn | undefined> {
    const token = newToken();
    const session = {
      token: hashToken(token).toString('hex'),
      kind: asked.kind,
      replaces: asked.replaces?.toString('hex'),
      attempt: noted.id,
      name: noted.name,
      address: noted.address,
      device_key: noted.device,
      device_token: asked.remember ? asked.device?.toString('hex') : undefined,
      device: deviceOf(asked.userAgent ?? null),
      network: cidrOf(asked.address),
    };
    const [row] = await this.gate.call({
      name: 'access.open_session',
      text: 'select access.open_session($1, $2, $3) as opened',
      values: [known.id, known.password_hash, JSON.stringify(session)],
    });
    if (!row?.opened) return undefined;
    return { token, actor: { staffId: known.id, role: known.role, missionId: known.mission_id } };
  }

  private async failed(): Promise<Refusal> {
    await this.gate.call({
      name: 'access.log_failed_sign_in',
      text: 'select access.log_failed_sign_in()',
      values: [],
    });
    return Refusal.of('SIGN_IN_FAILED');
  }
}
