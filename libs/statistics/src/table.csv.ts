import { stringify } from 'csv-stringify/sync';
import type { Language } from '#platform';
import type { CountedTable } from './statistics.reader.js';
import { basisLabels, dimensionLabels, fill, illustrationStatement, otherWords } from './statistics.words.js';

/**
 * The table as a spreadsheet opens it: first what is counted, then one line per non-zero cell with the code and the label
 * of each category. UTF-8 with a byte order mark, lines ended by CRLF; a label that a spreadsheet would take for a
 * formula is escaped.
 */
export function csvOf(table: CountedTable): string {
  return stringify([...heading(table), [], ...body(table)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

type Line = (string | number)[];

function heading(table: CountedTable): Line[] {
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

function body({ axes, cells, language }: CountedTable): Line[] {
  const titles = axes.flatMap(({ dimension }) => titlesOf(dimensionLabels[dimension][language], language));
  const lines = cells.map((cell) => [
    ...axes.flatMap(({ categories }, at) => {
      const category = categories[cell[at] ?? 0];
      return [category?.code ?? '', category?.label ?? ''];
    }),
    cell[axes.length] ?? 0,
  ]);
  return [[...titles, otherWords.count[language]], ...lines];
}

function titlesOf(label: string, language: Language): string[] {
  return [`${label} (${otherWords.code[language]})`, label];
}
