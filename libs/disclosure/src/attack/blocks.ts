import type { Relation } from '../model/index.js';
import type { Bounds } from './propagate.js';

/** Σ sign × column = rhs, over the open columns of a block. */
export interface Row {
  columns: number[];
  signs: number[];
  rhs: number;
}

/** Open variables that hang together through relations; different blocks do not influence each other. */
export interface Block {
  /** Variable of each column. */
  variables: number[];
  lower: Float64Array;
  upper: Float64Array;
  rows: Row[];
}

/** Where each open variable went: its block and column; -1 when its value is settled. */
export interface Blocks {
  list: Block[];
  blockOf: Int32Array;
  columnOf: Int32Array;
}

/** Settled variables go into right-hand sides; the others are split into connected blocks. */
export function splitIntoBlocks(bounds: Bounds, relations: readonly Relation[]): Blocks {
  const { lower, upper } = bounds;
  const isOpen = (variable: number): boolean => lower[variable] !== upper[variable];
  const roots = connect(lower.length, relations, isOpen);
  const blockOf = new Int32Array(lower.length).fill(-1);
  const columnOf = new Int32Array(lower.length).fill(-1);
  const variables: number[][] = [];
  for (let variable = 0; variable < lower.length; variable++) {
    if (!isOpen(variable)) continue;
    const root = roots(variable);
    if (blockOf[root] === -1) blockOf[root] = variables.push([]) - 1;
    const block = blockOf[root]!;
    blockOf[variable] = block;
    columnOf[variable] = variables[block]!.push(variable) - 1;
  }
  const list = variables.map((own) => ({
    variables: own,
    lower: Float64Array.from(own, (variable) => lower[variable]!),
    upper: Float64Array.from(own, (variable) => upper[variable]!),
    rows: [] as Row[],
  }));
  for (const relation of relations) addRow(list, { list, blockOf, columnOf }, relation, lower);
  return { list, blockOf, columnOf };
}

function addRow(list: Block[], blocks: Blocks, { total, parts }: Relation, value: Float64Array): void {
  const row: Row = { columns: [], signs: [], rhs: 0 };
  let block = -1;
  const add = (variable: number, sign: number): void => {
    if (blocks.columnOf[variable] === -1) {
      row.rhs -= sign * value[variable]!;
      return;
    }
    block = blocks.blockOf[variable]!;
    row.columns.push(blocks.columnOf[variable]!);
    row.signs.push(sign);
  };
  add(total, -1);
  for (const part of parts) add(part, 1);
  if (block >= 0) list[block]!.rows.push(row);
}

/** Union-find over open variables that share a relation. The root is the smallest variable of its set. */
function connect(
  size: number,
  relations: readonly Relation[],
  isOpen: (variable: number) => boolean,
): (variable: number) => number {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (variable: number): number => {
    let root = variable;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = variable; at !== root;) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { total, parts } of relations) {
    let first = isOpen(total) ? find(total) : -1;
    for (const part of parts) {
      if (!isOpen(part)) continue;
      const other = find(part);
      if (first === -1) first = other;
      else if (other !== first) {
        const [small, large] = other < first ? [other, first] : [first, other];
        parent[large] = small;
        first = small;
      }
    }
  }
  return find;
}
