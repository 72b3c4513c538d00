import type { Dimension } from '../model/index.js';
import { Growing } from './growing.js';
import { isSmall, type Rule } from './rules.js';
import { restsEver, type Situation } from './situation.js';

/**
 * Adds the small counts that lie between two codes that tables list, where no table lists what they are made of: the
 * deaths of 2004 and 2005 together, between "all to 2005" and "all to 2003" of two releases, or the rest of Europe
 * between two groupings. Each becomes a cell that no table lists, to be protected like the others.
 */
export function withDifferences(situation: Situation, rule: Rule): Situation {
  const { dimensions, system, wanted, before } = situation;
  const growing = new Growing(situation);
  const isListed = (cell: number): boolean => wanted[cell] === 1 || before[cell] !== 'unlisted';
  dimensions.forEach((dimension, d) => {
    const pairs = nestedCodes(dimension);
    for (let cell = 0; cell < system.size; cell++) {
      if (system.increaseFrom[cell]! >= 0 || !isListed(cell)) continue;
      const key = system.keys[cell]!;
      const at = (code: string): number | undefined =>
        system.indexOf(key.with(d, code), system.releaseOf[cell]! || undefined);
      for (const { inside, between } of pairs.get(key[d]!) ?? []) {
        const less = at(inside);
        if (less === undefined || !isListed(less)) continue;
        if (!restsEver(situation, cell, less).some((rest) => isSmall(rule, rest))) continue;
        const isOpen = between.some((leaf) => {
          const part = at(leaf);
          return part === undefined || !isListed(part);
        });
        if (!isOpen) continue;
        growing.pushRest(cell, less);
      }
    }
  });
  return growing.finish();
}

/** For each code the codes strictly inside it that leave two or more leaves over; one leaf is a cell of its own. */
function nestedCodes({ leavesOf }: Dimension): Map<string, { inside: string; between: string[] }[]> {
  const pairs = new Map<string, { inside: string; between: string[] }[]>();
  for (const [outer, leaves] of leavesOf) {
    const own = new Set(leaves);
    const nested = [...leavesOf].flatMap(([inside, inner]) => {
      const within = new Set(inner);
      const between = leaves.filter((leaf) => !within.has(leaf));
      return between.length > 1 && inner.every((leaf) => own.has(leaf)) ? [{ inside, between }] : [];
    });
    pairs.set(outer, nested);
  }
  return pairs;
}
