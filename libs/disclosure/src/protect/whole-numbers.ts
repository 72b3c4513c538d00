import type { Clock } from './clock.js';
import type { Completion } from './completion.js';
import { isConditional, linesThrough, type Instance, type Move } from './instance.js';
import { columnsNear } from './near.js';
import type { Prover } from './prover.js';
import { isWhole, NOISE, sparse } from './reach.js';
import { columnsOf, restrictTo, type Restricted } from './restrict.js';
import { allOf, lineModel, type Highs, type Model } from './solver.js';

/** Longer steps than this are never looked for. */
const LONGEST = 1000;

/** Hidden columns around a target among which whole moves are looked for first. */
const NEAR = 150;

/**
 * The whole-number check: people come whole, so every target must be safe by tables of whole numbers. Most proofs
 * are whole already (simplex corners of such tables usually are); for the others a small integer programme looks for
 * one, and where there is none the pattern is widened.
 */
export class WholeNumbers {
  private readonly linesOf: Int32Array[];

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly clock: Clock,
  ) {
    this.linesOf = linesThrough(instance);
  }

  /** Makes the prover's pattern safe in whole numbers, hiding more where it must; false when that is impossible. */
  confirm(prover: Prover, completion: Completion): boolean {
    for (let target = 0; target < this.instance.targets.length; target++) {
      if (this.clock.isPast()) return false;
      if (this.isSafe(prover, target)) continue;
      if (!completion.widenWhole(prover, target, this)) return false;
    }
    return true;
  }

  /** Whether the pattern is seen from near to be safe for a target in whole numbers. */
  isSafeNear(prover: Prover, target: number): boolean {
    if (!prover.seemsSafe(target)) return false;
    if (this.isSettled(prover, target)) return true;
    return this.proveIn(prover, target, this.near(prover, target));
  }

  /** Whether the pattern is safe for a target in whole numbers; better evidence goes to the prover. */
  isSafe(prover: Prover, target: number): boolean {
    if (!prover.isSafe(target)) return false;
    if (this.isSettled(prover, target)) return true;
    return (
      this.proveIn(prover, target, this.near(prover, target)) || this.proveIn(prover, target, prover.hidden)
    );
  }

  private isSettled(prover: Prover, target: number): boolean {
    // What is asked of columns hidden by choice may rest on a limit instead of on moves; the attacker has the last word.
    return isConditional(this.instance.targets[target]!) || prover.proofOf(target).every(isWhole);
  }

  private proveIn(prover: Prover, target: number, hidden: Uint8Array): boolean {
    return this.proofIn(target, hidden)?.every((move) => prover.replaceProof(target, move)) ?? false;
  }

  /** Whole moves inside a pattern that prove a target; undefined when there are none. */
  proofIn(target: number, hidden: ArrayLike<number>): Move[] | undefined {
    const { column, up, width, down } = this.instance.targets[target]!;
    if (down !== undefined) {
      const fall = this.move(column, -down, hidden);
      if (fall) return [fall];
    }
    for (let rise = up; rise <= Math.max(up, width); rise++) {
      const moves = [this.move(column, rise, hidden), this.move(column, rise - width, hidden)];
      if (rise > 0 && !moves[0]) return undefined;
      if (moves[0] && (rise >= width || moves[1]))
        return moves.filter((move) => move !== undefined && move.columns.length > 0) as Move[];
      if (rise === 0 && moves[1]) return [moves[1]];
    }
    return undefined;
  }

  /** The part of the pattern around a target, with what its proof in fractions uses. */
  private near(prover: Prover, target: number): Uint8Array {
    const { column } = this.instance.targets[target]!;
    const { columns } = columnsNear(this.instance, this.linesOf, prover.hidden, column, NEAR);
    const near = new Uint8Array(this.instance.size);
    for (const one of columns) near[one] = 1;
    for (const move of prover.proofOf(target)) for (const one of move.columns) near[one] = 1;
    return near;
  }

  /** A shortest whole move of a column by at least a distance inside a pattern; an empty one for distance 0. */
  private move(column: number, distance: number, hidden: ArrayLike<number>): Move | undefined {
    if (distance === 0) return { columns: new Int32Array(0), steps: new Float64Array(0) };
    const { roomDown, roomUp } = this.instance;
    if ((distance > 0 ? roomUp : roomDown)[column]! < Math.abs(distance)) return undefined;
    const columns = columnsOf(hidden);
    const lines = new Set([...columns].flatMap((one) => [...this.linesOf[one]!]));
    const within = restrictTo(this.instance, columns, lines);
    const model = this.newModel(within, within.placeOf.get(column)!, distance);
    try {
      model.run();
      if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
      const { colValue } = model.getSolution();
      const steps = new Float64Array(this.instance.size);
      within.columns.forEach((one, place) => {
        steps[one] = Math.round(colValue[2 * place]!) - Math.round(colValue[2 * place + 1]!);
      });
      return this.adds(steps) ? sparse(steps) : undefined;
    } finally {
      model.dispose();
    }
  }

  /** The rounded move must still keep every sum: checked in whole numbers, not by the solver. */
  private adds(steps: Float64Array): boolean {
    return this.instance.lines.every(({ columns, signs }) => {
      let sum = 0;
      for (let i = 0; i < columns.length; i++) sum += signs[i]! * steps[columns[i]!]!;
      return Math.abs(sum) < NOISE;
    });
  }

  private newModel({ instance }: Restricted, place: number, distance: number): Model {
    const { size, roomUp, roomDown } = instance;
    const model = lineModel(this.highs, instance, 2);
    const upper = new Float64Array(2 * size);
    for (let j = 0; j < size; j++) {
      upper[2 * j] = Math.min(roomUp[j]!, LONGEST);
      upper[2 * j + 1] = Math.min(roomDown[j]!, LONGEST);
    }
    const lower = new Float64Array(2 * size);
    lower[2 * place + (distance > 0 ? 0 : 1)] = Math.abs(distance);
    upper[2 * place + (distance > 0 ? 1 : 0)] = 0;
    model.changeColsBounds(allOf(2 * size), lower, upper);
    model.options.set({ presolve: 'on', mip_rel_gap: 0.5, mip_max_nodes: 2000 });
    model.options.set('time_limit', Math.max(0.05, this.clock.left));
    model.changeColsCost(allOf(2 * size), new Float64Array(2 * size).fill(1));
    model.changeColsIntegrality(allOf(2 * size), new Int32Array(2 * size).fill(1));
    return model;
  }
}
