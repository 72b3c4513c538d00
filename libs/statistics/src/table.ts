import type { Language } from '#platform';
import type { Codes } from '#reference';
import { orderedAxis } from './axes.js';
import { causeCategory } from './cause.rules.js';
import { countsUndated } from './count.sql.js';
import { CellSum, type Counted, readKey, timeOf } from './cells.js';
import { unknownMonthsOf, writeMonth, yearsOf } from './period.rules.js';
import type { Axis, Dimension, Narrowing, Question, StatisticsTable } from './question.js';
import {
  basisStatements,
  dimensionLabels,
  fill,
  otherWords,
  stockOverTime,
  undatedStatement,
  unendedStatement,
} from './statistics.words.js';

/**
 * The table that the database's lines make, in the reader's language and order.
 * @param found lines of the kept counts and of the pending facts, and how many cases have no date (`count.sql.ts`).
 * @throws Refusal TABLE_TOO_LARGE
 */
export function tableOf(
  question: Question,
  { lines, undated }: { lines: readonly (string | null)[]; undated: number },
  language: Language,
  codes: Codes,
): StatisticsTable {
  const sum = new CellSum(question, codes);
  for (const text of lines) sum.add(text);
  const counted = sum.done();
  const { axes, places } = axesOf(question, counted, language, codes);
  return {
    basis: question.basis,
    from: writeMonth(question.period.from),
    to: writeMonth(question.period.to),
    axes,
    cells: cellsOf(counted, axes, places),
    total: counted.total,
    illustrations: counted.illustrations,
    undated: countsUndated(question) ? undated : null,
    statement: statementOf(question, undated, language),
    narrowedTo: narrowingOf(question, language, codes),
    language,
  };
}

/** What is counted, in a sentence or two. */
function statementOf(question: Question, undated: number, language: Language): string {
  const { basis, dimensions, period, asOfNow } = question;
  const figures = { from: writeMonth(period.from), to: writeMonth(period.to), n: undated };
  const said = [basisStatements[basis]];
  if (asOfNow) said.push(unendedStatement);
  if (basis === 'OPEN_AT_END' && dimensions.some(isTime)) said.push(stockOverTime);
  if (countsUndated(question) && undated > 0) said.push(undatedStatement);
  return said.map((text) => fill(text[language], figures)).join(' ');
}

function narrowingOf(question: Question, language: Language, codes: Codes): Narrowing[] {
  const { types, countries, causes, sexes, missions } = question;
  const fields: [Dimension, readonly string[] | null][] = [
    ['MISSION', missions],
    ['COUNTRY', countries],
    ['TYPE', types],
    ['CAUSE', causes && [...new Set(causes.map((cause) => causeCategory(codes, cause)))]],
    ['SEX', sexes],
  ];
  const narrowings = fields.flatMap(([dimension, chosen]) =>
    chosen
      ? [
          {
            label: dimensionLabels[dimension][language],
            values: orderedAxis(dimension, chosen, language, codes).categories.map(({ label }) => label),
          },
        ]
      : [],
  );
  if (question.monthUnknown) {
    narrowings.push({ label: dimensionLabels.MONTH[language], values: [otherWords.monthUnknown[language]] });
  }
  return narrowings;
}

function axesOf(
  question: Question,
  counted: Counted,
  language: Language,
  codes: Codes,
): { axes: Axis[]; places: number[][] } {
  const seen = seenCategories(counted);
  const ordered = question.dimensions.map((dimension, at) => {
    const inCells = (counted.codes[at] ?? []).filter((_, number) => seen[at]?.has(number));
    const shown = [...new Set([...inCells, ...alwaysShown(question, dimension)])];
    const { categories, places } = orderedAxis(dimension, shown, language, codes);
    const placeOf = new Map(shown.map((code, number) => [code, places[number] ?? 0]));
    return {
      axis: { dimension, categories, additive: !(question.basis === 'OPEN_AT_END' && isTime(dimension)) },
      places: (counted.codes[at] ?? []).map((code) => placeOf.get(code) ?? -1),
    };
  });
  return { axes: ordered.map(({ axis }) => axis), places: ordered.map(({ places }) => places) };
}

/** Categories that have a count other than zero, by their numbers. */
function seenCategories({ codes, counts }: Counted): Set<number>[] {
  const seen = codes.map(() => new Set<number>());
  for (const [key, n] of counts) {
    if (n !== 0) readKey(key, codes.length).forEach((number, at) => seen[at]?.add(number));
  }
  return seen;
}

/** Categories that stand in the table with or without a count: each period, and what was asked for by name. */
function alwaysShown(question: Question, dimension: Dimension): readonly (string | number)[] {
  if (dimension === 'MONTH')
    return question.monthUnknown ? unknownMonthsOf(question.period) : timeOf(question);
  if (dimension === 'YEAR') return yearsOf(question.period);
  return question.named[dimension] ?? [];
}

/** Non-zero cells in the order of the axes: row by row, as one reads. */
function cellsOf({ counts }: Counted, axes: readonly Axis[], places: readonly number[][]): number[][] {
  const sizes = axes.map((axis) => axis.categories.length);
  const byPlace = new Map<number, number>();
  for (const [key, n] of counts) {
    if (n === 0) continue;
    const numbers = readKey(key, sizes.length);
    let place = 0;
    for (let at = 0; at < sizes.length; at += 1) {
      place = place * (sizes[at] ?? 1) + (places[at]?.[numbers[at] ?? 0] ?? 0);
    }
    byPlace.set(place, n);
  }
  const order = Float64Array.from(byPlace.keys()).sort();
  return Array.from(order, (place) => cellAt(place, sizes, byPlace.get(place) ?? 0));
}

function cellAt(place: number, sizes: readonly number[], n: number): number[] {
  const cell = new Array<number>(sizes.length + 1);
  cell[sizes.length] = n;
  let rest = place;
  for (let at = sizes.length - 1; at >= 0; at -= 1) {
    const size = sizes[at] ?? 1;
    cell[at] = rest % size;
    rest = Math.floor(rest / size);
  }
  return cell;
}

function isTime(dimension: Dimension): boolean {
  return dimension === 'YEAR' || dimension === 'MONTH';
}
