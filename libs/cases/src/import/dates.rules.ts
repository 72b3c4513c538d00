/** Why a text is not a usable day. */
export type DateProblem =
  'ROW_DATE_FORMAT' | 'ROW_DATE_SERIAL' | 'ROW_NO_SUCH_DAY' | 'FUTURE_DATE' | 'TOO_OLD';

export type ReadDate = (text: string) => { day: string } | { problem: DateProblem };

const tokens: Record<string, string> = {
  yyyy: '(?<y>\\d{4})',
  yy: '(?<y>\\d{2})',
  MM: '(?<m>\\d{2})',
  M: '(?<m>\\d{1,2})',
  dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})',
};

/** True for a pattern that has one year, one month and one day: `yyyy/MM/dd`, `d.M.yyyy`, `M/d/yy`. */
export function isDateFormat(format: string): boolean {
  return (
    /^[^A-Za-z]*(yy(yy)?|MM?|dd?)([^A-Za-z\d]+(yy(yy)?|MM?|dd?)){2}[^A-Za-z]*$/.test(format) &&
    ['y', 'M', 'd'].every((part) => format.split(new RegExp(`${part}+`)).length === 2)
  );
}

/** Whether years are written with two digits, so that it must be settled which century is meant. */
export const hasShortYear = (format: string): boolean => /(^|[^y])yy([^y]|$)/.test(format);

/**
 * The first of the hundred years that two digits can mean, where a profile does not say: the hundred that end with this year. A day
 * still to come in this year is refused as such, and never taken for one of a century ago.
 */
const firstYearOf = (today: string): number => Number(today.slice(0, 4)) - 99;

/**
 * Makes a reader of days written in a format.
 * @param format of `isDateFormat`.
 * @param today latest day that has begun anywhere, `YYYY-MM-DD`.
 * @param firstYear the first year that two digits can mean.
 */
export function dateReader(format: string, today: string, firstYear = firstYearOf(today)): ReadDate {
  const source = format.replace(/yy(yy)?|MM?|dd?|[^A-Za-z]/g, (part) => tokens[part] ?? `\\${part}`);
  const reading = { pattern: new RegExp(`^${source}$`), today, firstYear };
  // Files hold the same days again and again; a year has few of them.
  const known = new Map<string, ReturnType<ReadDate>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const read = readDay(reading, text);
    if (known.size < 100_000) known.set(text, read);
    return read;
  };
}

// Spreadsheets write a day with the midnight that it begins with.
const MIDNIGHT = /[ T](0?0:00(:00(\.0+)?)?Z?|12:00(:00)? ?AM)$/i;
// The number by which a spreadsheet keeps a day: 1 is in 1900, and six digits are far in the future.
const SERIAL = /^\d{4,5}([.,]0+)?$/;

function readDay(
  { pattern, today, firstYear }: { pattern: RegExp; today: string; firstYear: number },
  text: string,
): ReturnType<ReadDate> {
  const { y, m, d } = pattern.exec(text.replace(MIDNIGHT, ''))?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined) {
    // Read as a number it would be a guess: two spreadsheet programs count from different days.
    return { problem: SERIAL.test(text) ? 'ROW_DATE_SERIAL' : 'ROW_DATE_FORMAT' };
  }
  const day = `${yearOf(y, firstYear)}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day)) {
    return { problem: 'ROW_NO_SUCH_DAY' };
  }
  if (day > today) return { problem: 'FUTURE_DATE' };
  return day < '1900-01-01' ? { problem: 'TOO_OLD' } : { day };
}

function yearOf(digits: string, firstYear: number): string {
  if (digits.length === 4) return digits;
  const sameCentury = firstYear - (firstYear % 100) + Number(digits);
  return String(sameCentury < firstYear ? sameCentury + 100 : sameCentury);
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
