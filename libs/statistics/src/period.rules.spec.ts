import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fullYears,
  monthBefore,
  monthsIn,
  monthsOf,
  readMonth,
  runningMonth,
  stretchesOf,
  unknownMonthsOf,
  writeMonth,
  yearsOf,
} from './period.rules.js';

const month = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => y * 100 + m);
const period = fc.tuple(month, month).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

describe('a period of months', () => {
  it('reads March 2016 and writes it again', () => {
    expect(readMonth('2016-03')).toBe(201603);
    expect(writeMonth(201603)).toBe('2016-03');
    expect(writeMonth(201600)).toBe('2016-00');
    expect(writeMonth(99912)).toBe('0999-12');
  });

  it.each(['2016-13', '2016-00', '16-01', '2016-1', '2016-01-01', ''])(
    'knows that %p is no month',
    (text) => {
      expect(readMonth(text)).toBeUndefined();
    },
  );

  it('runs on the calendar of the ministry, which is in November before the rest of the world', () => {
    expect(runningMonth(new Date('2026-10-31T15:59:59Z'))).toBe(202610);
    expect(runningMonth(new Date('2026-10-31T16:00:00Z'))).toBe(202611);
    expect(String(runningMonth())).toMatch(/^20\d\d(0[1-9]|1[0-2])$/);
  });

  it('takes one whole year from the counts of the year', () => {
    expect(stretchesOf({ from: 201601, to: 201612 })).toEqual([{ grain: 'year', from: 2016, to: 2016 }]);
  });

  it('knows the unknown months of the years that it covers', () => {
    expect(unknownMonthsOf({ from: 201507, to: 201803 })).toEqual([201600, 201700]);
    expect(unknownMonthsOf({ from: 201601, to: 201612 })).toEqual([201600]);
    expect(unknownMonthsOf({ from: 201602, to: 201711 })).toEqual([]);
  });

  it('takes July 2015 to March 2018 as six months, two years and three months', () => {
    expect(stretchesOf({ from: 201507, to: 201803 })).toEqual([
      { grain: 'month', from: 201507, to: 201512 },
      { grain: 'year', from: 2016, to: 2017 },
      { grain: 'month', from: 201801, to: 201803 },
    ]);
  });

  it('has no whole year from July to the next June', () => {
    expect(fullYears({ from: 201507, to: 201606 })).toBeUndefined();
    expect(stretchesOf({ from: 201507, to: 201606 })).toEqual([{ grain: 'month', from: 201507, to: 201606 }]);
  });

  it('goes from January back to December', () => {
    expect(monthBefore(201601)).toBe(201512);
    expect(monthBefore(201607)).toBe(201606);
  });

  it('is made of its stretches, every month once and none from outside', () => {
    fc.assert(
      fc.property(period, (asked) => {
        const covered = stretchesOf(asked).flatMap((stretch) =>
          stretch.grain === 'month'
            ? monthsOf(stretch)
            : monthsOf({ from: stretch.from * 100 + 1, to: stretch.to * 100 + 12 }),
        );
        expect(covered).toEqual(monthsOf(asked));
        expect(covered).toHaveLength(monthsIn(asked));
      }),
    );
  });

  it('lists its years', () => {
    expect(yearsOf({ from: 201507, to: 201803 })).toEqual([2015, 2016, 2017, 2018]);
  });
});
