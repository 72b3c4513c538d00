import type { ResultOf } from '../../graphql/tada.ts';
import type { statisticsDocument } from './statistics-documents.ts';

export type Table = ResultOf<typeof statisticsDocument>['statistics'];

export interface Line {
  code: string;
  label: string;
  total: number;
}

export interface Crosstab {
  rows: readonly Line[];
  columns: readonly Line[];
  /** The count where a row and a column cross; 0 when no case is there. */
  at: (row: string, column: string) => number;
  total: number;
}

/** Dimensions with an order of their own; the others may be ordered by size. */
const ordered = new Set(['YEAR', 'MONTH']);

/** Without the empty periods before the first case and after the last: those between belong to the picture. */
function trimmed(lines: Line[]): Line[] {
  const filled = lines.map(({ total }) => total > 0);
  return lines.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}

function linesOf(table: Table, axis: number, bySize: boolean): Line[] {
  const found = table.axes[axis];
  if (!found) return [];
  const across = table.axes[1 - axis];
  // A stock over time stands in every month anew: its total is what stands in the last one, not the sum.
  const only = across?.additive === false ? across.categories.length - 1 : null;
  const totals = found.categories.map(() => 0);
  for (const cell of table.cells) {
    const index = cell[axis] ?? 0;
    const counts = only === null || cell[1 - axis] === only;
    if (counts) totals[index] = (totals[index] ?? 0) + (cell[table.axes.length] ?? 0);
  }
  const lines = found.categories.map(({ code, label }, index) => ({
    code,
    label,
    total: totals[index] ?? 0,
  }));
  if (ordered.has(found.dimension)) return trimmed(lines);
  const filled = only === null ? lines.filter(({ total }) => total > 0) : lines;
  // The server's order is the reader's alphabet; sorting is stable and keeps it among equals.
  return bySize ? filled.sort((one, other) => other.total - one.total) : filled;
}

/** Lays the server's non-zero cells out as rows and columns with their totals. */
export function crosstabOf(table: Table, bySize: boolean): Crosstab {
  const counts = new Map<string, number>();
  for (const cell of table.cells) {
    const row = table.axes[0]?.categories[cell[0] ?? 0]?.code ?? '';
    const column = table.axes.length > 1 ? (table.axes[1]?.categories[cell[1] ?? 0]?.code ?? '') : '';
    counts.set(JSON.stringify([row, column]), cell[table.axes.length] ?? 0);
  }
  return {
    rows: linesOf(table, 0, bySize),
    columns: linesOf(table, 1, bySize),
    at: (row, column) => counts.get(JSON.stringify([row, column])) ?? 0,
    total: table.total,
  };
}
