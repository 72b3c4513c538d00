import { isConditional } from './instance.js';
import type { Search } from './search.js';

/** New starts at most; and how much dearer a column becomes that stood in the way of one. */
const STARTS = 12;
const DEARER = 20;
/** No new start after this share of the time. */
const SHARE = 0.7;

/**
 * Makes a pattern safe from a start. Hiding more can bring a count into play that was known well enough, and for
 * which nothing can be done then; so what was hidden by choice and did this becomes dear, and it is begun anew without it.
 * @returns false when nothing safe was found
 */
export function finishSomehow(search: Search, prices: Float64Array, start: Uint8Array): boolean {
  const { prover, completion, instance, clock } = search;
  const now = prices.slice();
  const without = start.slice();
  for (let begun = 1; ; begun++) {
    if (search.finish(now)) return true;
    const target = completion.stuckAt;
    if (target === undefined || begun === STARTS || clock.isPast(SHARE)) return false;
    if (!isConditional(instance.targets[target]!)) return false;
    const guilty = prover.bringsIntoPlay(target);
    if (guilty.length === 0) return false;
    for (const column of guilty) {
      now[column]! *= DEARER;
      without[column] = 0;
    }
    prover.reset(without);
  }
}
