import type { Language } from '../i18n/language.ts';

export type Precision = 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';

/** Months whose ordinal takes "дүгээр"; the others take "дугаар" (vowel harmony of the last number word). */
const frontVowelMonths = new Set([1, 4, 9, 11]);
const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const englishMonthsInFull =
  'January February March April May June July August September October November December'.split(' ');

interface Day {
  year: number;
  month: number;
  day: number;
}

function partsOf(date: string): Day {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "11 дүгээр сар" or "November". */
export function monthName(month: number, language: Language): string {
  if (language === 'en') return englishMonthsInFull[month - 1] ?? '';
  return `${month} ${frontVowelMonths.has(month) ? 'дүгээр' : 'дугаар'} сар`;
}

/** "11-р сар" or "Nov", for lists of months. */
export function shortMonthName(month: number, language: Language): string {
  return language === 'en' ? (englishMonths[month - 1] ?? '') : `${month}-р сар`;
}

/** Short, for tables: "2026.11.22" or "22 Nov 2026". `date` is YYYY-MM-DD. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = partsOf(date);
  if (language === 'en') return `${day} ${englishMonths[month - 1] ?? ''} ${year}`;
  return `${year}.${two(month)}.${two(day)}`;
}

/** In full, for reading: "2026 оны 11 дүгээр сарын 22" or "22 November 2026". */
export function formatDateInFull(date: string, language: Language): string {
  const { year, month, day } = partsOf(date);
  const name = monthName(month, language);
  return language === 'en' ? `${day} ${name} ${year}` : `${year} оны ${name}ын ${day}`;
}

/** "2026 оны 11 дүгээр сар" or "November 2026"; `month` is YYYY-MM. */
export function formatMonth(month: string, language: Language): string {
  const parts = partsOf(month);
  const name = monthName(parts.month, language);
  return language === 'en' ? `${name} ${parts.year}` : `${parts.year} оны ${name}`;
}

/** A date as exactly as it is known; null when nothing is known. */
export function formatPartialDate(
  value: { date: string | null; precision: Precision },
  language: Language,
): string | null {
  if (value.date === null || value.precision === 'UNKNOWN') return null;
  if (value.precision === 'DAY') return formatDateInFull(value.date, language);
  if (value.precision === 'MONTH') return formatMonth(value.date.slice(0, 7), language);
  const year = value.date.slice(0, 4);
  return language === 'en' ? year : `${year} он`;
}

/** Whole days from one calendar day to another, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day after, YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists, YYYY-MM-DD. */
export function isRealDay(text: string): boolean {
  const { year, month, day } = partsOf(text);
  const date = new Date(Date.UTC(year, month - 1, day));
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
