import { describe, expect, it } from '@jest/globals';
import type { Block } from './blocks.js';
import { Surroundings } from './surroundings.js';

/** Two rows by two columns that close a rectangle (0 1 / 2 3), and a fifth count of whose three relations only one is the first row. */
function rectangle(): Block {
  const row = (columns: number[], rhs: number): Block['rows'][number] => ({
    columns,
    signs: columns.map(() => 1),
    rhs,
  });
  return {
    variables: [10, 11, 12, 13, 14, 15],
    lower: new Float64Array(6).fill(1),
    upper: new Float64Array(6).fill(9),
    rows: [row([0, 1, 4], 9), row([2, 3], 8), row([0, 2], 7), row([1, 3], 6), row([4, 5], 5), row([5, 4], 5)],
  };
}

describe('what lies around a count', () => {
  it('is first what closes a rectangle with it', () => {
    const { columns } = new Surroundings(rectangle()).around(0, 4);
    expect([...columns].sort()).toEqual([0, 1, 2, 3]);
    expect(columns[0]).toBe(0);
  });

  it('keeps of every relation touched what stands on it, so that a move there is a move of the block', () => {
    const { block } = new Surroundings(rectangle()).around(0, 4);
    expect(block.variables).toHaveLength(4);
    expect(block.rows).toHaveLength(4);
    expect(block.rows.every(({ columns }) => columns.length === 2)).toBe(true);
  });

  it('is the whole block where that is asked for', () => {
    const { columns, block } = new Surroundings(rectangle()).around(3, 100);
    expect(columns).toHaveLength(6);
    expect(block.rows).toHaveLength(6);
  });
});
