import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DoorDatabase, Refusal } from '#platform';
import { networkOf } from './network.rules.js';

/** The key under which names and addresses are counted; not kept in the database. */
export const GUESSING_KEY = Symbol('access.guessing-key');

/** What a try is counted by. */
export interface Tried {
  email: string;
  address: string;
  /** SHA-256 of the token of a device where this person was let in before; null elsewhere. */
  device: Buffer | null;
}

/** A try that has been noted as wrong in advance. */
export interface Try {
  id: string;
  /** Keyed hashes. */
  name: string;
  device: string | null;
  address: string;
}

/** Wrong tries and what they cost: `src/sql/guessing.sql` says how many there may be. */
@Injectable()
export class Guessing {
  constructor(
    private readonly door: DoorDatabase,
    @Inject(GUESSING_KEY) private readonly key: Buffer,
  ) {}

  /**
   * Notes a try as wrong.
   * @throws Refusal TOO_MANY_TRIES with the seconds to wait, the same whether or not there is such a person.
   */
  async begin({ email, address, device }: Tried): Promise<Try> {
    const name = this.keyed('name', email);
    const here = this.keyed('address', address);
    const known = device && this.keyed('device', device.toString('hex'));
    const network = this.keyed('network', networkOf(address));
    const [noted] = await this.door.call({
      name: 'access.note_try',
      text: 'select attempt, seconds from access.note_try($1, $2, $3, $4)',
      values: [name, known, here, network],
    });
    const { attempt, seconds } = noted as { attempt: string | null; seconds: number };
    if (attempt === null) throw Refusal.of('TOO_MANY_TRIES', undefined, { seconds });
    return { id: attempt, name, device: known, address: here };
  }

  /** What wrong tries of a name are noted under: whoever has just chosen a password behind a link begins anew. */
  nameKey(email: string): string {
    return this.keyed('name', email);
  }

  private keyed(counted: string, value: string): string {
    return createHmac('sha256', this.key).update(`${counted}:${value}`).digest('base64');
  }
}
