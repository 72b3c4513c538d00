import {
  keyOfString,
  keyString,
  ModelError,
  pictureOf,
  sumsInLedgerCodes,
  type Correction,
  type Picture,
  type Problem,
  type Published,
} from '../model/index.js';
import { visibleCounts, type Visible } from './visible.js';

/** A correction that readers may not see yet, and the count that would give it away. */
export interface Waiting {
  key: string[];
  change: number;
  because: string;
}

/** What the ledger is told of the corrections, and what is left to tell another time. */
export interface Settled {
  /** With the counts as if what waits had not happened. */
  problem: Problem;
  announced: NonNullable<Published['corrections']>;
  waiting: Waiting[];
}

/** A correction and by how much it changes each cell of the ledger. */
interface Effect extends Correction {
  on: Float64Array;
}

/**
 * Decides which corrections may be shown: those with which every count that the ledger lists, and every rest of listed
 * counts, changes by nobody or by at least the threshold, and none that was shown becomes small. Where a count
 * would change by a few, all corrections in it wait; then what is left is looked at again.
 * @throws ModelError where a correction is not one of people whom the ledger counted
 */
export function settleCorrections(problem: Problem, ledger?: Published): Settled {
  const { corrections = [], threshold, releaseMode } = problem;
  if (corrections.length === 0) return { problem, announced: [], waiting: [] };
  if (!ledger) throw new ModelError('/corrections', 'there is no ledger that they could correct; name it.');
  const picture = pictureOf({ ...ledger, releaseMode }, () => undefined);
  const visible = visibleCounts(ledger.dimensions, picture);
  const waiting: Waiting[] = [];
  let left = effectsOf(problem, corrections, ledger, picture);
  for (;;) {
    const change = sumOf(left, picture.system.size);
    const seen = visible.find((one) => givesAway(one, change, threshold, picture));
    if (!seen) break;
    const inside = left.filter(({ on }) => valueIn(seen, on) !== 0);
    const because = reasonOf(seen, valueIn(seen, change), picture);
    waiting.push(...inside.map(({ key, change: by }) => ({ key: keyOfString(key), change: by, because })));
    left = left.filter((one) => !inside.includes(one));
  }
  return {
    problem: without(problem, waiting),
    announced: announcedOf(sumOf(left, picture.system.size), picture, releaseMode === 'cumulative'),
    waiting,
  };
}

function effectsOf(
  problem: Problem,
  corrections: readonly Correction[],
  ledger: Published,
  { system, sights }: Picture,
): Effect[] {
  return corrections.map((one, i) => {
    const sums = sumsInLedgerCodes(problem, [[one.key, one.change]], ledger);
    const on = Float64Array.from(system.keys, (key, cell) => {
      const isCounted = sights[cell] !== 'unlisted' && system.increaseFrom[cell]! < 0;
      const isLater = problem.releaseMode === 'same' || system.releaseOf[cell]! >= one.since;
      return isCounted && isLater ? (sums(keyString(key)) ?? 0) : 0;
    });
    if (on.every((by) => by === 0)) {
      throw new ModelError(
        `/corrections/${i}`,
        `[${keyOfString(one.key).join(', ')}] was not counted in the ledger; what is new there is no correction.`,
      );
    }
    return { ...one, on };
  });
}

function sumOf(effects: readonly Effect[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const { on } of effects) on.forEach((by, cell) => (sum[cell]! += by));
  return sum;
}

function valueIn({ plus, minus }: Visible, of: Float64Array): number {
  return minus.reduce((sum, cell) => sum - of[cell]!, of[plus]!);
}

/** Whether a count changes by a few people, or is shown and becomes a small one. */
function givesAway(one: Visible, change: Float64Array, threshold: number, { sights }: Picture): boolean {
  const by = valueIn(one, change);
  if (by === 0) return false;
  if (Math.abs(by) < threshold) return true;
  const shown = [one.plus, ...one.minus].map((cell) => sights[cell]!);
  if (!shown.every((sight) => typeof sight === 'number')) return false;
  const now = shown.slice(1).reduce((sum, value) => sum - value, shown[0]!) + by;
  return now > 0 && now < threshold;
}

function reasonOf({ plus, minus }: Visible, by: number, { system }: Picture): string {
  const nameOf = (cell: number): string => `[${system.keys[cell]!.join(', ')}]`;
  const less = minus.length > 0 ? ` less ${minus.map(nameOf).join(', ')}` : '';
  const release = system.releaseOf[plus]! > 0 ? ` of release ${system.releaseOf[plus]!}` : '';
  return `${nameOf(plus)}${less}${release} would change by ${by}, or become a small count that is shown.`;
}

/** The problem with its counts as they would be if what waits had not happened. */
function without(problem: Problem, waiting: readonly Waiting[]): Problem {
  const trueCells = new Map(problem.trueCells);
  for (const { key, change } of waiting) {
    const id = keyString(key);
    const before = (trueCells.get(id) ?? 0) - change;
    if (before < 0) {
      throw new ModelError('/corrections', `[${key.join(', ')}] has fewer people than it was corrected by.`);
    }
    trueCells.set(id, before);
  }
  return { ...problem, trueCells };
}

function announcedOf(
  change: Float64Array,
  { system, sights }: Picture,
  isCumulative: boolean,
): Settled['announced'] {
  return system.keys.flatMap((key, cell) => {
    if (change[cell] === 0 || sights[cell] === 'unlisted') return [];
    const release = isCumulative ? { release: system.releaseOf[cell]! } : {};
    return [{ key: keyString(key), ...release, change: change[cell]! }];
  });
}
