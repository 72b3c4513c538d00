import { describe, expect, it } from 'vitest';
import { formatInstant, formatInUlaanbaatar, instantOf, wallClock } from './zones.ts';

describe('instants and the clocks on the walls', () => {
  it('14:05 in Seoul is 13:05 in Ulaanbaatar', () => {
    const instant = instantOf('2026-11-22', '14:05', 'Asia/Seoul');
    expect(instant).toBe('2026-11-22T05:05:00.000Z');
    expect(formatInstant(instant, 'Asia/Seoul', 'mn')).toBe('2026.11.22, 14:05');
    expect(formatInUlaanbaatar(instant, 'Asia/Seoul', 'mn')).toBe('13:05');
  });

  it('an evening in Washington is the next day in Ulaanbaatar, and the day is said', () => {
    const instant = instantOf('2026-11-22', '20:00', 'America/New_York');
    expect(formatInUlaanbaatar(instant, 'America/New_York', 'en')).toBe('23 Nov 2026, 09:00');
  });

  it('nothing is said twice where the clocks agree', () => {
    expect(formatInUlaanbaatar('2026-11-22T05:05:00Z', 'Asia/Ulaanbaatar', 'mn')).toBeNull();
    expect(formatInUlaanbaatar('2026-11-22T05:05:00Z', 'Asia/Shanghai', 'mn')).toBeNull();
  });

  it.each(['Asia/Seoul', 'Europe/Prague', 'America/New_York', 'Asia/Hovd'])(
    'reads back what it wrote in %s',
    (zone) => {
      for (const date of ['2026-01-15', '2026-03-29', '2026-07-15', '2026-10-25']) {
        expect(wallClock(instantOf(date, '12:34', zone), zone)).toEqual({ date, time: '12:34' });
      }
    },
  );
});
