/**
 * Periods of whole months. A month is written `2016-03` at the doors, and 201603 inside and in the tables of counts;
 * 201600 is an event of 2016 whose month is not known.
 */
export interface Period {
  from: number;
  to: number;
}

/** Rows of the tables of counts that a question takes in. Years hold the events of unknown month, months do not. */
export interface Stretch {
  grain: 'year' | 'month';
  /** Years (2016) or months (201603), both included. */
  from: number;
  to: number;
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** @returns 201603 for `2016-03`; undefined for what is no month. */
export function readMonth(text: string): number | undefined {
  const found = MONTH.exec(text);
  return found ? Number(found[1]) * 100 + Number(found[2]) : undefined;
}

/** `2016-03` for 201603, and `2016-00` for the unknown month of 2016. */
export function writeMonth(month: number): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}`;
}

export function yearOf(month: number): number {
  return Math.floor(month / 100);
}

/** The month that is running on the ministry's calendar. */
export function runningMonth(now: Date = new Date()): number {
  // sv-SE writes year-month-day.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ulaanbaatar' }).format(now);
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}

/** How many months the period has. */
export function monthsIn({ from, to }: Period): number {
  return (yearOf(to) - yearOf(from)) * 12 + (to % 100) - (from % 100) + 1;
}

export function monthBefore(month: number): number {
  return month % 100 === 1 ? month - 100 + 11 : month - 1;
}

/** The years that the period covers from January to December; undefined when there is none. */
export function fullYears({ from, to }: Period): { from: number; to: number } | undefined {
  const first = from % 100 === 1 ? yearOf(from) : yearOf(from) + 1;
  const last = to % 100 === 12 ? yearOf(to) : yearOf(to) - 1;
  return first <= last ? { from: first, to: last } : undefined;
}

/** The unknown month, 201600, of each year that the period covers. */
export function unknownMonthsOf(period: Period): number[] {
  const { from, to } = fullYears(period) ?? { from: 1, to: 0 };
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) * 100);
}

/** The fewest rows that together are the period: whole years, and the months before and after them. */
export function stretchesOf(period: Period): Stretch[] {
  const years = fullYears(period);
  if (!years) return [{ grain: 'month', ...period }];
  const before = { grain: 'month', from: period.from, to: (years.from - 1) * 100 + 12 } as const;
  const after = { grain: 'month', from: (years.to + 1) * 100 + 1, to: period.to } as const;
  return [before, { grain: 'year' as const, ...years }, after].filter(
    (stretch) => stretch.from <= stretch.to,
  );
}

/** Every year of the period, 2016. */
export function yearsOf({ from, to }: Period): number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, at) => first + at);
}

/** Every month of the period, 201603. */
export function monthsOf(period: Period): number[] {
  return yearsOf(period)
    .flatMap((year) => Array.from({ length: 12 }, (_, at) => year * 100 + at + 1))
    .filter((month) => month >= period.from && month <= period.to);
}
