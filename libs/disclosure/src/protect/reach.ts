import type { Instance, Move } from './instance.js';
import type { Clock } from './clock.js';
import { allOf, lineModel, runWithin, type Highs, type Model } from './solver.js';

/** How far one column can be taken from its truth, the move that does it, and the prices (duals) that limit it. */
export interface Reach {
  distance: number;
  move: Move;
  prices: Float64Array;
}

/** The outcome of an attack on one target that is not safe. */
export interface Breach {
  target: number;
  rise?: Reach;
  fall?: Reach;
}

/**
 * The attacker's linear programme, kept warm: every column may move within its room (0 when shown), lines keep
 * their sums. One column's furthest rise or fall is one objective; a few simplex steps from the last one.
 */
export class ReachModel {
  private readonly model: Model;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private aim = -1;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly clock?: Clock,
  ) {
    this.model = lineModel(highs, instance, 1);
    this.model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
    this.lower = new Float64Array(instance.size);
    this.upper = new Float64Array(instance.size);
  }

  /** Gives every column its room: `share` (0..1) of its own, no step longer than `longest`. */
  setRoom(share: ArrayLike<number>, longest: number): void {
    const { roomDown, roomUp, size } = this.instance;
    for (let column = 0; column < size; column++) {
      this.lower[column] = -Math.min(roomDown[column]!, longest) * share[column]! || 0;
      this.upper[column] = Math.min(roomUp[column]!, longest) * share[column]!;
    }
    this.model.changeColsBounds(allOf(size), this.lower, this.upper);
  }

  /** Room of a single column. */
  setOne(column: number, share: number, longest: number): void {
    const { roomDown, roomUp } = this.instance;
    this.model.changeColBounds(
      column,
      -Math.min(roomDown[column]!, longest) * share || 0,
      Math.min(roomUp[column]!, longest) * share,
    );
  }

  /** The furthest that `column` can rise (direction 1) or fall (-1). */
  furthest(column: number, direction: 1 | -1): Reach {
    if (this.aim >= 0 && this.aim !== column) this.model.changeColCost(this.aim, 0);
    this.model.changeColCost(column, direction);
    this.aim = column;
    this.run();
    const solution = this.model.getSolution();
    return {
      distance: direction * solution.colValue[column]!,
      move: sparse(solution.colValue),
      prices: solution.rowDual,
    };
  }

  dispose(): void {
    this.model.dispose();
  }

  private run(): void {
    runWithin(this.highs, this.model, this.clock);
    if (this.model.getModelStatus() === this.highs.constants.modelStatus.optimal) return;
    // A stale basis can confuse the solver; from scratch it must succeed, for no move at all is always allowed.
    this.model.clearSolver();
    runWithin(this.highs, this.model, this.clock);
    const status = this.model.getModelStatus();
    if (status !== this.highs.constants.modelStatus.optimal)
      throw new Error(`attacker LP ended with status ${status}`);
  }
}

/** Steps smaller than this are the solver's noise. */
export const NOISE = 1e-6;

/** Keeps the columns that move; steps within noise of a whole number become it. */
export function sparse(values: Float64Array): Move {
  const columns: number[] = [];
  const steps: number[] = [];
  for (let column = 0; column < values.length; column++) {
    const value = values[column]!;
    if (Math.abs(value) < NOISE) continue;
    const whole = Math.round(value);
    columns.push(column);
    steps.push(Math.abs(value - whole) < NOISE ? whole : value);
  }
  return { columns: Int32Array.from(columns), steps: Float64Array.from(steps) };
}

/** Whether a move takes people whole. */
export function isWhole(move: Move): boolean {
  return move.steps.every(Number.isInteger);
}
