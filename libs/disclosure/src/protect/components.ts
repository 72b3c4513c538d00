import type { Instance } from './instance.js';
import { restrictTo } from './restrict.js';

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
  const inPart = new Set(columns);
  const lines = whole.lines.flatMap((line, at) => (inPart.has(line.columns[0]!) ? [at] : []));
  const { instance, placeOf } = restrictTo(whole, columns, lines);
  const targets = whole.targets
    .filter(({ column }) => inPart.has(column))
    .map((target) => ({ ...target, column: placeOf.get(target.column)! }));
  return { columns, instance: { ...instance, targets } };
}
