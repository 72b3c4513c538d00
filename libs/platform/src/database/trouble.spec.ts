import { describe, expect, it } from '@jest/globals';
import { troubleOf } from './trouble.js';

const failure = (given: object, message = 'failed') => Object.assign(new Error(message), given);

describe('what an error of the database means for whoever waits', () => {
  it.each([
    ['the server is not there', { code: 'ECONNREFUSED' }, 'DATABASE_AWAY'],
    ['it is being stopped', { code: '57P01', severity: 'FATAL' }, 'DATABASE_AWAY'],
    ['it recovers', { code: '57P03', severity: 'FATAL' }, 'DATABASE_AWAY'],
    ['it has no connection left', { code: '53300', severity: 'FATAL' }, 'DATABASE_AWAY'],
    ['it lets nobody in', { code: '42501', severity: 'FATAL' }, 'DATABASE_AWAY'],
    ['its disk is full', { code: '53100', severity: 'ERROR' }, 'DISK_FULL'],
    ['our own disk is full', { code: 'ENOSPC' }, 'DISK_FULL'],
    ['a statement took too long', { code: '57014', severity: 'ERROR' }, 'TOO_SLOW'],
    ['a name is taken', { code: '23505', severity: 'ERROR' }, undefined],
    ['somebody may not', { code: '42501', severity: 'ERROR' }, undefined],
  ])('%s', (_, given, trouble) => {
    expect(troubleOf(failure(given))).toBe(trouble);
    expect(troubleOf(new Error('wrapped', { cause: failure(given) }))).toBe(trouble);
  });

  it.each([
    ['Connection terminated unexpectedly', 'DATABASE_AWAY'],
    ['timeout exceeded when trying to connect', 'DATABASE_AWAY'],
    ["Cannot read properties of undefined (reading 'id')", undefined],
  ])('%s', (message, trouble) => {
    expect(troubleOf(new Error(message))).toBe(trouble);
  });

  it('a fault of our own is none of these', () => {
    expect([troubleOf(undefined), troubleOf('57014'), troubleOf({ code: '57014' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
