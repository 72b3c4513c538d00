import type { Relation } from '../model/index.js';
import { Fate } from './fates.js';
import type { Line } from './instance.js';

/**
 * Bound propagation to its fixed point: a line with a single cell that is not known makes that cell known.
 * Changes `fates`.
 */
export function settleKnown(relations: readonly Relation[], fates: Uint8Array): void {
  const through = new Map<number, number[]>();
  const open = new Int32Array(relations.length);
  const work: number[] = [];
  relations.forEach((relation, at) => {
    for (const cell of cellsOf(relation)) {
      if (fates[cell] === Fate.known) continue;
      open[at]! += 1;
      const lines = through.get(cell);
      if (lines) lines.push(at);
      else through.set(cell, [at]);
    }
    if (open[at] === 1) work.push(at);
  });
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    const last = cellsOf(relations[at]!).find((cell) => fates[cell] !== Fate.known);
    if (last === undefined) continue;
    fates[last] = Fate.known;
    for (const line of through.get(last) ?? []) if (--open[line]! === 1) work.push(line);
  }
}

function cellsOf({ total, parts }: Relation): number[] {
  return [total, ...parts];
}

/** Cells that can only move together (a group with a single open member), as classes. */
export class EqualCells {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, cell) => cell);
  }

  rootOf(cell: number): number {
    let root = cell;
    while (this.parent[root] !== root) root = this.parent[root]!;
    while (this.parent[cell] !== root) {
      const next = this.parent[cell]!;
      this.parent[cell] = root;
      cell = next;
    }
    return root;
  }

  /** Joins the total and its only open part on every line that has just these. */
  joinAlong(relations: readonly Relation[], fates: Uint8Array): void {
    for (const { total, parts } of relations) {
      if (fates[total] === Fate.known) continue;
      const open = parts.filter((part) => fates[part] !== Fate.known);
      if (open.length === 1) this.parent[this.rootOf(open[0]!)] = this.rootOf(total);
    }
  }
}

/** Relations between columns: known cells left out, a column that stands on both sides cancelled, each line once. */
export function openLines(relations: readonly Relation[], columnOf: Int32Array): Line[] {
  const lines = new Map<string, Line>();
  for (const { total, parts } of relations) {
    const signs = new Map<number, number>();
    const add = (cell: number, sign: number): void => {
      const column = columnOf[cell]!;
      if (column >= 0) signs.set(column, (signs.get(column) ?? 0) + sign);
    };
    add(total, -1);
    parts.forEach((part) => add(part, 1));
    const entries = [...signs].filter(([, sign]) => sign !== 0).sort(([a], [b]) => a - b);
    if (entries.length === 0) continue;
    const columns = Int32Array.from(entries, ([column]) => column);
    lines.set(entries.join(';'), { columns, signs: Float64Array.from(entries, ([, sign]) => sign) });
  }
  return [...lines.values()];
}
