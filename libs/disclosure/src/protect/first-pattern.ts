import { cutOf, type Limit } from './cuts.js';
import { isConditional, type Instance } from './instance.js';
import { finishSomehow } from './other-starts.js';
import type { Breach } from './reach.js';
import type { Search } from './search.js';

/** Rounds of asking the relaxation before a pattern is built from its advice; share of the time limit they may take. */
const ROUNDS = 12;
const SHARE = 0.15;

/** Columns of which the relaxation hides less than this are not taken over. */
const WORTH = 0.9;

/**
 * The first pattern: what the relaxation hides, where what breaks it becomes cuts at once for all targets; the few that
 * are left unsafe get a move each.
 * @returns false when nothing safe was found
 */
export function firstPattern(search: Search): boolean {
  const { master, prover, instance, clock } = search;
  for (let round = 0; ; round++) {
    const { value, bound } = master.relax();
    search.raiseBound(bound);
    search.tell(`relaxation, round ${round}`);
    prover.reset(worthHiding(value));
    if (round < ROUNDS && !clock.isPast(SHARE) && addBreaches(search) > instance.targets.length / 200)
      continue;
    return finishSomehow(search, pricesFrom(instance, value), worthHiding(value));
  }
}

/** @returns how many new cuts there are against the prover's pattern */
function addBreaches({ prover, instance, master, clock }: Search): number {
  let added = 0;
  for (let target = 0; target < instance.targets.length && !clock.isPast(SHARE); target++) {
    if (isConditional(instance.targets[target]!)) continue;
    const breach = prover.nearBreachOf(target);
    const cut = breach && cutOf(instance, limitsOf(instance, breach));
    if (cut && master.add(cut)) added++;
  }
  return added;
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
