import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { ModelError } from './error.js';
import type { Published } from './types.js';

/** The last column of a flat table. */
const VALUE = 'value';

/**
 * Reads one flat table (a header with the dimensions' names and `value`, then one line per cell) into the JSON of a
 * problem or a publication, to be parsed further. Classifications come from `head` (a file without cells); without
 * it each column's codes are the innermost ones, under a total called `Total`.
 * @param kind `problem`: lines are innermost counts; `published`: an empty value is suppressed
 * @throws ModelError with the line
 */
export function flatTableFromCsv(text: string, kind: 'problem' | 'published', head: object = {}): object {
  const [header, ...rows] = readRows(text);
  const names = header?.slice(0, -1) ?? [];
  if (header === undefined || names.length === 0 || header.at(-1) !== VALUE) {
    throw new ModelError('line 1', `the header must name the dimensions and end with "${VALUE}".`);
  }
  const cells = rows.map((row, i) => readCell(row, header.length, i + 2, kind));
  const dimensions = names.map((name, d) =>
    flatDimension(name, new Set(cells.map(({ key }) => key[d] ?? ''))),
  );
  return { dimensions, ...head, [kind === 'problem' ? 'trueCells' : 'cells']: cells };
}

/** Writes the one table of a publication as flat CSV; suppressed cells are empty. @throws ModelError for several tables */
export function flatTableToCsv({ dimensions, tables }: Published): string {
  const [table] = tables;
  if (table === undefined || tables.length > 1)
    throw new ModelError('/tables', 'CSV holds one table; write JSON.');
  const listed = dimensions.map(({ name }) => table.dimensions.includes(name));
  const header = [...dimensions.filter((_, d) => listed[d]).map(({ name }) => name), VALUE];
  const rows = [...table.cells].map(([id, value]) => [
    ...id.split('\u001f').filter((_, d) => listed[d]),
    value ?? '',
  ]);
  return stringify([header, ...rows]);
}

function readRows(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    throw new ModelError('line 1', `not CSV: ${(error as Error).message}`);
  }
}

function readCell(
  row: string[],
  width: number,
  line: number,
  kind: 'problem' | 'published',
): { key: string[]; value: number | null } {
  if (row.length !== width)
    throw new ModelError(`line ${line}`, `has ${row.length} columns, the header has ${width}.`);
  const text = row.at(-1) ?? '';
  const key = row.slice(0, -1);
  if (text === '' && kind === 'published') return { key, value: null };
  if (!/^\d+$/.test(text))
    throw new ModelError(`line ${line}`, `"${text}" is not a count (a whole number, 0 or more).`);
  return { key, value: Number(text) };
}

function flatDimension(name: string, codes: Set<string>): object {
  const total = 'Total';
  const leaves = [...codes].filter((code) => code !== total);
  return {
    name,
    codes: [total, ...leaves],
    parents: Object.fromEntries(leaves.map((code) => [code, total])),
  };
}
