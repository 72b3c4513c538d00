/**
 * For tests only: what an attacker with unlimited patience knows of a tiny problem, by writing down every whole-number
 * table there is. Shares nothing with the suppressor, the attacker or the model.
 */

/** A two-way table of `rows` × `columns` innermost counts with its totals; cells by name `r,c` (`T` for a total). */
export type Cells = Map<string, number>;

/** All cells of a two-way table from its innermost counts. */
export function withTotals(inner: readonly (readonly number[])[]): Cells {
  const cells: Cells = new Map();
  const add = (name: string, count: number): void => void cells.set(name, (cells.get(name) ?? 0) + count);
  inner.forEach((row, r) =>
    row.forEach((count, c) => {
      for (const name of [`${r},${c}`, `${r},T`, `T,${c}`, 'T,T']) add(name, count);
    }),
  );
  return cells;
}

/** Every table with the given grand total. */
export function allTables(rows: number, columns: number, total: number): Cells[] {
  const tables: Cells[] = [];
  const counts = new Array<number>(rows * columns).fill(0);
  const fill = (at: number, left: number): void => {
    if (at === counts.length - 1) {
      counts[at] = left;
      tables.push(
        withTotals(Array.from({ length: rows }, (_, r) => counts.slice(r * columns, (r + 1) * columns))),
      );
      return;
    }
    for (let count = 0; count <= left; count++) {
      counts[at] = count;
      fill(at + 1, left - count);
    }
  };
  fill(0, total);
  return tables;
}

/** The tables that look the same to a reader when `hidden` (never 0) is hidden. */
export function tablesAlike(truth: Cells, tables: readonly Cells[], hidden: ReadonlySet<string>): Cells[] {
  const checks = [...truth].map(([name, count]) => ({ name, count, isHidden: hidden.has(name) }));
  return tables.filter((table) =>
    checks.every(({ name, count, isHidden }) =>
      isHidden ? table.get(name)! >= 1 : table.get(name) === count,
    ),
  );
}

/** Least and largest value of a cell over some tables. */
export function rangeOf(tables: readonly Cells[], cell: string): [number, number] {
  const values = tables.map((table) => table.get(cell)!);
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}

/** Level B: the largest value is not small, and the interval is wide enough, for every small count. */
function isSafe(
  truth: Cells,
  tables: readonly Cells[],
  hidden: ReadonlySet<string>,
  threshold: number,
): boolean {
  const alike = tablesAlike(truth, tables, hidden);
  return [...truth].every(([name, count]) => {
    if (count === 0 || count >= threshold) return true;
    const [least, most] = rangeOf(alike, name);
    return most >= threshold && most - least >= threshold - 1;
  });
}

/** The fewest cells that have to be hidden; undefined when nothing is safe. Zeros and the grand total stay shown. */
export function fewestHidden(truth: Cells, tables: readonly Cells[], threshold: number): number | undefined {
  const primary = [...truth].filter(([, count]) => count > 0 && count < threshold).map(([name]) => name);
  if (primary.includes('T,T')) return undefined;
  const free = [...truth]
    .filter(([name, count]) => count >= threshold && name !== 'T,T')
    .map(([name]) => name);
  const choices = Array.from({ length: 2 ** free.length }, (_, mask) =>
    free.filter((_, at) => (mask >> at) & 1),
  );
  choices.sort((a, b) => a.length - b.length);
  const best = choices.find((choice) => isSafe(truth, tables, new Set([...primary, ...choice]), threshold));
  return best && primary.length + best.length;
}
