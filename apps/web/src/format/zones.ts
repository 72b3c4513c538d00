import type { Language } from '../i18n/language.ts';
import { formatDate } from './dates.ts';
import { serverNow } from './server-clock.ts';

export const ulaanbaatar = 'Asia/Ulaanbaatar';

interface WallClock {
  date: string;
  time: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // sv-SE writes "2026-11-22 14:05": digits only, so no language data is needed.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}

/** What the calendar and the clock on the wall show in a zone at an instant. */
export function wallClock(instant: string | Date, zone: string): WallClock {
  const [date = '', time = ''] = clockOf(zone).format(new Date(instant)).split(' ');
  return { date, time };
}

/**
 * The instant at which the wall clock of a zone shows the given day (YYYY-MM-DD) and time (HH:MM).
 * In the hour that a spring change skips, the later reading is taken.
 */
export function instantOf(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    const seen = wallClock(new Date(guess), zone);
    guess += wanted - Date.parse(`${seen.date}T${seen.time}:00Z`);
  }
  return new Date(guess).toISOString();
}

/** Today's date in a zone. */
export function todayIn(zone: string, now: Date = serverNow()): string {
  return wallClock(now, zone).date;
}

/** "22 Nov 2026, 14:05" in a zone. */
export function formatInstant(instant: string, zone: string, language: Language): string {
  const { date, time } = wallClock(instant, zone);
  return `${formatDate(date, language)}, ${time}`;
}

/** The same instant in Ulaanbaatar when the clocks there differ: "13:05", with the day when that differs too. */
export function formatInUlaanbaatar(instant: string, zone: string, language: Language): string | null {
  const here = wallClock(instant, zone);
  const there = wallClock(instant, ulaanbaatar);
  if (here.date === there.date && here.time === there.time) return null;
  return here.date === there.date ? there.time : `${formatDate(there.date, language)}, ${there.time}`;
}
