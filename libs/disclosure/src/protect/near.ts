import type { Instance } from './instance.js';

/** Columns around a column, and lines of which all columns that can move are among them. */
export interface Near {
  columns: Int32Array;
  inner: Set<number>;
}

/** Breadth first along lines over the columns that can move, until at least `enough` are found. */
export function columnsNear(
  instance: Instance,
  linesOf: Int32Array[],
  canMove: ArrayLike<number>,
  center: number,
  enough: number,
): Near {
  const columns = [center];
  const seen = new Set(columns);
  const inner = new Set<number>();
  for (let at = 0; at < columns.length && columns.length < enough; at++) {
    for (const line of linesOf[columns[at]!]!) {
      if (inner.has(line) || columns.length >= enough) continue;
      inner.add(line);
      for (const other of instance.lines[line]!.columns) {
        if (!canMove[other] || seen.has(other)) continue;
        seen.add(other);
        columns.push(other);
      }
    }
  }
  return { columns: Int32Array.from(columns), inner };
}
