import { describe, expect, it } from '@jest/globals';
import { CASE_TYPES } from '../records/case-types.js';
import { mayClose } from './who-may-close.rules.js';

describe('who may close', () => {
  it('a detention, a death, a missing person: the head of mission and the consular department alone', () => {
    expect(CASE_TYPES.filter((type) => !mayClose(type, false)).sort()).toEqual([
      'DEATH',
      'DETENTION',
      'MISSING',
    ]);
  });

  it('every type: they may', () => {
    expect(CASE_TYPES.every((type) => mayClose(type, true))).toBe(true);
  });
});
