import type { Clock } from './clock.js';
import type { Instance } from './instance.js';
import { ReachModel, type Reach } from './reach.js';
import type { Highs } from './solver.js';
import { columnsOf, restrictTo, type Restricted } from './restrict.js';

/** The models are made anew when fewer than this share of their columns are still hidden. */
const WORTH_KEEPING = 0.6;

/**
 * The attacker's linear programmes over the hidden columns of a pattern only, a third of the whole or less. Made when
 * first asked, and again when a column that was shown is hidden; showing columns only closes them.
 */
export class PatternModel {
  private within?: Restricted;
  private reach?: ReachModel;
  private still = 0;

  /** @param longest steps longer than this are never needed for a proof; short ones make proofs that use few columns */
  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly hidden: Uint8Array,
    private readonly longest: number,
    private readonly clock?: Clock,
  ) {}

  /** Must be told whenever a column has been hidden or shown. */
  changed(column: number): void {
    if (!this.within) return;
    const place = this.within.placeOf.get(column) ?? -1;
    const isHidden = this.hidden[column] === 1;
    if (place < 0) this.forget();
    else {
      this.still += isHidden ? 1 : -1;
      if (this.still < WORTH_KEEPING * this.within.instance.size) this.forget();
      else this.reach?.setOne(place, isHidden ? 1 : 0, this.longest);
    }
  }

  /** The furthest that a hidden column can rise (direction 1) or fall (-1), with prices for every line of the instance. */
  furthest(column: number, direction: 1 | -1): Reach {
    const within = this.model();
    if (!this.reach) {
      this.reach = new ReachModel(this.highs, within.instance, this.clock);
      this.reach.setRoom(this.openShares(within), this.longest);
    }
    const { distance, move, prices } = this.reach.furthest(within.placeOf.get(column)!, direction);
    return { distance, move: within.outOf(move), prices: within.pricesOutOf(prices) };
  }

  dispose(): void {
    this.forget();
  }

  private model(): Restricted {
    if (this.within) return this.within;
    const columns = columnsOf(this.hidden);
    this.still = columns.length;
    return (this.within = restrictTo(this.instance, columns, this.instance.lines.keys()));
  }

  private openShares({ columns }: Restricted): Uint8Array {
    return Uint8Array.from(columns, (column) => this.hidden[column]!);
  }

  private forget(): void {
    this.reach?.dispose();
    delete this.reach;
    delete this.within;
  }
}
