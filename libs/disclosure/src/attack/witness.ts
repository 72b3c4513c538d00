import type { Block } from './blocks.js';

/**
 * The whole-number table next to a solver's point, if it really is one: every bound and every relation is
 * checked in whole numbers, so that a table that "exists" does exist.
 */
export function exactTable(block: Block, x: Float64Array): Float64Array | undefined {
  const table = new Float64Array(x.length);
  for (let column = 0; column < x.length; column++) {
    const value = Math.round(x[column]!);
    if (Math.abs(value - x[column]!) > 1e-5) return undefined;
    if (value < block.lower[column]! || value > block.upper[column]!) return undefined;
    table[column] = value;
  }
  return block.rows.every((row) => sumOf(row, table) === row.rhs) ? table : undefined;
}

function sumOf(row: Block['rows'][number], table: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.columns.length; i++) sum += row.signs[i]! * table[row.columns[i]!]!;
  return sum;
}
