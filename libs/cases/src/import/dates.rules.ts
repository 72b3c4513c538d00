/** Why a text is not a usable day. */
export type DateProblem = 'ROW_DATE_FORMAT' | 'ROW_NO_SUCH_DAY' | 'FUTURE_DATE' | 'TOO_OLD';

export type ReadDate = (text: string) => { day: string } | { problem: DateProblem };

const tokens: Record<string, string> = {
  yyyy: '(?<y>\\d{4})',
  MM: '(?<m>\\d{2})',
  M: '(?<m>\\d{1,2})',
  dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})',
};

/** True for a pattern that has one year, one month and one day: `yyyy/MM/dd`, `d.M.yyyy`. */
export function isDateFormat(format: string): boolean {
  return (
    /^[^A-Za-z]*(yyyy|MM?|dd?)([^A-Za-z\d]+(yyyy|MM?|dd?)){2}[^A-Za-z]*$/.test(format) &&
    ['yyyy', 'M', 'd'].every(
      (part) => format.split(part === 'yyyy' ? 'yyyy' : new RegExp(`${part}+`)).length === 2,
    )
  );
}

/**
 * Makes a reader of days written in a format.
 * @param format of `isDateFormat`.
 * @param today latest day that has begun anywhere, `YYYY-MM-DD`.
 */
export function dateReader(format: string, today: string): ReadDate {
  const source = format.replace(/yyyy|MM?|dd?|[^A-Za-z]/g, (part) => tokens[part] ?? `\\${part}`);
  const pattern = new RegExp(`^${source}$`);
  // Files hold the same days again and again; a year has few of them.
  const known = new Map<string, ReturnType<ReadDate>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const read = readDay(pattern, text, today);
    if (known.size < 100_000) known.set(text, read);
    return read;
  };
}

function readDay(pattern: RegExp, text: string, today: string): ReturnType<ReadDate> {
  const { y, m, d } = pattern.exec(text)?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined) return { problem: 'ROW_DATE_FORMAT' };
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day)) {
    return { problem: 'ROW_NO_SUCH_DAY' };
  }
  if (day > today) return { problem: 'FUTURE_DATE' };
  return day < '1900-01-01' ? { problem: 'TOO_OLD' } : { day };
}

/** The day that it is where the day begins first (UTC+14): nobody can have died on a later one. */
export function latestToday(now = new Date()): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Makes a finder of noon at a place: the same day there, whatever its clock. @returns an ISO instant. */
export function noonFinder(timeZone: string): (day: string) => string {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<string, string>();
  return (day) => {
    let noon = known.get(day);
    if (noon === undefined) {
      const there = Date.parse(`${day}T12:00:00Z`);
      const ahead = Date.parse(`${clock.format(there).replace(' ', 'T')}:00Z`) - there;
      noon = new Date(there - ahead).toISOString();
      if (known.size < 50_000) known.set(day, noon);
    }
    return noon;
  };
}
