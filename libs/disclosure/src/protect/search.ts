import type { Clock } from './clock.js';
import { Completion } from './completion.js';
import type { Instance } from './instance.js';
import { Master } from './master.js';
import { Prover } from './prover.js';
import { SeededRandom } from '../generate/random.js';
import { Separation } from './separation.js';
import type { Highs } from './solver.js';
import { priceOf, thin, thinningOrder } from './thin.js';
import { WholeNumbers } from './whole-numbers.js';

/** Thinning ends at this share of the time, so that the whole-number check of its pattern has the rest. */
const THINNING = 0.9;

/** In tables of more columns only what is seen at once counts when thinning: what it misses, regions find. */
const LARGE = 3000;

/** The state of one search: the best safe pattern, the best bound, and the tools that the steps share. */
export class Search {
  /** The best pattern proven safe, whole tables included; undefined until there is one. */
  best?: Uint8Array;
  bestPrice = Infinity;
  /** No safe pattern costs less; always a whole number. */
  bound: number;
  readonly prover: Prover;
  readonly completion: Completion;
  readonly master: Master;
  readonly separation: Separation;
  readonly wholeNumbers: WholeNumbers;
  readonly random: SeededRandom;

  constructor(
    readonly highs: Highs,
    readonly instance: Instance,
    readonly clock: Clock,
    readonly seed: number,
    private readonly report: (phase: string) => void = () => undefined,
  ) {
    this.prover = new Prover(highs, instance, instance.fixed, clock);
    this.completion = new Completion(highs, instance, clock);
    this.master = new Master(highs, instance, clock);
    this.separation = new Separation(highs, instance);
    this.wholeNumbers = new WholeNumbers(highs, instance, clock);
    this.random = new SeededRandom(seed);
    this.bound = priceOf(instance, instance.fixed);
  }

  get isOptimal(): boolean {
    return this.bestPrice <= this.bound;
  }

  /** Price of the prover's present pattern. */
  get price(): number {
    return priceOf(this.instance, this.prover.hidden);
  }

  tell(phase: string): void {
    this.report(phase);
  }

  raiseBound(bound: number): void {
    this.bound = Math.max(this.bound, Math.ceil(bound - 1e-6));
  }

  /**
   * Makes the prover's pattern safe at these prices, thins it, and keeps it if it is the best so far.
   * @param worth order of thinning; default: the prices
   * @returns false when the pattern cannot be made safe
   */
  finish(prices: Float64Array, worth: ArrayLike<number> = prices): boolean {
    const { prover, instance, clock } = this;
    const order = this.targetOrder();
    if (!this.completion.complete(this, order, prices, () => clock.isPast())) return false;
    if (!this.best && this.keepIfBest()) this.tell('thinning');
    const share = clock.isPast(THINNING) ? 1 : THINNING;
    const isOver = (): boolean => clock.isPast(share);
    if (this.proveEach(order, isOver))
      thin(prover, thinningOrder(instance, prover.hidden, worth), isOver, instance.size > LARGE);
    this.keepIfBest();
    return true;
  }

  /**
   * Gives each target a proof of its own, which touches few columns where one can: what thinning needs, to know whom a
   * column matters to.
   * @returns false when time was up before
   */
  private proveEach(order: Int32Array, isOver: () => boolean): boolean {
    for (const target of order) {
      if (isOver()) return false;
      if (!this.prover.isSafe(target)) this.wholeNumbers.handOver(this.prover, target);
    }
    return true;
  }

  /** Takes the prover's pattern, which is safe by its linear programmes, if it is cheaper and safe in whole numbers. */
  keepIfBest(): boolean {
    if (this.price >= this.bestPrice) return false;
    if (!this.wholeNumbers.confirm(this.prover, this.completion)) return false;
    if (this.price >= this.bestPrice) return false;
    this.best = this.prover.hidden.slice();
    this.bestPrice = this.price;
    return true;
  }

  dispose(): void {
    for (const tool of [this.prover, this.completion, this.master]) tool.dispose();
  }

  /** The most demanding targets first: their moves are long and help others; ties by the keyed order. */
  private targetOrder(): Int32Array {
    const { targets, rank } = this.instance;
    const demand = targets.map(({ up, width }) => Math.max(up, width));
    return Int32Array.from(targets.keys()).sort(
      (a, b) => demand[b]! - demand[a]! || rank[targets[a]!.column]! - rank[targets[b]!.column]! || a - b,
    );
  }
}
