import { cutOf, unsafePatternCut, type Cut } from './cuts.js';
import { isConditional, type Instance } from './instance.js';
import { firstPattern, limitsOf, pricesFrom, worthHiding } from './first-pattern.js';
import { sweepRegions } from './regions.js';
import type { Breach } from './reach.js';
import type { Search } from './search.js';
import { beforeTimeIsUp } from './solver.js';

/** Shares of the time limit after which each step makes way for the next. */
const SHARE = { bound: 0.45, whole: 0.8 };

/** Where there are more columns to decide on, whole answers of the master are too many steps from safe ones: only its bound is asked for. */
const FEW = 250;
const FOR_BOUND = { cuts: 0.15, whole: 0.06 };

/** Runs the whole search; afterwards `search.best` is safe, or undefined when nothing safe was found. */
export function solve(search: Search): void {
  beforeTimeIsUp(() => solveInSteps(search));
}

function solveInSteps(search: Search): void {
  search.tell('first pattern');
  if (!firstPattern(search)) return;
  const isEasy = hasFewColumns(search.instance);
  search.tell('cutting planes');
  tightenRelaxation(search, isEasy ? SHARE.bound : FOR_BOUND.cuts);
  if (search.isOptimal || search.clock.isPast()) return;
  search.tell('whole patterns');
  if (isEasy) solveWholeMaster(search, SHARE.whole);
  else boundByWholeMaster(search, FOR_BOUND.whole * search.clock.seconds);
  if (search.isOptimal || search.clock.isPast()) return;
  search.tell('regions');
  sweepRegions(search, () => search.clock.isPast());
  if (!search.isOptimal && !search.clock.isPast()) solveWholeMaster(search, 1);
}

function hasFewColumns({ fixed }: Instance): boolean {
  return fixed.reduce((free, one) => free + (one ? 0 : 1), 0) <= FEW;
}

function boundByWholeMaster(search: Search, seconds: number): void {
  const { bound } = search.master.solveWhole(search.best!, seconds, search.clock);
  search.raiseBound(bound);
}

/** Adds cuts until the relaxation violates none (or gains nothing); tries its advice as a pattern on the way. */
function tightenRelaxation(search: Search, share: number): void {
  const { clock, master } = search;
  let lastAdvice = -Infinity;
  let stalled = 0;
  let before = -Infinity;
  for (let round = 0; !clock.isPast(share) && stalled < 4; round++) {
    const { value, bound } = master.relax();
    search.raiseBound(bound);
    search.tell(`cutting planes, round ${round}`);
    if (search.isOptimal) return;
    if (bound > lastAdvice + 0.01 * Math.max(1, search.bestPrice - bound)) {
      if (round > 0) followAdvice(search, value);
      lastAdvice = bound;
    }
    const added = addViolated(search, value, stalled > 0, () => clock.isPast(share));
    stalled = added === 0 || bound < before + 1e-4 * bound ? stalled + 1 : 0;
    before = bound;
    if (added === 0 && stalled > 1) return;
  }
}

/** @returns how many new cuts there are */
function addViolated(search: Search, value: Float64Array, thorough: boolean, pause: () => boolean): number {
  const { master, separation, instance, best } = search;
  let added = 0;
  for (const cut of separation.violated(value, best ?? instance.fixed, thorough, pause))
    if (master.add(cut)) added++;
  return added;
}

/** Builds a pattern at prices that the relaxation has lowered where it hides. */
function followAdvice(search: Search, value: Float64Array): void {
  const { prover, instance } = search;
  prover.reset(worthHiding(value));
  search.finish(pricesFrom(instance, value));
}

/** Cheapest patterns under all cuts so far, attacked, until one holds (then it is optimal) or time is up. */
function solveWholeMaster(search: Search, share: number): void {
  const { clock, master, prover, instance } = search;
  while (!clock.isPast(share) && !search.isOptimal) {
    const seconds = (clock.seconds * share - clock.elapsed) / 2;
    const answer = master.solveWhole(search.best!, seconds, clock);
    search.raiseBound(answer.bound);
    search.tell('whole patterns');
    if (search.isOptimal || !answer.value) return;
    prover.reset(answer.value);
    const cuts = cutsAgainst(search, answer.value);
    let added = 0;
    for (const cut of cuts) if (master.add(cut)) added++;
    added += addViolated(search, Float64Array.from(answer.value), true, () => clock.isPast(share));
    search.finish(instance.cost);
    if (added === 0) return;
  }
}

/** What makes the prover's pattern unsafe, as cuts. */
function cutsAgainst(search: Search, hidden: Uint8Array): Cut[] {
  const { prover, instance, wholeNumbers, clock } = search;
  const breaches: Breach[] = [];
  for (let target = 0; target < instance.targets.length && !clock.isPast(); target++) {
    const breach = prover.breachOf(target);
    if (breach) breaches.push(breach);
  }
  if (breaches.some(({ target }) => isConditional(instance.targets[target]!))) return [];
  if (breaches.length > 0)
    return breaches.flatMap((breach) => cutOf(instance, limitsOf(instance, breach)) ?? []);
  const whole = instance.targets.every((_, target) => wholeNumbers.isSafe(prover, target));
  return whole ? [] : [unsafePatternCut(instance, hidden)];
}
