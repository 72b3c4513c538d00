/** What is counted: tries for one name (from anywhere) and tries from one address (for any name). */
export type Counted = 'name' | 'address';

/** Tries that cost nothing: a name has one owner who mistypes; behind an address there may be a whole embassy. */
const FREE_TRIES: Record<Counted, number> = { name: 4, address: 14 };
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 15 * 60;

/** Counters start anew after so long without a try. */
export const FORGIVEN_AFTER_S = 24 * 60 * 60;

/**
 * How long to wait before the next try, in seconds: nothing at first, then twice as long each time. It never grows
 * beyond a quarter of an hour, since otherwise a stranger could keep a colleague out by guessing in their name.
 * @param tries failed tries, this one included.
 */
export function waitAfter(tries: number, counted: Counted): number {
  const beyond = tries - FREE_TRIES[counted];
  if (beyond <= 0) return 0;
  return Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (beyond - 1));
}
