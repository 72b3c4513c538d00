import { describe, expect, it } from '@jest/globals';
import { CASE_TYPES } from '../records/case-types.js';
import {
  ENDED,
  possibleMoves,
  refusalOfMove,
  REOPEN_DAYS,
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

/** Every situation that there can be at the edge of a rule. */
const situations: Situation[] = STATUSES.flatMap((status) =>
  CASE_TYPES.flatMap((type) =>
    [null, 0, REOPEN_DAYS, REOPEN_DAYS + 1].flatMap((daysSinceEnd) =>
      [false, true].map((supervisor) => ({ status, type, daysSinceEnd, supervisor })),
    ),
  ),
);

describe('in every situation', () => {
  it('what the table does not have is refused first, whoever asks', () => {
    for (const now of situations)
      for (const to of STATUSES)
        expect(refusalOfMove(now, to) === 'NO_SUCH_STEP').toBe(!transitions[now.status].includes(to));
  });

  it('nothing but closing and late reopening asks for more than the table', () => {
    for (const now of situations) {
      for (const to of transitions[now.status]) {
        const pair =
          to === 'CLOSED' && !now.supervisor && ['DETENTION', 'DEATH', 'MISSING'].includes(now.type);
        const late = to === 'REOPENED' && !now.supervisor && now.daysSinceEnd === REOPEN_DAYS + 1;
        const expected = pair ? 'NEEDS_SUPERVISOR' : late ? 'REOPEN_TOO_LATE' : undefined;
        expect(refusalOfMove(now, to)).toBe(expected);
      }
    }
  });

  it('the moves that are offered are those that are not refused, in the order of the table', () => {
    for (const now of situations)
      expect(possibleMoves(now)).toEqual(transitions[now.status].filter((to) => !refusalOfMove(now, to)));
  });

  it('a case that has ended is closed or rejected, and nothing else', () => {
    expect(ENDED).toEqual(['CLOSED', 'REJECTED']);
    expect(REOPEN_DAYS).toBe(90);
  });
});
