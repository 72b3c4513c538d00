import { keyString, type Dimension } from '../model/index.js';
import type { Knowledge } from './knowledge.js';
import type { Target } from './targets.js';

/**
 * Level C: the people of a group outside one category of a sensitive dimension; and with cumulative releases those
 * among the people by whom the group grew from one release to the next.
 */
export function askGroups(knowledge: Knowledge): Target[] {
  const sensitive = knowledge.published.dimensions.flatMap((dimension, d) =>
    dimension.sensitive ? [{ dimension, d }] : [],
  );
  if (sensitive.length === 0) return [];
  const counts = countsByRelease(knowledge);
  return sensitive.flatMap(({ dimension, d }) => [
    ...askStanding(knowledge, dimension, d),
    ...askGrowth(knowledge, counts, dimension, d),
  ]);
}

/** All codes that do not cover everything are categories. */
function categoriesOf({ codes, leaves, leavesOf }: Dimension): Set<string> {
  return new Set(codes.filter((code) => leavesOf.get(code)!.length < leaves.length));
}

function askStanding(knowledge: Knowledge, dimension: Dimension, d: number): Target[] {
  const { system, keys, releaseOf, bounds } = knowledge;
  const categories = categoriesOf(dimension);
  return keys.flatMap((key, cell): Target[] => {
    if (!categories.has(key[d]!) || (cell < system.size && system.increaseFrom[cell]! >= 0)) return [];
    const group = system.indexOf(key.with(d, dimension.total), releaseOf[cell]);
    if (group === undefined || bounds.upper[group] === 0) return [];
    return [{ question: 'group', cell, less: [group], variables: [group, cell], coefficients: [1, -1] }];
  });
}

/** Plain counts of each release by key; increases left out. */
type Counts = Map<number, Map<string, number>>;

function countsByRelease({ published, system, keys, releaseOf }: Knowledge): Counts {
  const counts: Counts = new Map();
  if (published.releaseMode !== 'cumulative') return counts;
  keys.forEach((key, cell) => {
    if (cell < system.size && system.increaseFrom[cell]! >= 0) return;
    const release = releaseOf[cell]!;
    const here = counts.get(release) ?? new Map<string, number>();
    // Innermost increases carry the key of their count, which comes before them.
    if (!here.has(keyString(key))) here.set(keyString(key), cell);
    counts.set(release, here);
  });
  return new Map([...counts].sort(([a], [b]) => a - b));
}

/** Growth since the latest release before that has the group and the category too; longer spans say no more. */
function askGrowth(knowledge: Knowledge, counts: Counts, dimension: Dimension, d: number): Target[] {
  const categories = categoriesOf(dimension);
  const releases = [...counts.keys()];
  return releases.flatMap((release, r) => {
    const now = counts.get(release)!;
    return [...now].flatMap(([id, cell]): Target[] => {
      const key = knowledge.keys[cell]!;
      const whole = keyString(key.with(d, dimension.total));
      const group = now.get(whole);
      if (!categories.has(key[d]!) || group === undefined) return [];
      const since = releases
        .slice(0, r)
        .findLast((one) => counts.get(one)!.has(id) && counts.get(one)!.has(whole));
      if (since === undefined) return [];
      const [before, groupBefore] = [counts.get(since)!.get(id)!, counts.get(since)!.get(whole)!];
      if (grewByNobody(knowledge, groupBefore, group)) return [];
      return [
        {
          question: 'group',
          cell,
          less: [group],
          variables: [group, groupBefore, cell, before],
          coefficients: [1, -1, -1, 1],
          since,
        },
      ];
    });
  });
}

function grewByNobody({ system, bounds }: Knowledge, before: number, after: number): boolean {
  if (bounds.upper[after]! <= bounds.lower[before]!) return true;
  return system.relations.some(
    ({ total, parts }) =>
      total === after &&
      parts.length === 2 &&
      parts[0] === before &&
      system.increaseFrom[parts[1]!] === before &&
      bounds.upper[parts[1]!] === 0,
  );
}
