import { describe, expect, it } from '@jest/globals';
import type { Instance, Move, Target } from './instance.js';
import { counts, lineOf } from './instances.spec-support.js';
import { at } from './move-pool.js';
import { SharedTables, type Wish } from './shared-tables.js';
import { loadSolver } from './solver.js';

const rise = (column: number, up: number): Wish => ({
  target: { column, up, width: up } satisfies Target,
  rise: 0,
  fall: 0,
});

async function tableFor(instance: Instance, hidden: number[], wishes: Wish[]): Promise<Move | undefined> {
  const tables = new SharedTables(await loadSolver(), instance, Uint8Array.from(hidden), 1);
  try {
    return tables.towards(wishes, false, { left: 10 });
  } finally {
    tables.dispose();
  }
}

/** Two countries down, three causes across: 0 1 2 over 3 4 5. */
const twoByThree = (room: number): Instance =>
  counts(6, [lineOf(0, 1, 2), lineOf(3, 4, 5), lineOf(0, 3), lineOf(1, 4), lineOf(2, 5)], [], room);

describe('tables that take many counts far at once', () => {
  it('meet two wishes in one table, which keeps every sum', async () => {
    const move = (await tableFor(twoByThree(9), [1, 1, 1, 1, 1, 1], [rise(0, 3), rise(4, 2)]))!;
    expect([at(move, 0), at(move, 4)]).toEqual([3, 2]);
    for (const { columns } of twoByThree(9).lines) {
      expect([...columns].reduce((sum, column) => sum + at(move, column), 0)).toBe(0);
    }
  });

  it('leave shown counts alone and keep to the room of hidden ones', async () => {
    const move = (await tableFor(twoByThree(2), [1, 1, 0, 1, 1, 0], [rise(0, 3)]))!;
    expect(at(move, 0)).toBe(2);
    expect([...move.columns]).toEqual([0, 1, 3, 4]);
  });

  it('never go by halves: three counts that all move by half of a fourth do not move for a step of 1', async () => {
    const odd = counts(4, [lineOf(0, 1, 3), lineOf(1, 2, 3), lineOf(0, 2, 3)], [], 1);
    const move = await tableFor(odd, [1, 1, 1, 1], [rise(0, 1)]);
    expect(move ? at(move, 0) : 0).toBe(0);
  });
});
