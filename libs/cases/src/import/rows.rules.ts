import type { RefusalItem } from '#platform';
import type { ReadDate } from './dates.rules.js';
import { type Cause, causeKey, type Profile } from './profile.js';

/** What rows are read by: the profile, made ready for a million of them. */
export interface RowReading {
  profile: Profile;
  /** Places of the values in a record, by the file's first line. */
  at: { date: number; place: number; country: number; cause: number };
  /** How the values of a record stand under the names of the first line. */
  columns: Columns;
  valueLength: number;
  readDate: ReadDate;
  /** The register's code of a country by any of its codes and names (`countryKey`); aliases of the profile included. */
  countryOf: (key: string) => string | undefined;
  causeOf: (text: string) => Cause | undefined;
}

/** The columns of a file. Spreadsheets write further ones behind the last, without a name and without a value. */
export interface Columns {
  width: number;
  /** Up to the last one that has a name. */
  named: number;
  /** Places of those without a name. */
  unnamed: readonly number[];
}

export function columnsIn(header: readonly string[]): Columns {
  return {
    width: header.length,
    named: header.findLastIndex((name) => name !== '') + 1,
    unnamed: header.flatMap((name, at) => (name === '' ? [at] : [])),
  };
}

/** How countries are compared, written by their codes or as people name them. */
export function countryKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase();
}

/** What a row says. */
export interface RowText {
  /** `YYYY-MM-DD`. */
  date: string;
  place: string;
  country: string;
  /** As the file has it. */
  cause: string;
  meaning: Cause;
}

export type RowReadingResult = { row: RowText } | { problem: RefusalItem } | { unmapped: string };

/* eslint-disable-next-line no-control-regex -- these very characters are what is looked for */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** A row in which nothing is written: spreadsheets leave them at the end. */
export function isBlank(record: readonly string[]): boolean {
  return record.every((value) => value.trim() === '');
}

/** Reads one row: the first thing that keeps it from being read, or what it says. */
export function readRow(reading: RowReading, record: readonly string[]): RowReadingResult {
  const { at, profile } = reading;
  const { width, named, unnamed } = reading.columns;
  const isWritten = (value: string | undefined) => (value ?? '').trim() !== '';
  if (record.length < named || record.slice(width).some(isWritten)) {
    return problem('ROW_WIDTH', undefined, { expected: named, found: record.length });
  }
  if (unnamed.some((place) => isWritten(record[place]))) return problem('ROW_NO_NAME');
  const texts = {
    date: tidy(record[at.date]),
    place: tidy(record[at.place]),
    country: tidy(record[at.country]),
    cause: tidy(record[at.cause]),
  };
  const bad = badText(reading, texts);
  if (bad) return bad;
  const day = reading.readDate(texts.date);
  if ('problem' in day) {
    const { column, format } = profile.columns.date;
    return problem(day.problem, column, { format, value: texts.date.slice(0, 12) });
  }
  const country = reading.countryOf(countryKey(texts.country));
  if (!country) {
    return problem('ROW_COUNTRY', profile.columns.country, { value: texts.country.slice(0, 30) });
  }
  const meaning = reading.causeOf(texts.cause);
  if (!meaning) return { unmapped: texts.cause };
  return { row: { date: day.day, place: texts.place, country, cause: texts.cause, meaning } };
}

function badText(reading: RowReading, texts: Record<'date' | 'place' | 'country' | 'cause', string>) {
  const { columns } = reading.profile;
  const named = [
    [columns.date.column, texts.date, true],
    [columns.country, texts.country, true],
    [columns.cause, texts.cause, true],
    [columns.place, texts.place, false],
  ] as const;
  for (const [field, text, needed] of named) {
    if (needed && text === '') return problem('ROW_REQUIRED', field);
    if (text.length > reading.valueLength) return problem('TOO_LONG', field, { max: reading.valueLength });
    if (CONTROL.test(text)) return problem('BAD_TEXT', field);
  }
  return undefined;
}

const problem = (code: string, field?: string, params?: RefusalItem['params']): { problem: RefusalItem } => ({
  problem: { code, field, params },
});

function tidy(value: string | undefined): string {
  const text = (value ?? '').trim();
  // Nearly all values are plain: normalising only the others is what makes a million rows quick.
  return PLAIN.test(text) ? text : text.normalize('NFC');
}
/* eslint-disable-next-line no-control-regex -- ASCII, which no normalisation changes */
const PLAIN = /^[\u0000-\u007F]*$/;

/** Finds what a cause text means; a text is looked up once, since a file has few different ones. */
export function causeFinder(profile: Profile, unmappedAs: Cause | undefined): RowReading['causeOf'] {
  const known = new Map<string, Cause | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const cause = profile.causes[causeKey(text)] ?? unmappedAs;
    if (known.size < 10_000) known.set(text, cause);
    return cause;
  };
}
