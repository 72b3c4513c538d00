import { inReadersOrder, type Language } from '#platform';
import { type Codes, labelOf, listName } from '#reference';
import { causeLists, readCause } from './cause.rules.js';
import { writeMonth, yearOf } from './period.rules.js';
import type { Category, Dimension } from './question.js';
import { otherWords } from './statistics.words.js';

/**
 * The categories of an axis in the reader's order: time by time; countries and missions by the reader's alphabet; causes
 * by their list and their place in it; types and sexes as their lists have them.
 * @param codes categories as the cells have them: numbers for time.
 * @returns the categories, and for each of `codes` its place among them.
 */
export function orderedAxis(
  dimension: Dimension,
  codes: readonly (string | number)[],
  language: Language,
  reference: Codes,
): { categories: Category[]; places: number[] } {
  const rankOf = ranks[dimension](reference);
  const labelled = codes.map((code, number) => ({
    number,
    code: dimension === 'MONTH' ? writeMonth(Number(code)) : String(code),
    label: labels[dimension](code, language, reference),
    rank: rankOf(code),
  }));
  const compare = inReadersOrder(language);
  labelled.sort((a, b) => a.rank - b.rank || compare(a.label, b.label) || (a.code < b.code ? -1 : 1));
  const places = new Array<number>(codes.length);
  labelled.forEach(({ number }, place) => {
    places[number] = place;
  });
  const categories = labelled.map(({ code, label }) => ({ code, label }));
  return { categories: dimension === 'CAUSE' ? toldApart(categories, language) : categories, places };
}

type Code = string | number;

const alphabetical = () => () => 0;

/** The order before the alphabet. */
const ranks: Record<Dimension, (reference: Codes) => (code: Code) => number> = {
  YEAR: () => Number,
  // The unknown month stands after December.
  MONTH: () => (code) => (Number(code) % 100 === 0 ? Number(code) + 13 : Number(code)),
  COUNTRY: alphabetical,
  MISSION: alphabetical,
  TYPE: (reference) => (code) => reference.item('CASE_TYPE', String(code))?.sort ?? Infinity,
  SEX: (reference) => (code) => reference.item('SEX', String(code))?.sort ?? Infinity,
  CAUSE: (reference) => {
    const lists = causeLists(reference);
    return (cause) => {
      const { list = '', code } = readCause(String(cause));
      const place = lists.indexOf(list);
      return (place < 0 ? lists.length : place) * 1e6 + (reference.item(list, code)?.sort ?? 1e6 - 1);
    };
  },
};

const labels: Record<Dimension, (code: Code, language: Language, reference: Codes) => string> = {
  YEAR: String,
  MONTH: (code, language) => {
    const month = Number(code);
    return month % 100 === 0 ? `${yearOf(month)}, ${otherWords.monthUnknown[language]}` : writeMonth(month);
  },
  COUNTRY: (code, language, reference) => labelled(reference.country(String(code)), code, language),
  MISSION: (code, language, reference) => labelled(reference.mission(String(code)), code, language),
  TYPE: (code, language, reference) => reference.label('CASE_TYPE', String(code), language),
  SEX: (code, language, reference) => reference.label('SEX', String(code), language),
  CAUSE: (cause, language, reference) => {
    const { list = '', code } = readCause(String(cause));
    return reference.label(list, code, language);
  },
};

function labelled(
  row: { labelEn: string; labelMn: string } | undefined,
  code: Code,
  language: Language,
): string {
  return row ? labelOf(row, language) : String(code);
}

/** "Unknown" of several lists: the list is named where a label alone would leave a doubt. */
function toldApart(categories: Category[], language: Language): Category[] {
  const times = new Map<string, number>();
  for (const { label } of categories) times.set(label, (times.get(label) ?? 0) + 1);
  return categories.map(({ code, label }) =>
    (times.get(label) ?? 0) > 1
      ? { code, label: `${label} (${listName(readCause(code).list ?? code, language)})` }
      : { code, label },
  );
}
