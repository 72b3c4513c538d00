import type { Refusals } from '#platform';

/** Nothing in this register is older. */
export const EARLIEST = '1900-01-01';

/**
 * How far a device's clock may be ahead of the register's before what it sends counts as to come. One number for every instant that
 * a person gives, on every way in; the browser is told it with the shapes of cases.
 */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Whether an instant is still to come, by the register's clock and with what is forgiven to a device's. */
export function isFutureInstant(instant: string, now = Date.now()): boolean {
  return Date.parse(instant) > now + CLOCK_TOLERANCE_MS;
}

/** How exactly a date is known. */
export type Precision = 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';

export interface PartialDate {
  /** First day of the month or year where only these are known; null when nothing is. */
  date: string | null;
  precision: Precision;
}

/** The calendar day at a place at an instant. @param timeZone IANA name. */
export function localDay(instant: Date, timeZone: string): string {
  return dayFormat(timeZone).format(instant);
}

/** Today at a place. Zones lie whole minutes apart, so no day begins within a minute: it is worked out once in each. */
export function todayAt(timeZone: string): string {
  const minute = Math.floor(Date.now() / 60_000);
  let known = todays.get(timeZone);
  if (known?.minute !== minute) {
    known = { minute, day: localDay(new Date(), timeZone) };
    todays.set(timeZone, known);
  }
  return known.day;
}

const todays = new Map<string, { minute: number; day: string }>();

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** An instant as PostgreSQL's JSON writes it (`…+00:00`, since the database's time zone is UTC) in the API's way (`…Z`). */
export function inUtc(instant: string): string {
  return `${instant.slice(0, -6)}Z`;
}

/** A partly known date as it is kept: cut to the first day of the month or year. */
export function cutToPrecision({ date, precision }: PartialDate): PartialDate {
  if (date === null || precision === 'UNKNOWN') return { date: null, precision: 'UNKNOWN' };
  if (precision === 'YEAR') return { date: `${date.slice(0, 4)}-01-01`, precision };
  if (precision === 'MONTH') return { date: `${date.slice(0, 7)}-01`, precision };
  return { date, precision };
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The days that a date may be. */
export interface DayLimits {
  /** The latest day that has begun where it can have happened. */
  today: string;
}

/** One day by itself: neither to come nor before everything. */
export function checkDay(date: string, field: string, { today }: DayLimits, refusals: Refusals): void {
  if (date > today) refusals.add('FUTURE_DATE', field);
  else if (date < EARLIEST) refusals.add('TOO_OLD', field);
}

/** A partly known date by itself. */
export function checkPartialDate(
  { date, precision }: PartialDate,
  field: string,
  limits: DayLimits,
  refusals: Refusals,
): void {
  if ((date == null) !== (precision === 'UNKNOWN')) refusals.add('DATE_AND_PRECISION', field);
  else if (date != null) checkDay(date, `${field}.date`, limits, refusals);
}
