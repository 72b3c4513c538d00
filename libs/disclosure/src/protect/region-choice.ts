import type { SeededRandom } from '../generate/random.js';
import { linesThrough, type Instance } from './instance.js';
import { growFrom } from './near.js';

/** How much chance may add to the part of a column's lines that are touched. */
const LUCK = 0.2;

/** Regions of columns that belong together, each grown from one of those that have been in the fewest regions. */
export class RegionChoice {
  private readonly linesOf: Int32Array[];
  private readonly visits: Int32Array;
  private readonly free: Uint8Array;
  /** Columns that are not hidden anyway. */
  readonly size: number;

  constructor(
    private readonly instance: Instance,
    private readonly random: SeededRandom,
  ) {
    this.linesOf = linesThrough(instance);
    this.visits = new Int32Array(instance.size);
    this.free = Uint8Array.from(instance.fixed, (fixed) => (fixed ? 0 : 1));
    this.size = this.free.reduce((sum, one) => sum + one, 0);
  }

  /** The next region of at most so many columns. */
  next(size: number): Int32Array {
    const { instance, linesOf, free, random } = this;
    const region = growFrom(instance, linesOf, free, this.start(), size, () => LUCK * random.next());
    for (const column of region) this.visits[column]! += 1;
    return region;
  }

  private start(): number {
    let start = -1;
    let least = Infinity;
    for (let column = 0; column < this.free.length; column++) {
      if (!this.free[column]) continue;
      const visits = this.visits[column]! + this.random.next();
      if (visits >= least) continue;
      least = visits;
      start = column;
    }
    return start;
  }
}
