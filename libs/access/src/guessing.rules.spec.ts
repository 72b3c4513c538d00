import { describe, expect, it } from '@jest/globals';
import { FORGIVEN_AFTER_S, waitAfter } from './guessing.rules.js';

const waits = (counted: 'name' | 'address', upTo: number): number[] =>
  Array.from({ length: upTo }, (_, at) => waitAfter(at + 1, counted));

describe('the wait after a failed sign-in', () => {
  it('lets a person mistype four times, then doubles up to a quarter of an hour', () => {
    expect(waits('name', 12)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('lets an embassy behind one address mistype fourteen times', () => {
    expect(waits('address', 17)).toEqual([...Array<number>(14).fill(0), 30, 60, 120]);
  });

  it('stops both within twenty tries, and stays finite for any number', () => {
    expect(waitAfter(20, 'name')).toBeGreaterThan(0);
    expect(waitAfter(20, 'address')).toBeGreaterThan(0);
    expect(waitAfter(2_000_000_000, 'name')).toBe(900);
  });
});

describe('a counter', () => {
  it('starts anew after a day without a try', () => expect(FORGIVEN_AFTER_S).toBe(86_400));
});
