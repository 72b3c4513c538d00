import { describe, expect, it } from 'vitest';
import { keysFrom, nameOf, seal, unseal } from './sealing.ts';

const keyOf = (letter: string): string => letter.repeat(43);
const bolormaa = await keysFrom(keyOf('B'));
const tuul = await keysFrom(keyOf('T'));
const note = { text: 'Шоронд очиж уулзлаа', codes: ['A', 'B'] };

describe('what is sealed', () => {
  it('opens again, whole, under the key and the name it was sealed with', async () => {
    expect(await unseal(bolormaa, 'one', await seal(bolormaa, 'one', note))).toEqual(note);
    const nextDay = await keysFrom(keyOf('B'));
    expect(await unseal(nextDay, 'one', await seal(bolormaa, 'one', note))).toEqual(note);
  });

  it('shows nothing of what is in it', async () => {
    const { bytes } = await seal(bolormaa, 'one', note);
    expect(new TextDecoder().decode(bytes)).not.toContain('Шоронд');
  });

  it('does not open for Tuul, who has a key of her own', async () => {
    expect(await unseal(tuul, 'one', await seal(bolormaa, 'one', note))).toBeNull();
  });

  it('does not open in the place of another draft', async () => {
    expect(await unseal(bolormaa, 'two', await seal(bolormaa, 'one', note))).toBeNull();
  });

  it('does not open when one bit of it was changed', async () => {
    const sealed = await seal(bolormaa, 'one', note);
    new Uint8Array(sealed.bytes)[3]! ^= 1;
    expect(await unseal(bolormaa, 'one', sealed)).toBeNull();
  });

  it('never looks the same twice', async () => {
    const [one, other] = [await seal(bolormaa, 'one', note), await seal(bolormaa, 'one', note)];
    expect(new Uint8Array(one.bytes)).not.toEqual(new Uint8Array(other.bytes));
  });
});

describe('names', () => {
  it('are the same each time, and others for another person', async () => {
    expect(await nameOf(bolormaa, 'owner')).toBe(await nameOf(bolormaa, 'owner'));
    expect(await nameOf(bolormaa, 'owner')).not.toBe(await nameOf(tuul, 'owner'));
  });
});

describe('the keys', () => {
  it('cannot be read out again', async () => {
    for (const key of [bolormaa.seal, bolormaa.name])
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
