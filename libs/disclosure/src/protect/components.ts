import type { Instance } from './instance.js';

/** A part of an instance that shares no line with the rest, and where its columns stand in the whole. */
export interface Component {
  instance: Instance;
  /** Column of the whole for each column of the part. */
  columns: Int32Array;
}

/** Splits an instance into independent parts; parts without a target (nothing to protect) are left out. */
export function componentsOf(instance: Instance): Component[] {
  const root = rootsOf(instance);
  const members = new Map<number, number[]>();
  root.forEach((of, column) => members.set(of, [...(members.get(of) ?? []), column]));
  const wanted = new Set(instance.targets.map(({ column }) => root[column]!));
  return [...wanted].map((of) => partOf(instance, Int32Array.from(members.get(of)!)));
}

function rootsOf({ size, lines }: Instance): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, column) => column);
  const rootOf = (column: number): number => {
    while (parent[column] !== column) {
      parent[column] = parent[parent[column]!]!;
      column = parent[column]!;
    }
    return column;
  };
  for (const { columns } of lines) for (const column of columns) parent[rootOf(column)] = rootOf(columns[0]!);
  return parent.map((_, column) => rootOf(column));
}

function partOf(whole: Instance, columns: Int32Array): Component {
  const place = new Map(Array.from(columns, (column, at) => [column, at]));
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(columns, (column) => values[column]!);
  return {
    columns,
    instance: {
      size: columns.length,
      roomDown: pick(whole.roomDown),
      roomUp: pick(whole.roomUp),
      cost: pick(whole.cost),
      fixed: Uint8Array.from(columns, (column) => whole.fixed[column]!),
      rank: Int32Array.from(columns, (column) => whole.rank[column]!),
      lines: whole.lines
        .filter((line) => place.has(line.columns[0]!))
        .map((line) => ({ columns: line.columns.map((column) => place.get(column)!), signs: line.signs })),
      targets: whole.targets
        .filter(({ column }) => place.has(column))
        .map((target) => ({ ...target, column: place.get(target.column)! })),
    },
  };
}
