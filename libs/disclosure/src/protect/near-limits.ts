import type { Ceilings } from './ceilings.js';
import { firstAsked } from './distances.js';
import type { Instance } from './instance.js';
import { LocalModel } from './local-model.js';
import { NOISE, type Breach, type Reach } from './reach.js';
import type { Highs } from './solver.js';

/**
 * Columns around a target that are looked at: the nearest cost least and give the limits with the fewest columns; on the
 * bench's tables 220 found all but one in a hundred of the limits that the whole table has.
 */
const ENOUGH = { nearest: 50, next: 110, near: 220 };

/** What limits targets of a pattern, seen from near them; what is found is remembered as ceilings. */
export class NearLimits {
  private readonly models: Record<keyof typeof ENOUGH, LocalModel>;

  /** @param hidden the pattern; may change if `changed` is called */
  constructor(
    highs: Highs,
    private readonly instance: Instance,
    private readonly hidden: Uint8Array,
    private readonly ceilings: Ceilings,
    private readonly longest: number,
  ) {
    const within = (enough: number): LocalModel => new LocalModel(highs, instance, hidden, enough);
    this.models = {
      nearest: within(ENOUGH.nearest),
      next: within(ENOUGH.next),
      near: within(ENOUGH.near),
    };
  }

  /** Must be told whenever the pattern has changed. */
  changed(): void {
    for (const model of Object.values(this.models)) model.changed();
  }

  /** Whether what lies near says that a target is safe or is not. */
  verdict(target: number): boolean | undefined {
    return this.verdictOf([this.models.near], target);
  }

  /** As `verdict`, looking no further than next to the target. */
  nearestVerdict(target: number): boolean | undefined {
    return this.verdictOf([this.models.nearest, this.models.next], target);
  }

  private verdictOf(models: LocalModel[], target: number): boolean | undefined {
    const need = this.instance.targets[target]!;
    for (const model of models) {
      for (const direction of firstAsked(need)) {
        this.ceilings.learn(target, direction, model.limit(need.column, direction, this.longest));
        const verdict = this.ceilings.verdict(target, this.hidden);
        if (verdict !== undefined) return verdict;
      }
    }
    return undefined;
  }

  /** What makes a target unsafe, with the tightest prices. */
  breach(target: number, how: keyof typeof ENOUGH): Breach | undefined {
    const model = this.models[how];
    const { column, up, width, down } = this.instance.targets[target]!;
    const limit = (direction: 1 | -1, need: number): Reach => {
      const reach = model.limit(column, direction, Math.max(1, need));
      if (reach.distance < need - NOISE) this.ceilings.learn(target, direction, reach);
      return reach;
    };
    const furthest = down === undefined ? up : Math.max(up, width);
    const rise = limit(1, furthest);
    if (down === undefined && rise.distance < up - NOISE) return { target, rise };
    const fall = limit(-1, Math.max(width, down ?? 0));
    if (down !== undefined)
      return Math.max(rise.distance - furthest, fall.distance - down) < -NOISE
        ? { target, rise, fall }
        : undefined;
    const wide = limit(1, width);
    return wide.distance + fall.distance < width - NOISE ? { target, rise: wide, fall } : undefined;
  }
}
