import { describe, expect, it } from '@jest/globals';
import {
  possibleMoves,
  refusalOfMove,
  type Situation,
  STATUSES,
  transitions,
} from './case-file.lifecycle.js';

const officer = (
  status: Situation['status'],
  type: Situation['type'] = 'LABOUR',
  daysSinceEnd: number | null = null,
): Situation => ({
  status,
  type,
  daysSinceEnd,
  supervisor: false,
});
const head = (situation: Situation): Situation => ({ ...situation, supervisor: true });

describe('the life of a case file', () => {
  it('is this table', () => {
    expect(STATUSES.map((from) => `${from}: ${transitions[from].join(' ')}`)).toEqual([
      'REGISTERED: TRIAGED REJECTED',
      'TRIAGED: IN_PROGRESS REJECTED',
      'IN_PROGRESS: WAITING_HOST WAITING_CLIENT WAITING_OTHER RESOLVED',
      'WAITING_HOST: IN_PROGRESS WAITING_CLIENT WAITING_OTHER RESOLVED',
      'WAITING_CLIENT: IN_PROGRESS WAITING_HOST WAITING_OTHER RESOLVED',
      'WAITING_OTHER: IN_PROGRESS WAITING_HOST WAITING_CLIENT RESOLVED',
      'RESOLVED: CLOSED IN_PROGRESS',
      'CLOSED: REOPENED',
      'REJECTED: REOPENED',
      'REOPENED: IN_PROGRESS',
    ]);
  });

  it('does not jump from registered to closed', () => {
    expect(refusalOfMove(officer('REGISTERED'), 'CLOSED')).toBe('NO_SUCH_STEP');
  });

  it.each(['DETENTION', 'DEATH', 'MISSING'] as const)(
    'lets an officer resolve a %s, and a head of mission close it',
    (type) => {
      expect(refusalOfMove(officer('IN_PROGRESS', type), 'RESOLVED')).toBeUndefined();
      expect(refusalOfMove(officer('RESOLVED', type), 'CLOSED')).toBe('NEEDS_SUPERVISOR');
      expect(refusalOfMove(head(officer('RESOLVED', type)), 'CLOSED')).toBeUndefined();
      expect(possibleMoves(officer('RESOLVED', type))).toEqual(['IN_PROGRESS']);
    },
  );

  it('lets an officer close unpaid wages alone', () => {
    expect(possibleMoves(officer('RESOLVED'))).toEqual(['CLOSED', 'IN_PROGRESS']);
  });

  it.each([
    [90, undefined],
    [91, 'REOPEN_TOO_LATE'],
  ])('after %s days an officer’s reopening gives %s', (days, refusal) => {
    expect(refusalOfMove(officer('CLOSED', 'LABOUR', days), 'REOPENED')).toBe(refusal);
    expect(refusalOfMove(head(officer('CLOSED', 'LABOUR', days)), 'REOPENED')).toBeUndefined();
  });
});
