import type { Dimension, Problem, TableSystem } from '../model/index.js';

/** A table with too many small counts, and the next coarser one that would do. */
export interface Redesign {
  table: string;
  /** Non-zero cells, and how many of them are small. */
  nonZero: number;
  small: number;
  /** How each dimension would be kept; undefined when no coarser table would do. */
  coarser?: { dimension: string; keep: 'all codes' | 'groups only' | 'total only' }[];
}

const KEEPS = ['all codes', 'groups only', 'total only'] as const;

/** Tables of which more than a third of the non-zero cells are small, each with the finest coarser table that is not. */
export function needsRedesign(problem: Problem, system: TableSystem, truth: Float64Array): Redesign[] {
  return problem.tables.flatMap((table, t) => {
    const cells = system.cellsOfTable[t]!;
    const levels = problem.dimensions.map(levelsOf);
    const used = problem.dimensions.map(({ name }) => table.dimensions.includes(name));
    const choices = crossings(levels.map((level, d) => (used[d] ? level.length : 1)));
    const counted = choices.map((choice) => ({ choice, ...count(choice) }));
    const full = counted.find(({ choice }) => choice.every((level) => level === 0))!;
    if (isFine(full)) return [];
    const [best] = counted
      .filter((one) => one.cells > 1 && isFine(one))
      .sort((a, b) => b.nonZero - a.nonZero);
    const coarser = best?.choice.flatMap((level, d) =>
      used[d] ? { dimension: problem.dimensions[d]!.name, keep: keepOf(levels[d]!, level) } : [],
    );
    return { table: table.name, nonZero: full.nonZero, small: full.small, ...(coarser ? { coarser } : {}) };

    function count(choice: number[]): { cells: number; nonZero: number; small: number } {
      const sums = { cells: 0, nonZero: 0, small: 0 };
      for (const cell of cells) {
        if (!system.keys[cell]!.every((code, d) => !used[d] || levels[d]![choice[d]!]!.has(code))) continue;
        sums.cells += 1;
        if (truth[cell]! > 0) sums.nonZero += 1;
        if (truth[cell]! > 0 && truth[cell]! < problem.threshold) sums.small += 1;
      }
      return sums;
    }
  });
}

function isFine({ nonZero, small }: { nonZero: number; small: number }): boolean {
  return small * 3 <= nonZero;
}

/** The codes kept at each step: all; without the leaves; the total alone. */
function levelsOf({ codes, leaves, total }: Dimension): Set<string>[] {
  const groups = codes.filter((code) => !leaves.includes(code));
  return [new Set(codes), ...(groups.length > 1 ? [new Set(groups)] : []), new Set([total])];
}

function keepOf(levels: Set<string>[], level: number): (typeof KEEPS)[number] {
  if (level === 0) return KEEPS[0];
  return level === levels.length - 1 ? KEEPS[2] : KEEPS[1];
}

function crossings(sizes: number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((choice) => Array.from({ length: size }, (_, level) => [...choice, level])),
    [[]],
  );
}
