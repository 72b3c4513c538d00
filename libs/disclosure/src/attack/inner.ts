import type { Dimension, Relation, TableSpec, TableSystem } from '../model/index.js';
import type { Bounds } from './propagate.js';

/**
 * Dimensions whose tables go round in a circle (A×B, B×C, C×A): only there does it say more that ONE table of
 * people lies behind all the margins. Where the tables form a tree, innermost tables that agree on what they share
 * can always be glued together, so nothing is gained. (Graham's reduction: drop what occurs once, then what
 * is contained in another, until nothing changes.)
 * @returns the dimension sets left over; none when there is no circle
 */
export function circularCore(tables: readonly TableSpec[]): string[][] {
  let edges = tables.map(({ dimensions }) => new Set(dimensions));
  for (let changed = true; changed;) {
    changed = false;
    for (const edge of edges) {
      for (const name of edge) {
        if (edges.filter((other) => other.has(name)).length > 1) continue;
        edge.delete(name);
        changed = true;
      }
    }
    const kept = edges.filter(
      (edge, i) => edge.size > 0 && !edges.some((other, j) => i !== j && contains(other, edge, j < i)),
    );
    if (kept.length < edges.length) changed = true;
    edges = kept;
  }
  return edges.map((edge) => [...edge].sort());
}

function contains(outer: Set<string>, inner: Set<string>, isFirst: boolean): boolean {
  return (outer.size > inner.size || isFirst) && [...inner].every((name) => outer.has(name));
}

/** Innermost counts behind a circle of margins, as further variables. */
export interface InnerCells {
  /** Key over all dimensions of each further variable, from `first` on. */
  keys: string[][];
  first: number;
  relations: Relation[];
}

/** More innermost cells than this are not laid behind the margins; the attack then says so. */
export const MOST_INNER_CELLS = 400_000;

/**
 * Lays innermost cells behind the margins of a core, for one release. Cells under a margin that is surely 0 are
 * left out. @returns undefined when there are too many
 */
export function innerCells(
  dimensions: readonly Dimension[],
  core: string[][],
  system: TableSystem,
  bounds: Bounds,
  place: { first: number; release: number },
): InnerCells | undefined {
  const totals = dimensions.map(({ total }) => total);
  const edges = core.map((edge) => dimensions.map(({ name }) => edge.includes(name)));
  const isFree = dimensions.map((_, d) => edges.some((edge) => edge[d]));
  const marginsOf = (key: string[]): number[] =>
    edges.map(
      (has) =>
        system.indexOf(
          key.map((code, d) => (has[d] ? code : totals[d]!)),
          place.release,
        ) ?? -1,
    );
  const sums = new Map<number, number[]>();
  const keys: string[][] = [];
  const add = (key: string[]): boolean => {
    const margins = marginsOf(key);
    if (margins.some((margin) => bounds.upper[margin] === 0)) return true;
    if (keys.length >= MOST_INNER_CELLS) return false;
    const variable = place.first + keys.push(key) - 1;
    for (const margin of margins) {
      const parts = sums.get(margin);
      if (parts) parts.push(variable);
      else sums.set(margin, [variable]);
    }
    return true;
  };
  const codes = dimensions.map(({ leaves, total }, d) => (isFree[d] ? leaves : [total]));
  if (!forEachKey(codes, add)) return undefined;
  const relations = [...sums].map(([total, parts]) => ({ total, parts: Int32Array.from(parts) }));
  return { keys, first: place.first, relations };
}

/** Visits every crossing of the codes; stops, and says false, when a visit does. */
function forEachKey(codes: string[][], visit: (key: string[]) => boolean, key: string[] = []): boolean {
  const next = codes[key.length];
  if (next === undefined) return visit(key);
  return next.every((code) => forEachKey(codes, visit, [...key, code]));
}
