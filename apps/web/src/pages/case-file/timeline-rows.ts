import { wallClock } from '../../format/zones.ts';

export interface Day {
  /** YYYY-MM-DD on the post's calendar. */
  day: string;
  count: number;
}

/** A line of the timeline: the heading of a day, or the entry with this number, counted from the newest. */
export type TimelineRow = { day: Day; first: number } | { entry: number };

/** The days of entries that are all here, newest first. */
export function daysOf(entries: readonly { at: string }[], zone: string): Day[] {
  const days: Day[] = [];
  for (const { at } of entries) {
    const day = wallClock(at, zone).date;
    const last = days.at(-1);
    if (last?.day === day) last.count += 1;
    else days.push({ day, count: 1 });
  }
  return days;
}

/** Every line of a timeline with these days: each day's heading before its entries. */
export function rowsOf(days: readonly Day[]): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let number = 0;
  for (const day of days) {
    rows.push({ day, first: number });
    for (let n = 0; n < day.count; n += 1) rows.push({ entry: number + n });
    number += day.count;
  }
  return rows;
}

/** The line of the heading of a day; of the next older one when nothing stands on it, else of the oldest. */
export function rowOfDay(rows: readonly TimelineRow[], wanted: string): number {
  let oldest = 0;
  for (const [at, row] of rows.entries()) {
    if (!('day' in row)) continue;
    if (row.day.day <= wanted) return at;
    oldest = at;
  }
  return oldest;
}

/** From where an entry can be read: the nearest place before it at which a day begins or a page that is here ended. */
export function startFor(
  entry: number,
  days: readonly Day[],
  ends: ReadonlyMap<number, string>,
): { at: number; day: string } | { at: number; after: string } {
  let at = 0;
  let day = days[0]?.day ?? '';
  for (let number = 0, n = 0; n < days.length; n += 1) {
    if (number > entry) break;
    at = number;
    day = days[n]?.day ?? '';
    number += days[n]?.count ?? 0;
  }
  for (const [end, after] of [...ends].sort(([one], [other]) => other - one))
    if (end <= entry && end >= at) return { at: end, after };
  return { at, day };
}
