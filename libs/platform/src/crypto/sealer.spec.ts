import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config.js';
import { openSecret } from './secret-file.js';
import { SealBroken, Sealer } from './sealer.js';

const sealer = new Sealer(Buffer.alloc(32, 1));
const place = { table: 'access.factor', column: 'secret', row: 'a' };
const plain = Buffer.from('нууц');

describe('what is sealed', () => {
  it('opens in its place, and looks like nothing, each time another', () => {
    const [one, two] = [sealer.seal(place, plain), sealer.seal(place, plain)];
    expect(sealer.open(place, one)).toEqual(plain);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });

  it.each([
    ['row', { ...place, row: 'b' }],
    ['column', { ...place, column: 'c' }],
    ['table', { ...place, table: 't' }],
  ])('does not open in another %s', (_, other) => {
    expect(() => sealer.open(other, sealer.seal(place, plain))).toThrow(SealBroken);
  });

  it('does not open with another secret, nor changed in any byte, nor cut', () => {
    const sealed = sealer.seal(place, plain);
    expect(() => new Sealer(Buffer.alloc(32, 2)).open(place, sealed)).toThrow(SealBroken);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => sealer.open(place, changed)).toThrow(SealBroken);
      expect(() => sealer.open(place, sealed.subarray(0, at))).toThrow(SealBroken);
    }
  });

  it('has keys of its own for each purpose', () => {
    expect(sealer.keyFor('one')).toEqual(sealer.keyFor('one'));
    expect(sealer.keyFor('one')).not.toEqual(sealer.keyFor('two'));
  });
});

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'elchin-secret-'));

  it('is made once, for this account alone', () => {
    const path = join(folder, 'made', 'secret');
    const made = openSecret(path);
    expect(made).toHaveLength(32);
    expect(openSecret(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').trim()).toBe(made.toString('hex'));
  });

  it('is refused where it is none, with what to do', () => {
    const path = join(folder, 'short');
    writeFileSync(path, 'abc');
    expect(() => openSecret(path)).toThrow(ConfigError);
    expect(() => openSecret(path)).toThrow('ELCHIN_SECRET_FILE');
    expect(() => openSecret(folder)).toThrow(ConfigError);
  });
});
