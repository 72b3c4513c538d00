import highsModule, { type Highs, type Model, type ModelData } from 'highs';
import type { Block } from './blocks.js';

// The package's types describe its CommonJS side; on the ESM side, which Node takes, the import is the loader.
const loadHighs = highsModule as unknown as typeof highsModule.default;
let runtime: Promise<Highs> | undefined;

/** The solver's WASM runtime: one a thread. */
export function highsRuntime(): Promise<Highs> {
  return (runtime ??= loadHighs());
}

/** With all shown counts of a block on top, stands for "no upper limit" in the search for tables (never in a proof). */
const FAR = 1e6;

// Presolve would throw the warm start away; a changed objective leaves the point feasible, so primal simplex.
const WARM = { solver: 'simplex', presolve: 'off', simplex_strategy: 4 };
const INTERIOR = { solver: 'ipm', presolve: 'on', simplex_strategy: 4 };
const SIMPLEX = { solver: 'simplex', presolve: 'on', simplex_strategy: 1 };

/** How a relaxed block is solved. */
export interface Relaxation {
  afresh?: boolean;
  caps?: Map<number, number> | undefined;
}

/** A point of the relaxed block and, from the same solve, multipliers for a proof. */
export interface Relaxed {
  x: Float64Array;
  multipliers: Float64Array;
}

/** What a whole-number solve gave: a table, a proven least cost, or the proof that there is none. */
export interface Whole {
  x?: Float64Array;
  least?: number;
  isImpossible: boolean;
}

/** The linear programmes over one block; must be disposed of, since it holds memory outside the heap. */
export class BlockSolver {
  private relaxed: Model | undefined;
  private whole: Model | undefined;
  private hasBasis = false;
  private readonly upper: Float64Array;
  /** Whether every count has a limit of its own; otherwise what is impossible here may be possible further out. */
  private readonly isLimited: boolean;

  constructor(
    private readonly highs: Highs,
    private readonly block: Block,
    /** Solved by interior points at first, and whenever many counts change at once. */
    private readonly isLarge: boolean,
  ) {
    const far = FAR + sumOf(block.lower) + block.rows.reduce((sum, { rhs }) => sum + Math.abs(rhs), 0);
    this.upper = block.upper.map((value) => (value === Infinity ? far : value));
    this.isLimited = block.upper.every((value) => value < Infinity);
  }

  dispose(): void {
    this.relaxed?.dispose();
    this.whole?.dispose();
    this.relaxed = this.whole = undefined;
  }

  /**
   * Minimises cost·x over the relaxed block. A single count is solved from where the last solve ended; with `afresh`
   * (many counts at once) a large block is solved by interior points, since simplex would wander for minutes.
   * `caps` lowers some upper bounds. @returns undefined when the solver stopped without an optimum
   */
  relax(cost: Float64Array, seconds: number, how: Relaxation = {}): Relaxed | 'impossible' | undefined {
    const model = (this.relaxed ??= this.create(false));
    const isFirst = !this.hasBasis;
    const deadline = performance.now() / 1000 + seconds;
    for (const method of this.isLarge && (how.afresh || isFirst) ? [INTERIOR, SIMPLEX] : [WARM, SIMPLEX]) {
      if (method !== WARM) model.clearSolver();
      model.options.set(method);
      this.prepare(model, cost, deadline - performance.now() / 1000, this.block.lower, this.capped(how.caps));
      const { modelStatus } = model.run();
      const status = this.highs.constants.modelStatus;
      if (modelStatus === status.infeasible) return this.isLimited ? 'impossible' : undefined;
      if (modelStatus === status.optimal) {
        this.hasBasis = true;
        const { colValue, rowDual } = model.getSolution();
        return { x: colValue, multipliers: rowDual };
      }
      if (modelStatus === status.timeLimit || performance.now() / 1000 > deadline) return undefined;
    }
    return undefined;
  }

