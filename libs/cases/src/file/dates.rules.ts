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

/** An instant that a person gave, as it is kept: a device's clock that is a little fast must not write the future. */
export function notLaterThanNow(instant: string, now = Date.now()): string {
  return Date.parse(instant) > now ? new Date(now).toISOString() : instant;
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

/** Where the day begins first, for a place that is not known. */
const FARTHEST_EAST = 'Pacific/Kiritimati';

/**
 * The latest calendar day that has begun at the post or in the country of the event: an event of "today" in a place further east than
 * the post is no future.
 * @param timeZone of the post.
 */
export function latestDay(timeZone: string, country: string): string {
  const days = zonesOf(country).map(todayAt);
  return days.reduce((latest, day) => (day > latest ? day : latest), todayAt(timeZone));
}

const zones = new Map<string, readonly string[]>();

/** The time zones of a country; of one that is not known, the one that is farthest ahead. */
function zonesOf(country: string): readonly string[] {
  let found = zones.get(country);
  if (!found) {
    const known = /^[A-Z]{2}$/.test(country) ? timeZonesIn(country) : [];
    found = known.length > 0 ? known : [FARTHEST_EAST];
    if (zones.size < 1000) zones.set(country, found);
  }
  return found;
}

function timeZonesIn(country: string): readonly string[] {
  // A method in later editions of the language than the one that some engines have.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?: () => string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
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

/** The first and the last day that a date may stand for. */
export interface Span {
  first: string;
  last: string;
}

/** The days for which a partly known date may stand; undefined when nothing is known. */
export function spanOf({ date, precision }: PartialDate): Span | undefined {
  if (date === null || precision === 'UNKNOWN') return undefined;
  if (precision === 'DAY') return { first: date, last: date };
  const [year = 0, month = 0] = date.split('-').map(Number);
  const next = precision === 'YEAR' ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return { first: cutToPrecision({ date, precision }).date ?? date, last: dayOf(next - 86_400_000) };
}

/** The days that it may be, somewhere on Earth, at an instant. */
export function spanOfInstant(instant: string): Span {
  const at = Date.parse(instant);
  return { first: dayOf(at - 12 * 3_600_000), last: dayOf(at + 14 * 3_600_000) };
}

/** A span that may be these days earlier or later: two places can be a day apart. */
export function loosened({ first, last }: Span, days: number): Span {
  return {
    first: dayOf(Date.parse(first) - days * 86_400_000),
    last: dayOf(Date.parse(last) + days * 86_400_000),
  };
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** A partly known date by itself. */
export function checkPartialDate(
  { date, precision }: PartialDate,
  field: string,
  limits: DayLimits,
  refusals: Refusals,
): void {
  if ((date == null) !== (precision === 'UNKNOWN')) refusals.add('DATE_AND_PRECISION', field);
  else if (date != null) {
    // Any day of a month or year may stand for it, also one to come.
    checkDay(cutToPrecision({ date, precision }).date ?? date, `${field}.date`, limits, refusals);
  }
}
