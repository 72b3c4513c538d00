import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where something sealed lies. What is moved to another place does not open there. */
export interface Place {
  table: string;
  column: string;
  /** The row's key. */
  row: string;
}

/** What is sealed is not what was sealed here with this secret: another secret, another place, or changed. */
export class SealBroken extends Error {}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * Seals what must not be readable in the database or a copy of it: AES-256-GCM under keys that follow (HKDF) from one secret
 * outside the database. Kept: version, nonce, sealed text, tag.
 */
export class Sealer {
  private readonly key: Buffer;

  constructor(private readonly secret: Buffer) {
    this.key = this.keyFor('seal');
  }

  /** A key of its own for another purpose, such as keyed hashes. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `elchin ${purpose}`, 32));
  }

  seal(place: Place, plain: Buffer): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(boundTo(place));
    return Buffer.concat([
      Buffer.from([VERSION]),
      nonce,
      cipher.update(plain),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  /** @throws SealBroken */
  open(place: Place, sealed: Buffer): Buffer {
    try {
      if (sealed[0] !== VERSION) throw new Error(`version ${sealed[0]}`);
      const nonce = sealed.subarray(1, 1 + NONCE);
      const tag = sealed.subarray(sealed.length - TAG);
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG });
      decipher.setAAD(boundTo(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, -TAG)), decipher.final()]);
    } catch (error) {
      throw new SealBroken(`${place.table}.${place.column} does not open`, { cause: error });
    }
  }
}

/** Unambiguous, whatever the names hold. */
const boundTo = ({ table, column, row }: Place): Buffer => Buffer.from(JSON.stringify([table, column, row]));
