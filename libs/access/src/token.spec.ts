import { describe, expect, it } from '@jest/globals';
import { hashToken, newToken } from './token.js';

describe('a session’s token', () => {
  it('has 256 random bits, and is kept as SHA-256', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hashToken('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
