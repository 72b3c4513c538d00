import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  formatDate,
  formatDateInFull,
  formatMonth,
  formatPartialDate,
  isRealDay,
  monthName,
} from './dates.ts';

describe('dates as Mongolian papers write them', () => {
  it('months take дүгээр or дугаар by the vowels of their number', () => {
    const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1, 'mn'));
    const front = [1, 4, 9, 11].map((month) => `${month} дүгээр сар`);
    const back = [2, 3, 5, 6, 7, 8, 10, 12].map((month) => `${month} дугаар сар`);
    expect(names.toSorted()).toEqual([...front, ...back].toSorted());
  });

  it('a day in full, in short and in English', () => {
    expect(formatDateInFull('2026-11-22', 'mn')).toBe('2026 оны 11 дүгээр сарын 22');
    expect(formatDate('2026-01-02', 'mn')).toBe('2026.01.02');
    expect(formatDate('2026-01-02', 'en')).toBe('2 Jan 2026');
    expect(formatDateInFull('2026-11-22', 'en')).toBe('22 November 2026');
    expect(formatMonth('2026-03', 'mn')).toBe('2026 оны 3 дугаар сар');
  });

  it('a date says no more than is known of it', () => {
    const date = '2016-03-01';
    expect(formatPartialDate({ date, precision: 'MONTH' }, 'en')).toBe('March 2016');
    expect(formatPartialDate({ date, precision: 'YEAR' }, 'mn')).toBe('2016 он');
    expect(formatPartialDate({ date: null, precision: 'UNKNOWN' }, 'mn')).toBeNull();
  });

  it('knows which days exist', () => {
    expect(isRealDay('2024-02-29')).toBe(true);
    expect(isRealDay('2026-02-29')).toBe(false);
    expect(isRealDay('2026-13-01')).toBe(false);
    expect(isRealDay('2026-1-1')).toBe(false);
    expect(isRealDay('')).toBe(false);
  });

  it('counts days across a change of clocks as days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});
