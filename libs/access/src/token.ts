import { createHash, randomBytes } from 'node:crypto';

/** A new session's token: 256 random bits, which say nothing about anybody. 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: 32 bytes. The token is random through and through, so that one plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
