import type { Random } from './random.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `YYYY-MM-DD`, of an instant at a post. */
export function localDay(instant: Date, timeZone: string): string {
  const known = formatters.get(timeZone);
  const formatter = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  if (!known) formatters.set(timeZone, formatter);
  return formatter.format(instant);
}

/** About when offices there are open, in UTC. Good enough for invented cases. */
const morning: Record<string, number> = { Asia: 1, Europe: 7, America: 14, Australia: 23 };

/** Some time of that day when a consular office there is open, but not after `latest`. */
export function officeHour(random: Random, day: Date, timeZone: string, latest: Date): Date {
  const instant = new Date(day);
  const hour = (morning[timeZone.split('/')[0] ?? ''] ?? 8) + random.int(0, 7);
  instant.setUTCHours(hour % 24, random.int(0, 59), random.int(0, 59), 0);
  return instant > latest ? new Date(latest.getTime() - random.int(5, 240) * 60_000) : instant;
}
