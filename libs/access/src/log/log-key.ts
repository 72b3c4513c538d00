import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The Ed25519 key that signs checkpoints. It lies outside the database: who can write the tables cannot sign. */
export class LogKey {
  readonly publicKey: KeyObject;
  /** What checkpoints call it. */
  readonly id: string;

  constructor(private readonly secret: KeyObject) {
    this.publicKey = createPublicKey(secret);
    this.id = keyId(this.publicKey);
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.secret);
  }

  get publicPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  }
}

/** The first 16 digits of the SHA-256 of the public key. */
export function keyId(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

export function isSigned(text: string, signature: Buffer, key: KeyObject): boolean {
  return verify(null, Buffer.from(text), key, signature);
}

/** The key of this file; made when there is none, readable by its owner alone. Of two processes that make it, one wins. */
export function openLogKey(file: string): LogKey {
  if (!existsSync(file)) makeKey(file);
  return new LogKey(createPrivateKey(readFileSync(file)));
}

function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, pem, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(half, { force: true });
  }
}
