import { linesThrough } from './instance.js';
import type { Search } from './search.js';

/**
 * Large neighbourhoods: shows some neighbouring secondaries again, rebuilds what that broke at slightly changed prices,
 * and keeps the result when it is not dearer. The draws come from the key.
 */
export function improve(search: Search, isOver: () => boolean): void {
  const { prover, instance, random } = search;
  const lines = linesThrough(instance);
  if (!search.best) return;
  let current = search.best.slice();
  let currentPrice = search.bestPrice;
  for (let round = 0; !isOver() && !search.isOptimal; round++) {
    prover.reset(current);
    const secondaries = [...current.keys()].filter((column) => current[column] && !instance.fixed[column]);
    if (secondaries.length === 0) return;
    const size = 2 + random.below(Math.min(24, secondaries.length));
    const start = secondaries[random.below(secondaries.length)]!;
    prover.show(neighbours(search, lines, start, size));
    const prices = instance.cost.map((cost) => cost * (0.6 + 0.8 * random.next()));
    if (!search.finish(prices)) continue;
    if (search.price <= currentPrice) {
      if (search.price < currentPrice) search.tell('neighbourhoods');
      current = prover.hidden.slice();
      currentPrice = search.price;
    }
  }
}

/** Secondaries near a column, breadth first along lines. */
function neighbours(
  { prover, instance, random }: Search,
  lines: Int32Array[],
  start: number,
  size: number,
): number[] {
  const found = [start];
  const seen = new Set(found);
  for (let at = 0; at < found.length && found.length < size; at++) {
    const through = [...lines[found[at]!]!].sort(() => random.next() - 0.5);
    for (const line of through) {
      for (const column of instance.lines[line]!.columns) {
        if (found.length >= size || seen.has(column)) continue;
        if (!prover.hidden[column] || instance.fixed[column]) continue;
        seen.add(column);
        found.push(column);
      }
    }
  }
  return found;
}
