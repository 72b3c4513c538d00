import { createHmac, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import { ConfigError, DoorDatabase, Refusal, type Row, Sealer } from '#platform';
import type { Asking } from '../asking.js';
import { SessionCache } from '../session-cache.service.js';
import { readableCode, readCode } from './codes.rules.js';

const RECOVERY_CODES = 10;
/** Codes tried in an hour with the right password, on devices that are not known. */
const MOST_TRIES = 20;

/** What an authenticator needs, shown once. */
export interface BegunFactor {
  secret: string;
  /** `otpauth://…`, for a link. */
  uri: string;
  /** The same as a picture: a square of so many modules, and the path of the dark ones. */
  size: number;
  path: string;
}

/** A code that was right, to be taken: either of the two. */
export interface RightCode {
  step: number | null;
  recovery: Buffer | null;
}

/** One-time codes (RFC 6238) beside the password, and recovery codes. */
@Injectable()
export class Factors implements OnModuleInit {
  constructor(
    private readonly gate: DoorDatabase,
    private readonly sealer: Sealer,
    private readonly sessions: SessionCache,
  ) {}

  /** @throws ConfigError where the secrets were sealed with another secret than the one at hand. */
  async onModuleInit(): Promise<void> {
    const kept = (await this.ask('access.sealed_with()'))?.value as Buffer | null;
    if (kept && !kept.equals(this.mark())) {
      throw new ConfigError(
        'This register was sealed with another secret. Put back the file that it was made with, or name it in ELCHIN_SECRET_FILE.',
      );
    }
  }

  async state({ tokenHash }: Asking): Promise<{ active: boolean; since: string | null; codesLeft: number }> {
    const [row] = await this.gate.call({
      name: 'access.factor_state',
      text: 'select active, since, codes as "codesLeft" from access.factor_state($1) where active',
      values: [tokenHash],
    });
    return (row ?? { active: false, since: null, codesLeft: 0 }) as {
      active: boolean;
      since: string | null;
      codesLeft: number;
    };
  }

  /** @throws Refusal FACTOR_THERE, where one is in use. */
  async begin(asking: Asking, email: string): Promise<BegunFactor> {
    const secret = new Secret({ size: 20 });
    const sealed = this.sealer.seal(placeOf(asking.actor.staffId), Buffer.from(secret.bytes));
    const begun = await this.ask('access.begin_factor($1, $2, $3)', asking.tokenHash, sealed, this.mark());
    if (!begun?.value) throw Refusal.of('FACTOR_THERE');
    const uri = totpOf(secret, email).toString();
    return { secret: secret.base32, uri, ...pictureOf(uri) };
  }

  /** @returns the recovery codes, shown once. @throws Refusal WRONG_CODE */
  async confirm({ actor, tokenHash }: Asking, code: string): Promise<string[]> {
    const { step } = (await this.check(actor.staffId, code, false)) ?? {};
    const codes = Array.from({ length: RECOVERY_CODES }, () => readableCode(randomBytes(10)));
    const hashes = codes.map((one) => this.hashOf(actor.staffId, one));
    const done = step && (await this.ask('access.confirm_factor($1, $2, $3)', tokenHash, step, hashes));
    if (!done || !done.value) throw Refusal.of('WRONG_CODE', 'code');
    this.sessions.forgetAllOf(actor.staffId);
    return codes;
  }

  /** @throws Refusal WRONG_CODE, TOO_MANY_TRIES */
  async remove({ actor, tokenHash }: Asking, code: string): Promise<void> {
    await this.noteTry(actor.staffId);
    const right = await this.check(actor.staffId, code, true);
    const done =
      right && (await this.ask('access.remove_factor($1, $2, $3)', tokenHash, right.step, right.recovery));
    if (!done || !done.value) throw Refusal.of('WRONG_CODE', 'code');
  }

  /** Takes a code at sign-in. @returns false: it is wrong, or was taken before. @throws Refusal TOO_MANY_TRIES */
  async take(who: string, code: string, onKnownDevice: boolean): Promise<boolean> {
    if (!onKnownDevice) await this.noteTry(who);
    const right = await this.check(who, code, true);
    return Boolean(
      right && (await this.ask('access.use_code($1, $2, $3)', who, right.step, right.recovery))?.value,
    );
  }

  private async noteTry(who: string): Promise<void> {
    const tries = Number((await this.ask('access.note_code_try($1)', who))?.value ?? 0);
    if (tries > MOST_TRIES) throw Refusal.of('TOO_MANY_TRIES', undefined, { seconds: 3600 });
  }

  /** @param inUse whether it must be of a factor in use; else of one that is being set up. */
  private async check(who: string, typed: string, inUse: boolean): Promise<RightCode | undefined> {
    const code = readCode(typed);
    if (code === undefined) return undefined;
    if (code.kind === 'recovery')
      return inUse ? { step: null, recovery: this.hashOf(who, code.text) } : undefined;
    const [factor] = await this.gate.call({
      name: 'access.factor_of',
      text: 'select secret from access.factor_of($1) where confirmed = $2',
      values: [who, inUse],
    });
    if (!factor) return undefined;
    const bytes = this.sealer.open(placeOf(who), factor.secret as Buffer);
    const totp = totpOf(new Secret({ buffer: new Uint8Array(bytes).buffer }), '');
    const delta = totp.validate({ token: code.text, window: 1 });
    return delta === null ? undefined : { step: totp.counter() + delta, recovery: null };
  }

  /** 80 random bits: the key is for whoever has a copy of the tables and much time. */
  private hashOf(who: string, code: string): Buffer {
    return createHmac('sha256', this.sealer.keyFor('recovery codes')).update(`${who}:${code}`).digest();
  }

  private mark(): Buffer {
    return this.sealer.keyFor('mark');
  }

  private async ask(call: string, ...values: unknown[]): Promise<Row | undefined> {
    const name = call.slice(0, call.indexOf('('));
    return (await this.gate.call({ name, text: `select ${call} as value`, values }))[0];
  }
}

const placeOf = (row: string) => ({ table: 'access.factor', column: 'secret', row });

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Elchin', label, secret, algorithm: 'SHA1', digits: 6, period: 30 });

function pictureOf(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
