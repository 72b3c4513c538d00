import type { Clock } from './clock.js';
import { isConditional, largestNeed, type Instance } from './instance.js';
import type { Prover } from './prover.js';
import { NearRoutes } from './route-near.js';
import { RouteModel, type Route } from './route.js';
import type { WholeNumbers } from './whole-numbers.js';
import type { Highs } from './solver.js';

/** A hidden column still has a small price, so that moves stay short; ties are broken by the keyed order. */
const HIDDEN_PRICE = 0.05;
const TIE_PRICE = 1e-4;

/** In tables of more columns a move is looked for near its target first: over all columns of 8,280 it took 95 ms. */
const LARGE = 1500;

/** So many targets without a proof are worth whole tables that prove many at once. */
const MANY = 20;

/** Makes patterns safe: for each unsafe target the cheapest whole move, whose columns are hidden. */
export class Completion {
  private readonly routes: RouteModel;
  private readonly near: NearRoutes;
  private prices = new Float64Array(0);
  /** The target that could not be made safe when `complete` said false; undefined when time was up. */
  stuckAt?: number | undefined;

  constructor(
    highs: Highs,
    private readonly instance: Instance,
    clock?: Clock,
  ) {
    const longest = 2 * largestNeed(instance);
    this.routes = new RouteModel(highs, instance, longest, clock);
    this.near = new NearRoutes(highs, instance, longest);
  }

  /**
   * Hides what is needed until every target in `order` is safe.
   * @param prices per column, what hiding it is thought to cost (its cost, or less where a bound wants it hidden)
   * @returns false when some target cannot be made safe at all
   */
  complete(
    { prover, wholeNumbers }: { prover: Prover; wholeNumbers: WholeNumbers },
    order: Int32Array,
    prices: Float64Array,
    isOver: () => boolean,
  ): boolean {
    this.startFrom(prover, prices);
    this.stuckAt = undefined;
    // Targets without a short proof are looked at together: with a ledger most of them have long ones.
    for (const target of order)
      if (isOver()) return false;
      else prover.isQuicklySafe(target);
    wholeNumbers.lookAtMany(prover, MANY);
    // First only what is surely unsafe: most of the others turn out safe, and the large models to tell need not be made
    // anew for every column that is hidden in between.
    for (const target of order) {
      if (wholeNumbers.isSeenSafe(prover, target)) continue;
      if (isOver() || !this.makeSafe(prover, target, false)) return false;
    }
    wholeNumbers.lookAtMany(prover, MANY);
    // Hiding more can bring counts into play that were known well enough, so these are looked at until nothing changes.
    const asked = order.filter((target) => isConditional(this.instance.targets[target]!));
    for (let todo = order; todo.length > 0; todo = asked) {
      const before = sum(prover.hidden);
      for (const target of todo) {
        if (wholeNumbers.isSeenSafe(prover, target)) continue;
        if (isOver() || !this.makeSafe(prover, target, true)) return false;
      }
      if (sum(prover.hidden) === before || asked.length === 0) return true;
    }
    return true;
  }

  /** Hides what one target needs that is surely unsafe, after `startFrom`. @returns false when it cannot be made safe */
  mend(prover: Prover, target: number): boolean {
    return this.makeSafe(prover, target, false);
  }

  /** A target that is safe in fractions only: hides whatever cheapest whole moves need, step by step. */
  widenWhole(prover: Prover, target: number, whole: WholeNumbers): boolean {
    this.startFrom(prover, this.instance.cost);
    const { column, up, width, down } = this.instance.targets[target]!;
    const everything = new Uint8Array(this.instance.size).fill(1);
    for (const distance of [up, width, up - width, -(down ?? 0)].filter((one) => one !== 0)) {
      const route = this.routes.cheapest(column, distance);
      if (route) prover.hide(route.move.columns);
      if (route && whole.isSafe(prover, target)) return true;
    }
    const proof = whole.proofIn(target, everything);
    if (!proof) return false;
    for (const move of proof) prover.hide(move.columns);
    return proof.every((move) => prover.replaceProof(target, move));
  }

  dispose(): void {
    this.near.changed();
    this.routes.dispose();
  }

  /** Takes the prices of this moment: columns hidden already are almost free. */
  startFrom(prover: Prover, prices: Float64Array): void {
    const { rank, size } = this.instance;
    const current = new Float64Array(size);
    for (let column = 0; column < size; column++) {
      current[column] = prover.hidden[column]
        ? HIDDEN_PRICE
        : prices[column]! + (TIE_PRICE * rank[column]!) / size;
    }
    this.routes.setPrices(current);
    this.prices = current;
    this.near.changed();
  }

  /** The cheapest move in a large table's surroundings of the column, or where there is none, and in small tables, of all. */
  private cheapest({ hidden }: Prover, column: number, distance: number): Route | undefined {
    const nearby =
      this.instance.size > LARGE ? this.near.cheapest(hidden, this.prices, column, distance) : undefined;
    return nearby ?? this.routes.cheapest(column, distance);
  }

  /** @param surely false: only a target that is seen to be unsafe from near */
  private makeSafe(prover: Prover, target: number, surely: boolean): boolean {
    if (this.isMadeSafe(prover, target, surely)) return true;
    this.stuckAt = target;
    return false;
  }

  private isMadeSafe(prover: Prover, target: number, surely: boolean): boolean {
    const need = this.instance.targets[target]!;
    if (surely ? prover.isSafe(target) : prover.judgeByLimits(target) !== false) return true;
    if (need.down !== undefined) {
      return this.take(prover, target, [
        this.cheapest(prover, need.column, -need.down),
        this.cheapest(prover, need.column, Math.max(need.up, need.width)),
      ]);
    }
    if (prover.known(target).rise < need.up) {
      if (!this.take(prover, target, [this.cheapest(prover, need.column, need.up)])) return false;
    }
    return this.widen(prover, target, surely);
  }

  /** After the rise is possible: the cheaper of rising or falling further until the interval is wide enough. */
  private widen(prover: Prover, target: number, surely: boolean): boolean {
    const need = this.instance.targets[target]!;
    if (surely ? prover.isSafe(target) : prover.judgeByLimits(target) !== false) return true;
    const { rise, fall } = prover.known(target);
    const taken = this.take(prover, target, [
      this.cheapest(prover, need.column, need.width - fall),
      this.cheapest(prover, need.column, -(need.width - rise)),
    ]);
    return (taken || this.widenBothWays(prover, target)) && (!surely || prover.isSafe(target));
  }

  /** Where neither way alone is long enough: as far up as it goes, and the rest down. */
  private widenBothWays(prover: Prover, target: number): boolean {
    const { column, width } = this.instance.targets[target]!;
    const { rise, fall } = prover.known(target);
    for (let up = width - fall - 1; up > rise; up--) {
      if (!this.take(prover, target, [this.cheapest(prover, column, up)])) continue;
      return this.take(prover, target, [this.cheapest(prover, column, up - width)]);
    }
    return false;
  }

  private take(prover: Prover, target: number, choices: (Route | undefined)[]): boolean {
    const [best] = choices.filter((route) => route !== undefined).sort((a, b) => a.price - b.price);
    if (!best) return false;
    for (const column of best.move.columns) {
      if (prover.hidden[column]) continue;
      this.routes.setPrice(column, HIDDEN_PRICE);
      this.prices[column] = HIDDEN_PRICE;
    }
    this.near.changed();
    prover.hide(best.move.columns);
    prover.learn(target, best.move);
    return true;
  }
}

function sum(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}
