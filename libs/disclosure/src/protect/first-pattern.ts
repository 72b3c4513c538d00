import { type Limit } from './cuts.js';
import { type Instance } from './instance.js';
import { finishSomehow } from './other-starts.js';
import type { Breach } from './reach.js';
import type { Search } from './search.js';

/** Rounds of asking the relaxation before a pattern is built from its advice; share of the time limit they may take. */
const ROUNDS = 12;
const SHARE = 0.15;

/** Columns of which the relaxation hides less than this are not taken over. */
const WORTH = 0.9;

/**
 * The first pattern: what the relaxation hides once hardly any cut is missing; the targets that are left unsafe get a move
 * each.
 * @returns false when nothing safe was found
 */
export function firstPattern(search: Search): boolean {
  const { prover, instance } = search;
  const value = relaxed(search);
  prover.reset(worthHiding(value));
  return finishSomehow(search, pricesFrom(instance, value), worthHiding(value));
}

/** The relaxation's answer after rounds of cuts. */
function relaxed(search: Search): Float64Array {
  const { master, separation, clock } = search;
  const isOver = (): boolean => clock.isPast(SHARE);
  for (let round = 0; ; round++) {
    const { value, bound } = master.relax();
    search.raiseBound(bound);
    search.tell(`relaxation, round ${round}`);
    if (round >= ROUNDS || isOver()) return value;
    let added = 0;
    for (const cut of separation.violated(value, undefined, false, isOver)) if (master.add(cut)) added++;
    if (added <= search.instance.targets.length / 100) return value;
  }
}

/** What the relaxation hides to a fair part, as a pattern. */
export function worthHiding(value: Float64Array): Uint8Array {
  return Uint8Array.from(value, (part) => (part >= WORTH ? 1 : 0));
}

/** Prices that are lower where the relaxation hides. */
export function pricesFrom({ cost }: Instance, value: Float64Array): Float64Array {
  return value.map((part, column) => cost[column]! * (1.001 - part));
}

/** The directions of a breach with what limits them. */
export function limitsOf({ targets }: Instance, { target, rise, fall }: Breach): Limit[] {
  const { column, up, width, down } = targets[target]!;
  const limits: Limit[] = [];
  const need = (direction: 1 | -1): number =>
    !fall ? up : down === undefined ? width : direction > 0 ? Math.max(up, width) : down;
  if (rise) limits.push({ column, direction: 1, prices: rise.prices, need: need(1) });
  if (fall) limits.push({ column, direction: -1, prices: fall.prices, need: need(-1) });
  return limits;
}
