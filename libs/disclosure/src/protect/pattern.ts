import { codesIn, keyOfString, type Dimension, type Problem, type TableSpec } from '../model/index.js';
import { casesOf, type Cases } from './cases.js';
import type { Solution } from './engine.js';
import type { Prepared } from './columns.js';
import type { Settled, Waiting } from './corrections.js';
import type { Level } from './options.js';
import type { Redesign } from './redesign.js';
import { isSmall, type Rule } from './rules.js';
import type { Situation } from './situation.js';

/** A cell of a published table; null is suppressed. */
export interface PatternCell {
  key: string[];
  value: number | null;
}

/** Why a hidden cell is hidden, and between which whole numbers an attacker can place it. */
export interface HiddenCell {
  key: string[];
  /** With cumulative releases. */
  release?: number;
  role: 'primary' | 'secondary';
  /** Null where time ran out before the interval was computed (its safety is proven all the same). */
  lower: number | null;
  upper: number | null;
}

export interface Proof extends Cases {
  level: Level;
  hiddenCells: HiddenCell[];
  /** Distinct cells of the tables (linked tables share cells), and how many of them are hidden. */
  cells: number;
  hidden: number;
  primary: number;
  secondary: number;
  /** No safe pattern hides fewer cells; equal to `hidden` when proven optimal. */
  lowerBound: number;
  optimal: boolean;
  /** (hidden - lowerBound) / lowerBound. */
  gap: number;
  seconds: number;
  /** Tables that should rather be coarser. */
  redesign: Redesign[];
  /** Corrections that readers may not see yet; the tables are as if they had not been made. */
  waiting?: Waiting[];
}

/** The safe tables in the interchange format, with the proof. The file of {@link Pattern} is for those who may know the truth only in its `proof`. */
export interface Pattern {
  threshold: number;
  protection: number;
  zeros: Problem['zeros'];
  releaseMode: Problem['releaseMode'];
  dimensions: { name: string; codes: string[]; parents: Record<string, string>[]; sensitive: boolean }[];
  tables: (TableSpec & { cells: PatternCell[] })[];
  /** By how much cells of the ledger were put right. */
  corrections?: { key: string[]; release?: number; change: number }[];
  proof: Proof;
}

interface Found extends Settled {
  situation: Situation;
  prepared: Prepared;
  rule: Rule;
  solution: Solution;
  seconds: number;
  redesign: Redesign[];
}

/** Writes the pattern down. */
export function patternOf(found: Found): Pattern {
  const { problem, announced, situation, rule } = found;
  const hidden = hiddenCells(found);
  return {
    threshold: problem.threshold,
    protection: problem.protection,
    zeros: rule.zeros,
    releaseMode: problem.releaseMode,
    dimensions: problem.dimensions.map(plainDimension),
    tables: problem.tables.map((table) => ({
      ...table,
      cells: cellsOf(problem, table, situation, hidden),
    })),
    ...(announced.length > 0
      ? { corrections: announced.map((one) => ({ ...one, key: keyOfString(one.key) })) }
      : {}),
    proof: proofOf(found, hidden),
  };
}

function plainDimension({ name, codes, groupings, sensitive }: Dimension): Pattern['dimensions'][number] {
  return { name, codes, parents: groupings.map((grouping) => Object.fromEntries(grouping)), sensitive };
}

/** 1 for each cell of the system that readers do not see. */
function hiddenCells({ situation, prepared, solution }: Found): Uint8Array {
  return Uint8Array.from(situation.truth, (_, cell) => {
    if (!situation.wanted[cell]) return 0;
    const column = prepared.columnOf[cell]!;
    if (column >= 0) return solution.hidden[column]!;
    return situation.before[cell] === 'suppressed' ? 1 : 0;
  });
}

function cellsOf(
  problem: Problem,
  table: Problem['tables'][number],
  situation: Situation,
  hidden: Uint8Array,
): PatternCell[] {
  const { system, truth, dimensions } = situation;
  let keys: string[][] = [[]];
  for (const dimension of problem.dimensions) {
    const codes = table.dimensions.includes(dimension.name) ? codesIn(table, dimension) : [dimension.total];
    keys = keys.flatMap((key) => codes.map((code) => [...key, code]));
  }
  const places = dimensions.map(({ name }) => problem.dimensions.findIndex((one) => one.name === name));
  return keys.map((key) => {
    const united = dimensions.map(({ total }, d) => key[places[d]!] ?? total);
    const cell = system.indexOf(united, problem.releaseMode === 'same' ? undefined : table.release)!;
    return { key, value: hidden[cell] ? null : truth[cell]! };
  });
}

function proofOf(
  { problem, waiting, situation, prepared, rule, solution, seconds, redesign }: Found,
  hidden: Uint8Array,
): Proof {
  const { system, truth, wanted } = situation;
  const listed: HiddenCell[] = [];
  hidden.forEach((isHidden, cell) => {
    if (!isHidden) return;
    const column = prepared.columnOf[cell]!;
    const lower = column < 0 ? truth[cell]! : truth[cell]! - solution.fall[column]!;
    const upper = column < 0 ? truth[cell]! : truth[cell]! + solution.rise[column]!;
    listed.push({
      key: system.keys[cell]!,
      ...(problem.releaseMode === 'cumulative' ? { release: system.releaseOf[cell]! } : {}),
      role: isSmall(rule, truth[cell]!) ? 'primary' : 'secondary',
      lower: Number.isNaN(lower) ? null : lower,
      upper: Number.isNaN(upper) ? null : upper,
    });
  });
  const primary = listed.filter(({ role }) => role === 'primary').length;
  const lowerBound = Math.min(listed.length, listed.length - slack(prepared, solution));
  return {
    level: rule.level,
    hiddenCells: listed,
    cells: wanted.reduce((sum, one) => sum + one, 0),
    hidden: listed.length,
    primary,
    secondary: listed.length - primary,
    ...casesOf(problem, situation, hidden),
    lowerBound,
    optimal: lowerBound === listed.length,
    gap: lowerBound > 0 ? listed.length / lowerBound - 1 : 0,
    seconds,
    redesign,
    ...(waiting.length > 0 ? { waiting } : {}),
  };
}

/** How much the pattern costs above the bound. */
function slack({ instance }: Prepared, { hidden, bound }: Solution): number {
  return instance.cost.reduce((sum, cost, column) => sum + (hidden[column] ? cost : 0), 0) - bound;
}
