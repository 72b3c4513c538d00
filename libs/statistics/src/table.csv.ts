import { stringify } from 'csv-stringify/sync';
import { type Language, Refusal } from '#platform';
import { MOST_CELLS } from './cells.js';
import type { Axis } from './question.js';
import type { CountedTable } from './statistics.reader.js';
import { basisLabels, dimensionLabels, fill, illustrationStatement, otherWords } from './statistics.words.js';

export const CSV_FORMS = ['LONG', 'CROSSTAB'] as const;
/** LONG: a line per figure, for programs. CROSSTAB: as people read it, the last dimension across. */
export type CsvForm = (typeof CSV_FORMS)[number];

type Line = (string | number)[];

/**
 * The table for a spreadsheet: one heading and the lines under it, nothing else, so that every program reads it as it is.
 * What is counted stands above it only when asked for. UTF-8 with a byte order mark, lines ended by CRLF; a label that a
 * spreadsheet would take for a formula is escaped.
 * @throws Refusal TABLE_TOO_LARGE for a cross table that would be mostly noughts.
 */
export function csvOf(table: CountedTable, form: CsvForm = 'LONG', about = false): string {
  const lines = form === 'LONG' ? longLines(table) : crossLines(table);
  return stringify(about ? [...aboutLines(table), [], ...lines] : lines, {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function aboutLines(table: CountedTable): Line[] {
  const { language, total, illustrations } = table;
  const lines: Line[] = [
    [otherWords.counted[language], table.statement],
    [otherWords.basis[language], basisLabels[table.basis][language]],
    [otherWords.period[language], table.from, table.to],
    ...table.narrowedTo.map(({ label, values }) => [`${otherWords.only[language]}: ${label}`, ...values]),
    [otherWords.countedAt[language], table.countedAt],
    [otherWords.total[language], total],
  ];
  if (illustrations !== 0) {
    lines.push(['', fill(illustrationStatement[language], { n: illustrations, total })]);
  }
  return lines;
}

function longLines({ axes, cells, language }: CountedTable): Line[] {
  const lines = cells.map((cell) => [...categoriesOf(axes, cell), cell[axes.length] ?? 0]);
  return [[...titlesOf(axes, language), otherWords.count[language]], ...lines];
}

/** Rows by all dimensions but the last, which stands across, and the total of each row where it may be added up. */
function crossLines(table: CountedTable): Line[] {
  const { axes, cells, language } = table;
  const across = axes.length > 1 ? axes[axes.length - 1] : undefined;
  if (!across) return longLines(table);
  const down = axes.slice(0, -1);
  const rows = new Map<string, { titles: Line; counts: number[] }>();
  for (const cell of cells) {
    const key = cell.slice(0, down.length).join();
    let row = rows.get(key);
    if (!row) {
      if ((rows.size + 1) * across.categories.length > MOST_CELLS)
        throw Refusal.of('TABLE_TOO_LARGE', 'dimensions', { max: MOST_CELLS });
      row = { titles: categoriesOf(down, cell), counts: new Array<number>(across.categories.length).fill(0) };
      rows.set(key, row);
    }
    row.counts[cell[down.length] ?? 0] = cell[axes.length] ?? 0;
  }
  const heading = [...titlesOf(down, language), ...across.categories.map(({ label }) => label)];
  if (across.additive) heading.push(otherWords.total[language]);
  return [
    heading,
    ...[...rows.values()].map(({ titles, counts }) => [...titles, ...counts, ...sumOf(across, counts)]),
  ];
}

function sumOf({ additive }: Axis, counts: readonly number[]): Line {
  return additive ? [counts.reduce((sum, count) => sum + count, 0)] : [];
}

/** Code and label of each category of a cell. */
function categoriesOf(axes: readonly Axis[], cell: readonly number[]): Line {
  return axes.flatMap(({ categories }, at) => {
    const category = categories[cell[at] ?? 0];
    return [category?.code ?? '', category?.label ?? ''];
  });
}

function titlesOf(axes: readonly Axis[], language: Language): string[] {
  return axes.flatMap(({ dimension }) => {
    const label = dimensionLabels[dimension][language];
    return [`${label} (${otherWords.code[language]})`, label];
  });
}
