import { keyOfString } from './keys.js';
import type { TableSystem } from './system.js';
import type { Dimension, Problem } from './types.js';

/**
 * True value of every cell of a system in mode `same` (or of one release of a cumulative one: `release`), summed
 * up from the innermost counts. Cells of other releases and increases stay 0.
 */
export function trueValues(
  problem: Pick<Problem, 'dimensions' | 'trueCells'>,
  system: TableSystem,
  release = 0,
): Float64Array {
  const values = new Float64Array(system.size);
  const above = problem.dimensions.map(codesAbove);
  for (const [id, count] of problem.trueCells) {
    if (count === 0) continue;
    let keys: string[][] = [[]];
    keyOfString(id).forEach((leaf, d) => {
      const codes = above[d]?.get(leaf) ?? [];
      keys = keys.flatMap((key) => codes.map((code) => [...key, code]));
    });
    for (const key of keys) {
      const cell = system.indexOf(key, release);
      if (cell !== undefined) values[cell] = (values[cell] ?? 0) + count;
    }
  }
  return values;
}

/** For each leaf, every code that counts it, itself included. */
function codesAbove(dimension: Dimension): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const [code, leaves] of dimension.leavesOf) {
    for (const leaf of leaves) above.set(leaf, [...(above.get(leaf) ?? []), code]);
  }
  return above;
}
