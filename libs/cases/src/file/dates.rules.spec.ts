import { describe, expect, it } from '@jest/globals';
import { cutToPrecision, daysBetween, localDay } from './dates.rules.js';

describe('days', () => {
  it.each([
    ['Asia/Seoul', '2026-03-10'],
    ['Asia/Ulaanbaatar', '2026-03-10'],
    ['Europe/Prague', '2026-03-09'],
    ['America/Los_Angeles', '2026-03-09'],
  ])('at 18:30 UTC of 9 March it is in %s the %s', (timeZone, day) => {
    expect(localDay(new Date('2026-03-09T18:30:00Z'), timeZone)).toBe(day);
  });

  it.each([
    ['DAY', '2026-03-17'],
    ['MONTH', '2026-03-01'],
    ['YEAR', '2026-01-01'],
    ['UNKNOWN', null],
  ] as const)('what is known to the %s is kept as %s', (precision, date) => {
    expect(cutToPrecision({ date: '2026-03-17', precision })).toEqual({ date, precision });
  });

  it('no day has no precision', () => {
    expect(cutToPrecision({ date: null, precision: 'DAY' })).toEqual({ date: null, precision: 'UNKNOWN' });
  });

  it('are counted over a leap day and over the change of the clocks', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});