  /** The whole-number table of least cost, under caps; proves what it can within the time. */
  solveWhole(cost: Float64Array, seconds: number, caps?: Map<number, number>): Whole {
    const model = (this.whole ??= this.create(true));
    this.prepare(model, cost, seconds, this.block.lower, this.capped(caps));
    const { modelStatus } = model.run();
    const status = this.highs.constants.modelStatus;
    if (modelStatus === status.infeasible) return { isImpossible: this.isLimited };
    const found: Whole = { isImpossible: false };
    if (model.info.get('primal_solution_status') === 2) found.x = model.getSolution().colValue;
    if (modelStatus === status.optimal && this.isLimited)
      found.least = Number(model.info.get('mip_dual_bound'));
    return found;
  }

  /**
   * Any whole-number table within `reach` of a relaxed point. The columns in `kept` may round towards lower cost
   * only, so that what the point was made for is not lost.
   */
  wholeNear(x: Float64Array, reach: number, kept: Float64Array, seconds: number): Float64Array | undefined {
    const model = (this.whole ??= this.create(true));
    const lower = new Float64Array(x.length);
    const upper = new Float64Array(x.length);
    for (let j = 0; j < x.length; j++) {
      const [floor, ceiling] = [Math.floor(x[j]! + 1e-6), Math.ceil(x[j]! - 1e-6)];
      lower[j] = Math.max(this.block.lower[j]!, kept[j]! < 0 ? floor : floor - reach);
      upper[j] = Math.max(lower[j]!, Math.min(this.upper[j]!, kept[j]! > 0 ? ceiling : ceiling + reach));
    }
    this.prepare(model, new Float64Array(x.length), seconds, lower, upper);
    model.run();
    return model.info.get('primal_solution_status') === 2 ? model.getSolution().colValue : undefined;
  }

  private capped(caps: Map<number, number> | undefined): Float64Array {
    const upper = this.upper.slice();
    for (const [column, cap] of caps ?? [])
      upper[column] = Math.min(upper[column]!, Math.max(cap, this.block.lower[column]!));
    return upper;
  }

  private prepare(
    model: Model,
    cost: Float64Array,
    seconds: number,
    lower: Float64Array,
    upper: Float64Array,
  ): void {
    const all = { kind: 'range', from: 0, to: cost.length - 1 } as const;
    model.changeColsCost(all, cost);
    model.changeColsBounds(all, lower, upper);
    model.zeroAllClocks();
    model.options.set({ time_limit: Math.max(0.05, seconds) });
  }

  private create(isWhole: boolean): Model {
    const { block } = this;
    const size = block.variables.length;
    const rhs = Float64Array.from(block.rows, (row) => row.rhs);
    const data: ModelData = {
      numCols: size,
      numRows: block.rows.length,
      colCost: new Float64Array(size),
      colLower: block.lower,
      colUpper: this.upper,
      rowLower: rhs,
      rowUpper: rhs,
      matrix: rowsAsMatrix(block),
      ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
    };
    const model = this.highs.createModel(data);
    model.options.set({
      output_flag: false,
      primal_feasibility_tolerance: 1e-9,
      dual_feasibility_tolerance: 1e-9,
    });
    if (isWhole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.5, mip_feasibility_tolerance: 1e-9 });
    return model;
  }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The relations as a sparse matrix; with `isDoubled` each column is followed, in a second half, by its opposite. */
export function rowsAsMatrix(block: Block, isDoubled = false): ModelData['matrix'] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const size = block.variables.length;
  for (const { columns, signs } of block.rows) {
    columns.forEach((column, i) => {
      indices.push(column);
      values.push(signs[i]!);
    });
    columns.forEach((column, i) => {
      if (!isDoubled) return;
      indices.push(size + column);
      values.push(-signs[i]!);
    });
    starts.push(indices.length);
  }
  return {
    format: 'csr',
    numRows: block.rows.length,
    numCols: isDoubled ? 2 * size : size,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}
