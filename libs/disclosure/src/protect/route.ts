import type { Instance, Move } from './instance.js';
import { sparse } from './reach.js';
import type { Clock } from './clock.js';
import { allOf, lineModel, runWithin, type Highs, type Model } from './solver.js';

/** A cheapest move and what it would cost to hide the columns it needs. */
export interface Route {
  move: Move;
  price: number;
}

/**
 * The cheapest whole move that takes one column a given distance: each column is doubled into its rise and its
 * fall, priced per step by what hiding it costs; hidden columns are (almost) free.
 */
export class RouteModel {
  private readonly model: Model;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly longest: number,
    private readonly clock?: Clock,
  ) {
    const { size } = instance;
    this.model = lineModel(highs, instance, 2);
    // Between two calls only bounds change, so the basis stays dual feasible: dual simplex goes on from it.
    this.model.options.set('simplex_strategy', 1);
    const upper = new Float64Array(2 * size);
    for (let column = 0; column < size; column++) {
      upper[2 * column] = this.riseRoom(column);
      upper[2 * column + 1] = this.fallRoom(column);
    }
    this.model.changeColsBounds(allOf(2 * size), new Float64Array(2 * size), upper);
  }

  /** Sets the price of one step of every column. */
  setPrices(prices: Float64Array): void {
    const doubled = new Float64Array(2 * prices.length);
    for (let column = 0; column < prices.length; column++) {
      doubled[2 * column] = prices[column]!;
      doubled[2 * column + 1] = prices[column]!;
    }
    this.model.changeColsCost(allOf(doubled.length), doubled);
  }

  setPrice(column: number, price: number): void {
    this.model.changeColCost(2 * column, price);
    this.model.changeColCost(2 * column + 1, price);
  }

  /** Lets a column move within its room, or not at all. */
  setOpen(column: number, open: boolean): void {
    this.model.changeColBounds(2 * column, 0, open ? this.riseRoom(column) : 0);
    this.model.changeColBounds(2 * column + 1, 0, open ? this.fallRoom(column) : 0);
  }

  /** The cheapest move that takes `column` by `distance` (its sign is the direction); undefined when none exists. */
  cheapest(column: number, distance: number): Route | undefined {
    const rise = distance > 0;
    if ((rise ? this.riseRoom(column) : this.fallRoom(column)) < Math.abs(distance)) return undefined;
    const used = 2 * column + (rise ? 0 : 1);
    const unused = 2 * column + (rise ? 1 : 0);
    this.model.changeColBounds(used, Math.abs(distance), Math.abs(distance));
    this.model.changeColBounds(unused, 0, 0);
    const route = this.solve();
    this.setOpen(column, true);
    return route;
  }

  dispose(): void {
    this.model.dispose();
  }

  private riseRoom(column: number): number {
    return Math.min(this.instance.roomUp[column]!, this.longest);
  }

  private fallRoom(column: number): number {
    return Math.min(this.instance.roomDown[column]!, this.longest);
  }

  private solve(): Route | undefined {
    runWithin(this.highs, this.model, this.clock);
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    if (this.model.getModelStatus() === infeasible) return undefined;
    if (this.model.getModelStatus() !== optimal) {
      // A stale basis can confuse the solver; then from scratch.
      this.model.clearSolver();
      runWithin(this.highs, this.model, this.clock);
      if (this.model.getModelStatus() !== optimal) return undefined;
    }
    const { colValue } = this.model.getSolution();
    const steps = new Float64Array(this.instance.size);
    for (let column = 0; column < steps.length; column++) {
      steps[column] = colValue[2 * column]! - colValue[2 * column + 1]!;
    }
    return { move: sparse(steps), price: this.model.getObjectiveValue() };
  }
}
