import type { Highs, Model } from 'highs';
import type { Block } from './blocks.js';
import { rowsAsMatrix } from './block-solver.js';
import type { Surroundings } from './surroundings.js';

/** Columns around a count among which a move is looked for before it is looked for in the whole block. */
const NEAR = 400;

/**
 * Shortest ways to change one count of a known whole-number table: minimise Σ|change| such that every relation still
 * holds and the count changes by a given distance. From the table itself (no change) dual simplex needs few
 * steps, and such moves are short and mostly whole, so on large blocks this is far cheaper than an optimum.
 */
export class MoveSolver {
  private readonly model: Model;
  private readonly size: number;

  constructor(
    private readonly highs: Highs,
    private readonly block: Block,
    private readonly base: Float64Array,
  ) {
    this.size = base.length;
    this.model = this.create();
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The base table changed so that the column moves by at least `distance` (up or down); undefined if none is found. */
  moved(
    column: number,
    distance: number,
    direction: 'up' | 'down',
    seconds: number,
  ): Float64Array | undefined {
    const { model, block, base, size } = this;
    const room =
      direction === 'up' ? block.upper[column]! - base[column]! : base[column]! - block.lower[column]!;
    if (room < distance) return undefined;
    const [moving, opposite] = direction === 'up' ? [column, size + column] : [size + column, column];
    const oppositeRoom =
      direction === 'up' ? base[column]! - block.lower[column]! : block.upper[column]! - base[column]!;
    model.changeColBounds(moving, distance, room);
    model.changeColBounds(opposite, 0, 0);
    model.setLogicalBasis();
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(0.05, seconds));
    const { modelStatus } = model.run();
    const isFound = modelStatus === this.highs.constants.modelStatus.optimal;
    const change = isFound ? this.wholeChange(seconds) : undefined;
    model.changeColBounds(moving, 0, room);
    model.changeColBounds(opposite, 0, oppositeRoom);
    return change && base.map((value, j) => value + change[j]! - change[size + j]!);
  }

  /** The change just found; where it takes people in parts and the block is small, a whole one in its place. */
  private wholeChange(seconds: number): Float64Array {
    const { model, size } = this;
    const { colValue } = model.getSolution();
    if (size > NEAR || colValue.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return colValue;
    const all = { kind: 'range', from: 0, to: 2 * size - 1 } as const;
    model.changeColsIntegrality(all, new Int32Array(2 * size).fill(1));
    // Any whole change will do; the shortest is only likely to be found soonest.
    model.options.set({ mip_rel_gap: 1, mip_max_nodes: 2000, time_limit: Math.max(0.05, seconds) });
    model.zeroAllClocks();
    const { modelStatus } = model.run();
    const isFound = modelStatus === this.highs.constants.modelStatus.optimal;
    return isFound ? model.getSolution().colValue : colValue;
  }

  /** Two columns a count: rise and fall, each at a cost of 1. */
  private create(): Model {
    const { block, base, size } = this;
    const rows = block.rows.length;
    const upper = new Float64Array(2 * size);
    for (let j = 0; j < size; j++) {
      upper[j] = block.upper[j]! - base[j]!;
      upper[size + j] = base[j]! - block.lower[j]!;
    }
    const model = this.highs.createModel({
      numCols: 2 * size,
      numRows: rows,
      colCost: new Float64Array(2 * size).fill(1),
      colLower: new Float64Array(2 * size),
      colUpper: upper,
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: rowsAsMatrix(block, true),
    });
    model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off', simplex_strategy: 1 });
    return model;
  }
}

/** As `MoveSolver.moved`, with everything standing still but what is around the column: a tenth of the time. */
export function movedNear(
  highs: Highs,
  around: Surroundings,
  base: Float64Array,
  column: number,
  { distance, direction, seconds }: { distance: number; direction: 'up' | 'down'; seconds: number },
): Float64Array | undefined {
  const { columns, block } = around.around(column, NEAR);
  const solver = new MoveSolver(
    highs,
    block,
    Float64Array.from(columns, (one) => base[one]!),
  );
  try {
    const moved = solver.moved(0, distance, direction, seconds);
    if (!moved) return undefined;
    const table = base.slice();
    columns.forEach((one, at) => (table[one] = moved[at]!));
    return table;
  } finally {
    solver.dispose();
  }
}
