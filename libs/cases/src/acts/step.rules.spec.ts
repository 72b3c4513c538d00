import { describe, expect, it } from '@jest/globals';
import { STATUSES } from '../file/case-file.lifecycle.js';
import { lackedBy, outcomeAfter, outcomeNamed, type Step } from './step.rules.js';

const labour = { type: 'LABOUR', outcome: null };
const any = () => true;
const said = (
  step: Step,
  file: { type: string; outcome: string | null } = labour,
  fits: (code: string) => boolean = any,
) => lackedBy(step, file, fits).map(({ code, field }) => `${code} ${field ?? ''}`);

describe('what a step lacks', () => {
  it.each(STATUSES)('to %s', (to) => {
    const expected: Record<string, string[]> = {
      REJECTED: ['REASON_NEEDED reason'],
      REOPENED: ['REASON_NEEDED reason'],
      RESOLVED: ['OUTCOME_NEEDED outcome'],
      CLOSED: ['OUTCOME_NEEDED outcome'],
    };
    expect(said({ to })).toEqual(expected[to] ?? []);
  });

  it('is a reason also where there are only blanks for one', () => {
    expect(said({ to: 'REJECTED', reason: ' \n' })).toEqual(['REASON_NEEDED reason']);
    expect(said({ to: 'REOPENED', reason: null })).toEqual(['REASON_NEEDED reason']);
    expect(said({ to: 'REOPENED', reason: 'Шинэ баримт' })).toEqual([]);
  });

  it('is no outcome where one is given, or was given before', () => {
    expect(said({ to: 'RESOLVED', outcome: 'PAID_FULL' })).toEqual([]);
    expect(said({ to: 'CLOSED' }, { ...labour, outcome: 'PAID_FULL' })).toEqual([]);
    expect(said({ to: 'CLOSED', outcome: '' })).toEqual(['OUTCOME_NEEDED outcome']);
  });

  it('is told of an outcome of another type, quoted, but never at length', () => {
    const fits = (code: string) => code === 'PAID_FULL';
    expect(lackedBy({ to: 'CLOSED', outcome: 'X'.repeat(60) }, labour, fits)).toEqual([
      { code: 'UNKNOWN_CODE', field: 'outcome', params: { code: 'X'.repeat(40), list: 'OUTCOME (LABOUR)' } },
    ]);
    expect(said({ to: 'CLOSED', outcome: 'PAID_FULL' }, labour, fits)).toEqual([]);
  });

  it('is told all at once', () => {
    const none = () => false;
    expect(said({ to: 'REJECTED', outcome: 'HAPPY' }, labour, none)).toEqual([
      'REASON_NEEDED reason',
      'UNKNOWN_CODE outcome',
    ]);
  });
});

describe('how the case ended, after a step', () => {
  it('is what the step says, or what was said before', () => {
    expect(outcomeAfter({ to: 'RESOLVED', outcome: 'PAID_FULL' }, null)).toBe('PAID_FULL');
    expect(outcomeAfter({ to: 'CLOSED', outcome: 'SETTLED' }, 'PAID_FULL')).toBe('SETTLED');
    expect(outcomeAfter({ to: 'CLOSED' }, 'PAID_FULL')).toBe('PAID_FULL');
    expect(outcomeAfter({ to: 'CLOSED', outcome: '' }, 'PAID_FULL')).toBe('PAID_FULL');
  });

  it.each(STATUSES.filter((to) => to !== 'RESOLVED' && to !== 'CLOSED'))(
    'to %s is in no way: but the entry keeps how it had ended',
    (to) => {
      expect(outcomeAfter({ to, outcome: 'SETTLED' }, 'PAID_FULL')).toBeNull();
      expect(outcomeNamed({ to }, 'PAID_FULL')).toBe('PAID_FULL');
      expect(outcomeNamed({ to }, null)).toBeNull();
    },
  );

  it('is named by the entry that ends it', () => {
    expect(outcomeNamed({ to: 'CLOSED', outcome: 'SETTLED' }, 'PAID_FULL')).toBe('SETTLED');
    expect(outcomeNamed({ to: 'RESOLVED', outcome: 'PAID_FULL' }, null)).toBe('PAID_FULL');
  });
});
