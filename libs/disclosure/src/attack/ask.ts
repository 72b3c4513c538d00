import type { Dimension } from '../model/index.js';
import { askGroups } from './ask-groups.js';
import type { Knowledge } from './knowledge.js';
import type { Target } from './targets.js';

/**
 * Everything the attacker asks: each hidden count, each increase, each count that no table lists, what is left of
 * a total less its listed parts, differences of groupings, and each group against each category.
 */
export function askAll(knowledge: Knowledge): Target[] {
  return [
    ...askCells(knowledge),
    ...askLongIncreases(knowledge),
    ...askRests(knowledge),
    ...askDifferences(knowledge),
    ...askGroups(knowledge),
  ];
}

function single(cell: number, question: Target['question']): Target {
  return { question, cell, less: [], variables: [cell], coefficients: [1] };
}

/** Hidden cells and increases are counts to protect, shown cells too; unlisted ones are rests. */
function askCells({ system, sights, keys }: Knowledge): Target[] {
  return keys.map((_, cell) => {
    const from = cell < system.size ? system.increaseFrom[cell]! : -1;
    if (from < 0) return single(cell, (sights[cell] ?? 'unlisted') === 'unlisted' ? 'rest' : 'count');
    const later = system.indexOf(keys[cell]!, system.releaseOf[cell]);
    const isListed = later !== undefined && sights[later] !== 'unlisted' && sights[from] !== 'unlisted';
    return single(cell, isListed ? 'count' : 'rest');
  });
}

/**
 * What a count grew by from one release that lists it to the next that does, where releases between them do not: the
 * increases from and to those say little, yet their sum is known.
 */
function askLongIncreases({ system, sights }: Knowledge): Target[] {
  const targets: Target[] = [];
  /** For each cell, the last listed one before it, and whether unlisted ones lie between. */
  const before = new Map<number, { listed: number; isLong: boolean }>();
  for (const { total: later, parts } of system.relations) {
    const [earlier, increase] = parts;
    if (parts.length !== 2 || system.increaseFrom[increase!] !== earlier) continue;
    const last = sights[earlier!] === 'unlisted' ? before.get(earlier!) : { listed: earlier!, isLong: false };
    if (last === undefined) continue;
    before.set(later, { listed: last.listed, isLong: true });
    if (!last.isLong || sights[later] === 'unlisted') continue;
    const since = system.releaseOf[last.listed]!;
    targets.push({
      question: 'count',
      cell: later,
      less: [last.listed],
      variables: [later, last.listed],
      coefficients: [1, -1],
      since,
    });
  }
  return targets;
}

/** A total less its listed parts (two or more; less one is a difference), where two or more are not listed. */
function askRests({ system, sights }: Knowledge): Target[] {
  return system.relations.flatMap(({ total, parts }) => {
    const unlisted = [...parts].filter(
      (part) => sights[part] === 'unlisted' && system.increaseFrom[part]! < 0,
    );
    const listed = [...parts].filter((part) => !unlisted.includes(part));
    if (unlisted.length < 2 || listed.length < 2 || sights[total] === 'unlisted') return [];
    return [
      {
        question: 'rest',
        cell: total,
        less: listed,
        variables: unlisted,
        coefficients: unlisted.map(() => 1),
      },
    ];
  });
}

/**
 * A listed code less a listed code inside it, of whatever grouping and depth, where some leaf between them is not
 * listed (where all are, the small difference shows in them).
 */
function askDifferences({ published, system, sights }: Knowledge): Target[] {
  const targets: Target[] = [];
  const pairs = published.dimensions.map(nestedPairs);
  for (let cell = 0; cell < system.size; cell++) {
    if (sights[cell] === 'unlisted' || system.increaseFrom[cell]! >= 0) continue;
    const key = system.keys[cell]!;
    const release = system.releaseOf[cell];
    published.dimensions.forEach((_, d) => {
      for (const { inside, between } of pairs[d]!.get(key[d]!) ?? []) {
        const less = system.indexOf(key.with(d, inside), release);
        if (less === undefined || sights[less] === 'unlisted') continue;
        const isOpen = between.some((leaf) => {
          const part = system.indexOf(key.with(d, leaf), release);
          // A table that lists groups alone has no cell for a leaf at all.
          return part === undefined || sights[part] === 'unlisted';
        });
        if (!isOpen) continue;
        targets.push({
          question: 'rest',
          cell,
          less: [less],
          variables: [cell, less],
          coefficients: [1, -1],
        });
      }
    });
  }
  return targets;
}

/** For each code the codes strictly inside it, with the leaves that are in the one and not in the other. */
function nestedPairs(dimension: Dimension): Map<string, { inside: string; between: string[] }[]> {
  const pairs = new Map<string, { inside: string; between: string[] }[]>();
  for (const [outer, leaves] of dimension.leavesOf) {
    const own = new Set(leaves);
    for (const [inside, inner] of dimension.leavesOf) {
      if (inner.length >= leaves.length || !inner.every((leaf) => own.has(leaf))) continue;
      const within = new Set(inner);
      const between = leaves.filter((leaf) => !within.has(leaf));
      if (between.length < 2) continue;
      pairs.set(outer, [...(pairs.get(outer) ?? []), { inside, between }]);
    }
  }
  return pairs;
}
