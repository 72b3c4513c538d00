import { cutOf, valueOf, type Cut, type Limit } from './cuts.js';
import { isConditional, type Instance, type Target } from './instance.js';
import { LocalModel } from './local-model.js';
import { NOISE } from './reach.js';
import type { Highs } from './solver.js';

/** A cut counts as violated when it misses its right-hand side by at least this much. */
const VIOLATED = 0.02;

/** Columns around a target that are looked at, in turn until a cut is found: the nearest give the cuts with the fewest columns. */
const NEAR = [50, 110, 220];

/** Attacks fractional patterns: each column has its share of room, and what limits a target becomes a cut. */
export class Separation {
  /** Rounds for which a target that yielded nothing is left alone; doubles each time. */
  private readonly sleep: Int32Array;
  private readonly nap: Int32Array;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
  ) {
    this.sleep = new Int32Array(instance.targets.length);
    this.nap = new Int32Array(instance.targets.length).fill(1);
  }

  /**
   * Cuts that the fractional pattern violates.
   * @param center a safe pattern; prices are sought a little towards it, which makes them bind in more places; none: just the pattern
   * @param thorough also ask targets that have yielded nothing lately
   */
  violated(
    value: Float64Array,
    center: ArrayLike<number> | undefined,
    thorough: boolean,
    pause: () => boolean,
  ): Cut[] {
    const share = center ? value.map((part, column) => 0.9 * part + 0.1 * center[column]!) : value;
    const cuts: Cut[] = [];
    const models = NEAR.map((enough) => new LocalModel(this.highs, this.instance, share, enough));
    for (const [need, targets] of this.byNeed()) {
      for (const target of targets) {
        if (pause()) return cuts;
        if (!thorough && this.sleep[target]! > 0) this.sleep[target]! -= 1;
        else this.ask(models, target, need, value, cuts);
      }
    }
    return cuts;
  }

  private ask(models: LocalModel[], target: number, need: number, value: Float64Array, cuts: Cut[]): void {
    const before = cuts.length;
    for (let at = 0; at < models.length && cuts.length === before; at++) {
      for (const limits of this.limitsOf(models[at]!, this.instance.targets[target]!, need)) {
        const cut = cutOf(this.instance, limits);
        if (cut && valueOf(cut, value) < 1 - VIOLATED) cuts.push(cut);
      }
    }
    if (cuts.length > before) this.nap[target] = 1;
    else this.sleep[target] = this.nap[target] = Math.min(16, this.nap[target]! * 2);
  }

  /** The two demands of a target whose size is `need`: enough rise, and enough width. */
  private limitsOf(local: LocalModel, target: Target, need: number): Limit[][] {
    const { column, up, width, down } = target;
    if (down !== undefined)
      return [[this.limit(local, column, 1, Math.max(up, width)), this.limit(local, column, -1, down)]];
    const demands: Limit[][] = [];
    const rise = this.limit(local, column, 1, need);
    if (up === need) demands.push([rise]);
    if (width === need && width > up) demands.push([rise, this.limit(local, column, -1, need)]);
    return demands;
  }

  private limit(local: LocalModel, column: number, direction: 1 | -1, need: number): Limit {
    const prices =
      this.instance.roomDown[column]! < NOISE && direction < 0
        ? undefined
        : local.limit(column, direction, need).prices;
    return { column, direction, prices: prices ?? new Float64Array(this.instance.lines.length), need };
  }

  private byNeed(): Map<number, number[]> {
    const groups = new Map<number, number[]>();
    this.instance.targets.forEach((need, target) => {
      if (isConditional(need)) return;
      const { up, width, down } = need;
      const needs =
        down === undefined ? new Set([up, width].filter((need) => need > 0)) : new Set([Math.max(up, width)]);
      for (const need of needs) groups.set(need, [...(groups.get(need) ?? []), target]);
    });
    return groups;
  }
}
