import { keyString } from '../model/index.js';
import { keyedRanks } from './keyed-order.js';
import { COALITION } from './groups.js';
import { isConditional, type Instance, type Line, type Target } from './instance.js';
import { Fate } from './fates.js';
import { EqualCells, openLines, settleKnown } from './preprocess.js';
import {
  isSmall,
  needOfOutside,
  needOfLarger,
  needOfSmall,
  needOfUnlisted,
  needOfZero,
  type Rule,
} from './rules.js';
import { countsEver, type Situation } from './situation.js';

/** An instance and the way back from its columns to the cells. */
export interface Prepared {
  instance: Instance;
  /** Cells of each column. */
  cellsOf: number[][];
  /** Column of each cell, -1 for cells that are known. */
  columnOf: Int32Array;
  /** Cells that cannot be protected because everything around them is, or must be, shown. */
  hopeless: number[];
}

/** Exact preprocessing: takes out what is known, makes one column of cells that can only move together. */
export function prepare(situation: Situation, rule: Rule, key: string): Prepared {
  const fates = fatesOf(situation, rule);
  const needy = needyCells(situation, rule);
  const stuck = needy.filter((cell) => fates[cell] === Fate.known);
  settleKnown(situation.system.relations, fates);
  const equal = new EqualCells(situation.system.size);
  equal.joinAlong(situation.system.relations, fates);
  const hopeless = [...new Set([...stuck, ...needy.filter((cell) => fates[cell] === Fate.known)])];
  const columnOf = new Int32Array(situation.system.size).fill(-1);
  const cellsOf: number[][] = [];
  for (let cell = 0; cell < situation.system.size; cell++) {
    if (fates[cell] === Fate.known) continue;
    const root = equal.rootOf(cell);
    if (columnOf[root] === -1) columnOf[root] = cellsOf.push([]) - 1;
    columnOf[cell] = columnOf[root]!;
    cellsOf[columnOf[cell]!]!.push(cell);
  }
  const lines = openLines(situation.system.relations, columnOf);
  const targets = targetsOf(situation, rule, columnOf);
  const instance = instanceOf({ situation, rule, fates, cellsOf, lines, targets, key });
  return { instance, cellsOf, columnOf, hopeless };
}

/** What may be done with each cell before any total is looked at. */
export function fatesOf(situation: Situation, rule: Rule): Uint8Array {
  const { system, truth, before, wanted, grand } = situation;
  const fates = new Uint8Array(system.size);
  for (let cell = 0; cell < system.size; cell++) {
    const count = truth[cell]!;
    if (system.increaseFrom[cell]! >= 0) fates[cell] = Fate.unlisted;
    else if (typeof before[cell] === 'number') fates[cell] = Fate.known;
    else if (before[cell] === 'suppressed') fates[cell] = Fate.hidden;
    else if (!wanted[cell]) fates[cell] = Fate.unlisted;
    else if (grand[cell]) fates[cell] = Fate.known;
    else if (count === 0) fates[cell] = rule.zeros === 'published' ? Fate.known : Fate.free;
    else fates[cell] = isSmall(rule, count) ? Fate.hidden : Fate.free;
  }
  return fates;
}

/** Listed counts that are small, and people outside a category who are too few. */
function needyCells(situation: Situation, rule: Rule): number[] {
  const { system, wanted, before, groups } = situation;
  const cells = groups.filter((cell) => countsEver(situation, cell).some((outside) => outside <= COALITION));
  for (let cell = 0; cell < system.size; cell++) {
    if (!wanted[cell] && before[cell] === 'unlisted') continue;
    if (countsEver(situation, cell).some((count) => isSmall(rule, count))) cells.push(cell);
  }
  return cells;
}

function targetsOf(situation: Situation, rule: Rule, columnOf: Int32Array): Target[] {
  const { system, before, wanted, groups } = situation;
  const targets = new Map<string, Target>();
  const isListed = (cell: number): boolean => wanted[cell] === 1 || before[cell] !== 'unlisted';
  const laterOf = laterCells(system);
  for (let cell = 0; cell < system.size; cell++) {
    const column = columnOf[cell]!;
    if (column < 0) continue;
    const from = system.increaseFrom[cell]!;
    const listed = from < 0 ? isListed(cell) : isListed(from) && isListed(laterOf.get(cell)!);
    for (const count of countsEver(situation, cell)) {
      const target = needOf(rule, column, count, listed);
      if (target) targets.set(JSON.stringify(target), target);
    }
  }
  for (const cell of groups) {
    const column = columnOf[cell]!;
    if (column < 0) continue;
    for (const outside of countsEver(situation, cell)) {
      const target = needOfOutside(column, outside, COALITION);
      if (target.up > 0) targets.set(JSON.stringify(target), target);
    }
  }
  return [...targets.values()];
}

/** What a count needs, if it needs anything. */
function needOf(rule: Rule, column: number, count: number, listed: boolean): Target | undefined {
  if (count >= rule.threshold + rule.protection) return undefined;
  if (isSmall(rule, count)) return (listed ? needOfSmall : needOfUnlisted)(rule, column, count);
  if (!listed || rule.level === 'A') return undefined;
  return (count === 0 ? needOfZero : needOfLarger)(rule, column, count);
}

/** For each increase, the cell that it led to. */
function laterCells({ relations, increaseFrom }: Situation['system']): Map<number, number> {
  const later = new Map<number, number>();
  for (const { total, parts } of relations) {
    if (parts.length === 2 && increaseFrom[parts[1]!] === parts[0]) later.set(parts[1]!, total);
  }
  return later;
}

interface Parts {
  situation: Situation;
  rule: Rule;
  fates: Uint8Array;
  cellsOf: number[][];
  lines: Line[];
  targets: Target[];
  key: string;
}

function instanceOf({ situation, rule, fates, cellsOf, lines, targets, key }: Parts): Instance {
  const { system, truth, least, before } = situation;
  const size = cellsOf.length;
  const roomDown = new Float64Array(size).fill(Infinity);
  const cost = new Float64Array(size);
  const fixed = new Uint8Array(size);
  cellsOf.forEach((cells, column) => {
    for (const cell of cells) {
      const isNew = fates[cell] !== Fate.unlisted && before[cell] === 'unlisted';
      const known = Math.max(least[cell]!, isNew && rule.zeros === 'published' ? 1 : 0);
      roomDown[column] = Math.min(roomDown[column]!, truth[cell]! - known);
      if (fates[cell] !== Fate.unlisted) cost[column]! += 1;
      if (fates[cell] === Fate.hidden) fixed[column] = 1;
    }
    if (cost[column] === 0) fixed[column] = 1;
  });
  for (const target of targets) if (!isConditional(target)) fixed[target.column] = 1;
  const names = cellsOf.map(
    ([first]) =>
      `${keyString(system.keys[first!]!)} ${system.releaseOf[first!]} ${system.increaseFrom[first!]! >= 0}`,
  );
  const roomUp = new Float64Array(size).fill(Infinity);
  return { size, roomDown, roomUp, cost, fixed, lines, targets, rank: keyedRanks(names, key) };
}
