import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateScalar, DateTimeScalar, isCalendarDay, MonthScalar } from './scalars.js';

const takes = (scalar: { parseValue: (value: unknown) => string }, value: unknown): boolean => {
  try {
    return scalar.parseValue(value) === value;
  } catch {
    return false;
  }
};

describe('what a client writes', () => {
  it.each([
    ['2026-03-09', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-3-9', false],
    ['09.03.2026', false],
    ['0000-01-01', false],
    ['2026-03-09T00:00:00Z', false],
    [20260309, false],
    [null, false],
  ])('as a day: %s is %s', (value, taken) => {
    expect(takes(new DateScalar(), value)).toBe(taken);
  });

  it.each([
    ['2026-03-09T14:05:00+09:00', true],
    ['2026-03-09T14:05Z', true],
    ['2026-03-09T14:05:00.123456Z', true],
    ['2026-03-09T14:05:00', false],
    ['2026-03-09', false],
    ['2026-02-30T14:05:00Z', false],
    ['2026-03-09T25:05:00Z', false],
    ['2026-03-09T14:05:00+23:00', false],
    ['infinity', false],
    [1773029100000, false],
  ])('as an instant: %s is %s', (value, taken) => {
    expect(takes(new DateTimeScalar(), value)).toBe(taken);
  });

  it.each([
    ['2026-03', true],
    ['2026-13', false],
    ['2026-3', false],
    ['0000-01', false],
  ])('as a month: %s is %s', (value, taken) => {
    expect(takes(new MonthScalar(), value)).toBe(taken);
  });

  it('every day that the calendar has is one, and a day after its month is none', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isCalendarDay(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
    expect(isCalendarDay('2026-04-31')).toBe(false);
  });
});
