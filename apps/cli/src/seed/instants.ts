import { type Random } from './random.js';

const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  // Swedish writes dates as ISO 8601 does.
  const formatter =
    known ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  if (!known) formatters.set(timeZone, formatter);
  return formatter;
}

/** The calendar day, `YYYY-MM-DD`, of an instant at a post. */
export function localDay(instant: Date, timeZone: string): string {
  return clockOf(timeZone).format(instant).slice(0, 10);
}

/** So many days after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysFrom(day: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(day)) / DAY_MS);
}

/** Monday to Friday: on other days no consular office is open. */
export function isWorkday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

export function workdayUntil(day: string): string {
  return isWorkday(day) ? day : workdayUntil(dayAfter(day, -1));
}

export function workdayFrom(day: string): string {
  return isWorkday(day) ? day : workdayFrom(dayAfter(day, 1));
}

/** Some time of a day at which the office there is open, in its first half, so that more can be done on that day. */
export function officeHour(random: Random, day: string, timeZone: string): Date {
  return atClock(day, 9 * 60 + random.int(0, 239), timeZone, random.int(0, 59));
}

/** The instant at which clocks there show so many minutes after midnight. */
function atClock(day: string, minutes: number, timeZone: string, seconds: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const shown = Date.parse(`${clockOf(timeZone).format(asUtc).replace(' ', 'T')}:00Z`);
  return new Date(asUtc - (shown - asUtc) + seconds * 1000);
}
