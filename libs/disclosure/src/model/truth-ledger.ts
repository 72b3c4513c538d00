import { changeSince } from './changes.js';
import { ModelError } from './error.js';
import { keyOfString, keyString } from './keys.js';
import type { Dimension, Problem, Published } from './types.js';

/**
 * Refuses a truth that the ledger contradicts: another value than a shown one (with cumulative releases: less
 * than it), or a zero where the ledger hid a count although zeros are always shown.
 * @throws ModelError at `/trueCells`, naming the first such cell
 */
export function requireTruthFitsLedger(problem: Problem, ledger: Published): void {
  const cumulative = problem.releaseMode === 'cumulative';
  const sums = sumsInLedgerCodes(problem, problem.trueCells, ledger);
  for (const table of ledger.tables) {
    for (const [id, shown] of table.cells) {
      const now = sums(id);
      if (now === undefined) continue;
      const truth = now - changeSince(table, id);
      const cell = `[${keyOfString(id).join(', ')}] of table "${table.name}", release ${table.release},`;
      if (shown === null && truth === 0 && ledger.zeros === 'published' && !cumulative) {
        throw new ModelError(
          '/trueCells',
          `${cell} was hidden, so it is not 0, but the true cells make it 0.`,
        );
      }
      if (shown === null || shown === truth || (cumulative && shown < truth)) continue;
      const verb = cumulative ? 'falls from' : 'was published as';
      throw new ModelError(
        '/trueCells',
        `${cell} ${verb} ${shown}, but the true cells make it ${truth}. Correct them, or the ledger.`,
      );
    }
  }
}

/** The sum of innermost counts in a ledger's cell, or undefined where the problem's leaves do not make it up. */
export function sumsInLedgerCodes(
  problem: Pick<Problem, 'dimensions'>,
  counts: Iterable<readonly [string, number]>,
  ledger: Published,
): (id: string) => number | undefined {
  const axes = ledger.dimensions.map((former) => {
    const place = problem.dimensions.findIndex(({ name }) => name === former.name);
    return { place, ...codesCovering(former, problem.dimensions[place]) };
  });
  const sums = new Map<string, number>();
  for (const [id, count] of counts) {
    const key = keyOfString(id);
    let covering: string[][] = [[]];
    for (const axis of axes) {
      const codes = axis.covers.get(key[axis.place] ?? '') ?? [];
      covering = covering.flatMap((prefix) => codes.map((code) => [...prefix, code]));
    }
    for (const cell of covering.map(keyString)) sums.set(cell, (sums.get(cell) ?? 0) + count);
  }
  const isWhole = (id: string): boolean => keyOfString(id).every((code, d) => axes[d]?.whole.has(code));
  // A dimension new to the ledger stood at its total there, which every true cell is part of.
  return (id) => (isWhole(id) ? (sums.get(id) ?? 0) : undefined);
}

/** For each leaf now, the ledger's codes that count it; and the ledger's codes made of whole leaves of now. */
function codesCovering(
  former: Dimension,
  now: Dimension | undefined,
): { covers: Map<string, string[]>; whole: Set<string> } {
  const covers = new Map<string, string[]>();
  const whole = new Set<string>();
  if (now === undefined) return { covers: new Map([['', [former.total]]]), whole: new Set([former.total]) };
  for (const code of former.codes) {
    const members = membersNow(code, former, now);
    if (members === undefined) continue;
    whole.add(code);
    for (const leaf of members) covers.set(leaf, [...(covers.get(leaf) ?? []), code]);
  }
  return { covers, whole };
}

/** The leaves of now that make up an old code; undefined when some old leaf is finer than they are. */
function membersNow(code: string, former: Dimension, now: Dimension): string[] | undefined {
  const leaves = (former.leavesOf.get(code) ?? []).map((leaf) => now.leavesOf.get(leaf));
  return leaves.every((members) => members !== undefined) ? leaves.flat() : undefined;
}
