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

/**
 * Columns that belong together: grown from a column, always by the one that can move with the largest part of its lines
 * already touched; so the lines touched are few, and can be put right among these columns.
 * @param luck what chance adds to a column's part
 */
export function growFrom(
  instance: Instance,
  linesOf: Int32Array[],
  canMove: ArrayLike<number>,
  center: number,
  enough: number,
  luck: () => number = () => 0,
): Int32Array {
  const share = new Float64Array(instance.size);
  const touched = new Uint8Array(instance.lines.length);
  const open = new Set<number>();
  const grown = [center];
  share[center] = Infinity;
  for (let at = 0; at < grown.length; at++) {
    for (const line of linesOf[grown[at]!]!) {
      if (touched[line]) continue;
      touched[line] = 1;
      for (const other of instance.lines[line]!.columns) {
        if (!canMove[other] || share[other] === Infinity) continue;
        if (!open.has(other)) share[other] = luck();
        share[other]! += 1 / linesOf[other]!.length;
        open.add(other);
      }
    }
    if (at < grown.length - 1 || grown.length >= enough) continue;
    let next = -1;
    for (const column of open) if (next < 0 || share[column]! > share[next]!) next = column;
    if (next < 0) break;
    open.delete(next);
    share[next] = Infinity;
    grown.push(next);
  }
  return Int32Array.from(grown);
}
