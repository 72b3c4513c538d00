import { ModelError } from './error.js';
import { keyOfString, keyString } from './keys.js';
import type { Problem } from './types.js';

/**
 * True innermost counts of former cumulative releases, by release, keyed as in `problem`: what `protect` needs where
 * the ledger hides cells. Each former problem stands for the releases of its tables.
 * @throws ModelError where a former count is not innermost in the problem of now, or a release is given twice
 */
export function formerCellsOf(
  problem: Pick<Problem, 'dimensions'>,
  former: readonly Problem[],
): Map<number, Map<string, number>> {
  const byRelease = new Map<number, Map<string, number>>();
  for (const one of former) {
    const cells = rekeyed(one, problem);
    for (const release of new Set(one.tables.map((table) => table.release))) {
      if (byRelease.has(release))
        throw new ModelError('/tables', `two former problems give release ${release}; name one of them.`);
      byRelease.set(release, cells);
    }
  }
  return byRelease;
}

function rekeyed(former: Problem, { dimensions }: Pick<Problem, 'dimensions'>): Map<string, number> {
  const names = former.dimensions.map(({ name }) => name);
  const places = dimensions.map(({ name }) => names.indexOf(name));
  const gone = names.find((name) => !dimensions.some((one) => one.name === name));
  if (gone !== undefined)
    throw new ModelError('/dimensions', `the former problem has "${gone}", which the problem has not.`);
  const cells = new Map<string, number>();
  for (const [id, count] of former.trueCells) {
    const own = keyOfString(id);
    const key = dimensions.map(({ total }, d) => own[places[d] ?? -1] ?? total);
    const coarse = dimensions.find(({ leaves }, d) => !leaves.includes(key[d] ?? ''));
    if (coarse !== undefined) {
      throw new ModelError(
        '/trueCells',
        `[${own.join(', ')}] of a former problem is no innermost count in "${coarse.name}"; give former counts as fine as those of now.`,
      );
    }
    cells.set(keyString(key), count);
  }
  return cells;
}
