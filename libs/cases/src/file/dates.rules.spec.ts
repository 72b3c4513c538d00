import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refusals } from '#platform';
import {
  checkPartialDate,
  CLOCK_TOLERANCE_MS,
  cutToPrecision,
  daysBetween,
  isFutureInstant,
  latestDay,
  localDay,
  spanOf,
} from './dates.rules.js';

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

describe('the latest day that has begun', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-09T16:30:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['the post, where the country lies to the west of it', 'Asia/Seoul', 'US', '2026-03-10'],
    ['the country, where it lies to the east of the post', 'Europe/Moscow', 'KR', '2026-03-10'],
    ['the eastern end of a wide country', 'Europe/Moscow', 'RU', '2026-03-10'],
    ['the post, in the country of which no other zone is ahead', 'Europe/Prague', 'CZ', '2026-03-09'],
    ['wherever the day begins first, on the high seas', 'Europe/Prague', 'XZ', '2026-03-10'],
    ['wherever the day begins first, for a code that is none', 'Europe/Prague', 'не код', '2026-03-10'],
  ])('is that of %s', (_, timeZone, country, day) => {
    expect(latestDay(timeZone, country)).toBe(day);
  });
});

describe('an instant', () => {
  const now = Date.parse('2026-03-09T16:30:00Z');
  it('of a device whose clock is a few minutes fast is not yet to come, and the tolerance is five minutes', () => {
    expect(CLOCK_TOLERANCE_MS).toBe(300_000);
    expect(isFutureInstant('2026-03-09T16:35:00Z', now)).toBe(false);
    expect(isFutureInstant('2026-03-09T16:35:01Z', now)).toBe(true);
  });
});

describe('a partly known date', () => {
  it.each([
    [{ date: '2026-03-17', precision: 'DAY' }, '2026-03-17', '2026-03-17'],
    [{ date: '2024-02-11', precision: 'MONTH' }, '2024-02-01', '2024-02-29'],
    [{ date: '2026-12-11', precision: 'MONTH' }, '2026-12-01', '2026-12-31'],
    [{ date: '2026-03-17', precision: 'YEAR' }, '2026-01-01', '2026-12-31'],
  ] as const)('%j may stand for %s to %s', (date, first, last) => {
    expect(spanOf(date)).toEqual({ first, last });
  });

  it('of this month lies not in the future, whatever day stands for it', () => {
    const refusals = new Refusals();
    checkPartialDate(
      { date: '2026-03-31', precision: 'MONTH' },
      'occurred',
      { today: '2026-03-10' },
      refusals,
    );
    expect(refusals.items).toEqual([]);
    checkPartialDate(
      { date: '2026-04-01', precision: 'MONTH' },
      'occurred',
      { today: '2026-03-10' },
      refusals,
    );
    expect(refusals.items).toMatchObject([{ code: 'FUTURE_DATE', field: 'occurred.date' }]);
  });
});
