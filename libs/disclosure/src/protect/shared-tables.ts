import type { Instance, Move, Target } from './instance.js';
import { NOISE, sparse } from './reach.js';
import { columnsOf, restrictTo, type Restricted } from './restrict.js';
import { SeededRandom } from '../generate/random.js';
import { allOf, lineMatrix, type Highs, type Model } from './solver.js';

/** Longer steps than this are never looked for. */
const LONGEST = 1000;
/** Share of the wishes aimed at when a table for all of them has met none. */
const FEW = 0.2;

/**
 * How far from a fractional table the whole one may lie, tried in turn: first so that what is wished for is rounded
 * towards the wish only. Ended by a number of nodes, so that the same is found on any machine.
 */
const TRIES = [
  { reach: 1, back: 0 },
  { reach: 2, back: 1 },
];
const MOST_NODES = 200;

/** A target that has no whole proof yet, and how far it has been seen to go in whole tables. */
export interface Wish {
  target: Target;
  rise: number;
  fall: number;
}

/**
 * Whole tables inside a pattern in which many targets at once go as far as they need: one linear programme with random
 * weights over all of them, and where its answer is fractional, a whole table close by. After some releases the proofs of
 * old counts run through hundreds of columns; looked for one by one each takes an integer programme, together a
 * handful prove them all.
 */
export class SharedTables {
  private readonly within: Restricted;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly random: SeededRandom;
  private relaxed?: Model;
  private whole?: Model;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    hidden: ArrayLike<number>,
    seed: number,
  ) {
    this.within = restrictTo(instance, columnsOf(hidden), instance.lines.keys());
    const { roomDown, roomUp } = this.within.instance;
    this.lower = roomDown.map((room) => -Math.min(room, LONGEST) || 0);
    this.upper = roomUp.map((room) => Math.min(room, LONGEST));
    this.random = new SeededRandom(seed);
  }

  /**
   * One whole table that furthers as many wishes as it can; undefined when none is found in the time.
   * @param few aims at some of the wishes only: those that cannot be met would outweigh the others again and again
   */
  towards(wishes: readonly Wish[], few: boolean, secondsLeft: number): Move | undefined {
    if (this.within.columns.length === 0) return undefined;
    const sure = this.random.below(wishes.length);
    const { cost, lower, upper } = this.aimAt(
      wishes.filter((_, i) => !few || i === sure || this.random.next() < FEW),
    );
    const point = this.relax(cost, lower, upper, secondsLeft);
    if (!point) return undefined;
    let steps = this.wholeSteps(point);
    for (let i = 0; !steps && i < TRIES.length; i++) {
      const found = this.wholeNear(point, TRIES[i]!, cost, secondsLeft);
      steps = found && this.wholeSteps(found);
    }
    return steps && this.within.outOf(sparse(steps));
  }

  dispose(): void {
    this.relaxed?.dispose();
    this.whole?.dispose();
    delete this.relaxed;
    delete this.whole;
  }

  /** Random weights on what is wished for; no column need go further than wished, so that many do. */
  private aimAt(wishes: readonly Wish[]): Record<'cost' | 'lower' | 'upper', Float64Array> {
    const cost = new Float64Array(this.within.columns.length);
    const lower = this.lower.slice();
    const upper = this.upper.slice();
    for (const { target, rise, fall } of wishes) {
      const place = this.within.placeOf.get(target.column);
      if (place === undefined) continue;
      const { up, width, down } = target;
      const isUp = down === undefined ? rise < up || this.random.next() < 0.5 : this.random.next() < 0.5;
      cost[place]! += (isUp ? -1 : 1) * (1 + this.random.next());
      if (isUp) upper[place] = Math.min(this.upper[place]!, Math.max(up, width - fall, 1));
      else lower[place] = Math.max(this.lower[place]!, -Math.max(down ?? width - rise, 1));
    }
    return { cost, lower, upper };
  }

  private relax(
    cost: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    seconds: number,
  ): Float64Array | undefined {
    const model = (this.relaxed ??= this.newModel(false));
    return this.run(model, cost, lower, upper, seconds, true);
  }

  /** A whole table close to a fractional one; `back` is how far columns wished for may lie on its wrong side. */
  private wholeNear(
    point: Float64Array,
    { reach, back }: (typeof TRIES)[number],
    cost: Float64Array,
    secondsLeft: number,
  ): Float64Array | undefined {
    const model = (this.whole ??= this.newModel(true));
    const lower = point.map((value, j) =>
      Math.max(this.lower[j]!, Math.floor(value + NOISE) - (cost[j]! < 0 ? back : reach)),
    );
    const upper = point.map((value, j) =>
      Math.min(this.upper[j]!, Math.ceil(value - NOISE) + (cost[j]! > 0 ? back : reach)),
    );
    return this.run(model, new Float64Array(cost.length), lower, upper, secondsLeft, false);
  }

  private run(
    model: Model,
    cost: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    seconds: number,
    mustBeOptimal: boolean,
  ): Float64Array | undefined {
    const all = allOf(cost.length);
    model.changeColsCost(all, cost);
    model.changeColsBounds(all, lower, upper);
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(0.05, seconds));
    model.run();
    const isOptimal = model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    const hasSolution =
      model.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible;
    return isOptimal || (!mustBeOptimal && hasSolution) ? model.getSolution().colValue : undefined;
  }

  /** The point in whole numbers, if it is whole and keeps every room and sum: checked here, not by the solver. */
  private wholeSteps(point: Float64Array): Float64Array | undefined {
    const steps = point.map((value) => Math.round(value));
    const isWhole = steps.every(
      (step, j) =>
        Math.abs(step - point[j]!) < 1e-5 && step >= this.lower[j]! - NOISE && step <= this.upper[j]! + NOISE,
    );
    const adds = this.within.instance.lines.every(({ columns, signs }) => {
      let sum = 0;
      for (let i = 0; i < columns.length; i++) sum += signs[i]! * steps[columns[i]!]!;
      return sum === 0;
    });
    return isWhole && adds ? steps : undefined;
  }

  private newModel(whole: boolean): Model {
    const { instance } = this.within;
    const rows = instance.lines.length;
    const model = this.highs.createModel({
      numCols: instance.size,
      numRows: rows,
      colCost: new Float64Array(instance.size),
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: lineMatrix(instance, 1),
      ...(whole ? { integrality: new Int32Array(instance.size).fill(1) } : {}),
    });
    model.options.set({ output_flag: false, mip_max_nodes: MOST_NODES });
    return model;
  }
}
