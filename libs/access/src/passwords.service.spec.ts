import { describe, expect, it } from '@jest/globals';
import { hashPassword, Passwords } from './passwords.service.js';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are kept as Argon2id with 19 MiB and two passes, salted anew each time', async () => {
    const [one, other] = await Promise.all([hashPassword('намар-38-шувуу'), hashPassword('намар-38-шувуу')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('match in either Unicode form: Й as one sign or as two', async () => {
    const kept = await hashPassword('Йод-38-шувуу'.normalize('NFC'));
    expect(await passwords.matches('Йод-38-шувуу'.normalize('NFD'), kept)).toBe(true);
    expect(await passwords.matches('йод-38-шувуу', kept)).toBe(false);
  });

  it('never match for somebody who is not there', async () => {
    expect(await passwords.matches('намар-38-шувуу', undefined)).toBe(false);
  });
});
