import { describe, expect, it } from 'vitest';
import { daysOf, rowOfDay, rowsOf, startFor } from './timeline-rows.ts';

const days = [
  { day: '2026-11-28', count: 2 },
  { day: '2026-11-20', count: 250 },
  { day: '2025-01-05', count: 1 },
];

describe('a timeline by its days', () => {
  it('groups entries by the calendar of the post', () => {
    const at = (text: string) => ({ at: text });
    const entries = [at('2026-11-27T15:30:00Z'), at('2026-11-27T14:59:00Z'), at('2026-11-27T01:00:00Z')];
    expect(daysOf(entries, 'Asia/Seoul')).toEqual([
      { day: '2026-11-28', count: 1 },
      { day: '2026-11-27', count: 2 },
    ]);
    expect(daysOf([], 'Asia/Seoul')).toEqual([]);
  });

  it('has a heading before the entries of each day', () => {
    const rows = rowsOf(days);
    expect(rows).toHaveLength(256);
    expect(rows.slice(0, 5)).toEqual([
      { day: days[0], first: 0 },
      { entry: 0 },
      { entry: 1 },
      { day: days[1], first: 2 },
      { entry: 2 },
    ]);
    expect(rows.at(-1)).toEqual({ entry: 252 });
  });

  it('jumps to a day, to the next older one when nothing stands on it, and to the oldest beyond', () => {
    const rows = rowsOf(days);
    expect(rowOfDay(rows, '2026-12-24')).toBe(0);
    expect(rowOfDay(rows, '2026-11-20')).toBe(3);
    expect(rowOfDay(rows, '2026-11-19')).toBe(254);
    expect(rowOfDay(rows, '1999-01-01')).toBe(254);
  });

  it('reads an entry from the beginning of its day, or from where a page of that day ended', () => {
    expect(startFor(1, days, new Map())).toEqual({ at: 0, day: '2026-11-28' });
    expect(startFor(252, days, new Map([[100, 'a']]))).toEqual({ at: 252, day: '2025-01-05' });
    expect(startFor(180, days, new Map([[100, 'a']]))).toEqual({ at: 100, after: 'a' });
    const further = new Map([
      [100, 'a'],
      [200, 'b'],
    ]);
    expect(startFor(180, days, further)).toEqual({ at: 100, after: 'a' });
    expect(startFor(220, days, further)).toEqual({ at: 200, after: 'b' });
  });
});
