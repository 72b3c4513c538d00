import { cutOf } from './cuts.js';
import { limitsOf } from './first-pattern.js';
import { isConditional } from './instance.js';
import type { Breach } from './reach.js';
import { RegionChoice } from './region-choice.js';
import { RegionMaster, type Row } from './region-master.js';
import type { Search } from './search.js';
import { thin, thinningOrder } from './thin.js';

/** Columns of a region at first, and within what limits; it grows where nothing is left to gain and shrinks where it is too hard. */
const SIZE = { first: 80, least: 60, most: 600 };
const GROWTH = 1.05;
const SHRINKAGE = 0.95;

/** Rounds of learning cuts in one region: where the first few do not succeed, further ones seldom do. */
const ROUNDS = 5;

/** With at most this many unsafe targets a proposal is worth mending, in this many passes, up to this much above the best price. */
const MENDABLE = 30;
const PASSES = 4;
const DEARER = 8;

/** So many new rows from a proposal that cannot be mended are worth another one before the rest of the targets is looked at. */
const PLENTY = 8;

/** The latest rows remembered that hold for regions only. */
const ADVICE = 4000;

/**
 * Large neighbourhoods in turn: decides the columns of one region anew, all others staying as they are. The master in
 * whole numbers proposes something cheaper; what makes it unsafe becomes rows, until it holds, can be mended, or nothing
 * cheaper is left. Ends early when nothing cheaper is left anywhere.
 */
export function sweepRegions(search: Search, isOver: () => boolean): void {
  const choice = new RegionChoice(search.instance, search.random);
  const regions = new Regions(search, isOver);
  for (let size = SIZE.first; choice.size > 0 && !isOver() && !search.isOptimal;) {
    const outcome = regions.improve(choice.next(size));
    if (outcome === 'cheaper') search.tell('regions');
    else if (outcome === 'too hard') size = Math.max(SIZE.least, Math.floor(size * SHRINKAGE));
    else if (size >= choice.size) return;
    else size = Math.min(SIZE.most, Math.ceil(size * GROWTH));
  }
}

type Outcome = 'cheaper' | 'settled' | 'too hard';

class Regions {
  private readonly master: RegionMaster;
  private readonly advice: Row[] = [];

  constructor(
    private readonly search: Search,
    private readonly isOver: () => boolean,
  ) {
    this.master = new RegionMaster(search.highs, search.instance);
  }

  improve(region: Int32Array): Outcome {
    const { prover, master, clock } = this.search;
    const best = this.search.best!;
    prover.reset(best);
    const { memory } = prover;
    const suspects = new Set<number>();
    for (let round = 0; round < ROUNDS && !this.isOver(); round++) {
      const rows = [...master.rows, ...this.advice];
      const { value, isProven } = this.master.cheaper(rows, best, region, clock.left);
      if (!value) {
        prover.restore(best, memory);
        return isProven ? 'settled' : 'too hard';
      }
      // Proofs of the last proposal often hold in this one too.
      prover.change(value, memory);
      const { unsafe, learnt } = this.attack(suspects);
      if (unsafe <= MENDABLE && this.mend(region) && this.search.keepIfBest()) return 'cheaper';
      if (learnt === 0) break;
    }
    prover.restore(best, memory);
    return 'too hard';
  }

  /**
   * What makes the prover's pattern unsafe becomes rows.
   * @param suspects targets that were unsafe lately: they are asked first, and those found join them
   * @returns how many targets are not seen to be safe (Infinity: too many to count), and how many rows are new
   */
  private attack(suspects: Set<number>): { unsafe: number; learnt: number } {
    const { prover, wholeNumbers } = this.search;
    const unsafe = new Set<number>();
    const far: number[] = [];
    let learnt = 0;
    const isHopeless = (): boolean => this.isOver() || (unsafe.size > MENDABLE && learnt >= PLENTY);
    for (const target of this.unproven().sort((a, b) => Number(suspects.has(b)) - Number(suspects.has(a)))) {
      if (isHopeless()) break;
      const judged = prover.judgeNear(target);
      if (typeof judged === 'object') learnt += this.learn(judged);
      if (judged === undefined) far.push(target);
      else if (judged !== true || !wholeNumbers.isSafeNear(prover, target)) unsafe.add(target);
    }
    const unproven: number[] = [];
    for (const target of far) {
      if (isHopeless()) break;
      const isProven = prover.isProvenFarOff(target);
      if (!isProven) unproven.push(target);
      if (!isProven || !wholeNumbers.isSafeNear(prover, target)) unsafe.add(target);
    }
    for (const target of unsafe) suspects.add(target);
    if (isHopeless()) return { unsafe: Infinity, learnt };
    // To ask the whole pattern a large programme must be made anew, so only where nothing else was learnt.
    if (learnt === 0)
      for (const target of unproven) {
        const breach = prover.breachOf(target);
        if (breach) learnt += this.learn(breach);
        else unsafe.delete(target);
      }
    return { unsafe: unsafe.size, learnt };
  }

  private unproven(): number[] {
    const { prover, wholeNumbers } = this.search;
    return prover.unproven().filter((target) => !wholeNumbers.isSeenSafe(prover, target));
  }

  /** @returns how many rows are new */
  private learn(breach: Breach): number {
    const { instance, master } = this.search;
    const need = instance.targets[breach.target]!;
    const cut = cutOf(instance, limitsOf(instance, breach));
    if (!cut) return 0;
    if (!isConditional(need)) return master.remember(cut) ? 1 : 0;
    // "If this is hidden, then these too": there are other ways out, so it is no cut and only advice for regions.
    this.advice.push({
      columns: Int32Array.of(need.column, ...cut.columns),
      values: Float64Array.of(-1, ...cut.coefficients),
      least: 0,
    });
    if (this.advice.length > ADVICE) this.advice.splice(0, ADVICE / 2);
    return 1;
  }

  /** Makes the prover's pattern safe by moves near what is unsafe, and shows what that made needless. */
  private mend(region: Int32Array): boolean {
    const { prover, completion, instance, wholeNumbers } = this.search;
    const before = prover.hidden.slice();
    completion.startFrom(prover, instance.cost);
    for (let pass = 0; pass < PASSES; pass++) {
      const unsafe = this.unproven().filter((target) => !wholeNumbers.isSafeNear(prover, target));
      if (unsafe.length === 0) return this.trim(region, before);
      for (const target of unsafe) {
        if (this.isOver() || !completion.mend(prover, target)) return false;
        if (this.search.price >= this.search.bestPrice + DEARER) return false;
      }
    }
    return false;
  }

  private trim(region: Int32Array, before: Uint8Array): boolean {
    const { prover, instance } = this.search;
    const here = new Set(region);
    const order = thinningOrder(instance, prover.hidden, instance.cost).filter(
      (column) => !before[column] || here.has(column),
    );
    thin(prover, order, this.isOver, true);
    return this.search.price < this.search.bestPrice;
  }
}
