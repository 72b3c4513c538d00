import {
  codesIn,
  finestAmong,
  type Dimension,
  type Relation,
  type TableSpec,
  type TableSystem,
} from '../model/index.js';
import type { Bounds } from './propagate.js';

/**
 * What a table tells apart of one dimension: by its innermost codes, or by the innermost of a shorter list. Of two
 * such lists one always refines the other (the model sees to it), so what tells the finer apart tells the coarser too.
 */
interface Level {
  d: number;
  /** For each leaf of the dimension the level's code that counts it. */
  codeOf: Map<string, string>;
  /** The level's innermost codes. */
  codes: string[];
}

/** The levels at which one table (or what is left of it) tells people apart; at most one for each dimension. */
type Edge = Map<number, Level>;

/**
 * Tables that go round in a circle (A×B, B×C, C×A): only there does it say more that ONE table of
 * people lies behind all the margins. Where the tables form a tree, innermost tables that agree on what they share
 * can always be glued together, so nothing is gained. (Graham's reduction: drop what occurs once, then what
 * is contained in another, until nothing changes. A table by region beside others by country shares the regions
 * with them: each level of a dimension is a thing of its own, and a finer one brings the coarser ones along.)
 * @returns what each table of the circle tells apart; none when there is no circle
 */
export function circularCore(tables: readonly TableSpec[], dimensions: readonly Dimension[]): Edge[] {
  const levels = dimensions.flatMap((dimension, d) => levelsOf(dimension, d, tables));
  const names = tables.map((table) => {
    const own = dimensions.flatMap((dimension, d) => {
      if (!table.dimensions.includes(dimension.name)) return [];
      const finest = new Set(finestAmong(dimension, codesIn(table, dimension)).values()).size;
      return levels.flatMap((level, l) => (level.d === d && level.codes.length <= finest ? [l] : []));
    });
    return new Set(own);
  });
  return reduced(names).map(({ at, names: left }) => {
    const edge: Edge = new Map();
    dimensions.forEach((dimension, d) => {
      const own = [...left].map((l) => levels[l]!).filter((level) => level.d === d);
      const [finest] = own.sort((a, b) => b.codes.length - a.codes.length);
      if (finest) edge.set(d, levelListed(finest, tables[at]!, dimension));
    });
    return edge;
  });
}

/** The level itself where the table lists its codes; otherwise (they are sums of the table's) the table's own. */
function levelListed(level: Level, table: TableSpec, dimension: Dimension): Level {
  const listed = codesIn(table, dimension);
  if (level.codes.every((code) => listed.includes(code))) return level;
  return levelOf(dimension, level.d, table);
}

function levelOf(dimension: Dimension, d: number, table: TableSpec): Level {
  const codeOf = finestAmong(dimension, codesIn(table, dimension));
  return { d, codeOf, codes: [...new Set(dimension.leaves.map((leaf) => codeOf.get(leaf)!))] };
}

/** The different levels at which tables list a dimension. */
function levelsOf(dimension: Dimension, d: number, tables: readonly TableSpec[]): Level[] {
  const levels = new Map<number, Level>();
  for (const table of tables) {
    if (!table.dimensions.includes(dimension.name)) continue;
    const level = levelOf(dimension, d, table);
    if (!levels.has(level.codes.length)) levels.set(level.codes.length, level);
  }
  return [...levels.values()];
}

/** What is left of each table (`at`) when nothing more can be dropped. */
function reduced(sets: Set<number>[]): { at: number; names: Set<number> }[] {
  let edges = sets.map((names, at) => ({ at, names }));
  for (let changed = true; changed;) {
    changed = false;
    for (const { names } of edges) {
      for (const name of names) {
        if (edges.filter((other) => other.names.has(name)).length > 1) continue;
        names.delete(name);
        changed = true;
      }
    }
    const kept = edges.filter(
      ({ names }, i) =>
        names.size > 0 && !edges.some((other, j) => i !== j && contains(other.names, names, j < i)),
    );
    if (kept.length < edges.length) changed = true;
    edges = kept;
  }
  return edges;
}

function contains(outer: Set<number>, inner: Set<number>, isFirst: boolean): boolean {
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
const MOST_INNER_CELLS = 400_000;

/**
 * Lays innermost cells behind the margins of a core, for one release. Cells under a margin that is surely 0 are
 * left out. @returns undefined when there are too many
 */
export function innerCells(
  dimensions: readonly Dimension[],
  core: readonly Edge[],
  system: TableSystem,
  bounds: Bounds,
  place: { first: number; release: number },
): InnerCells | undefined {
  const codes = dimensions.map(({ total }, d) => finestOf(core, d)?.codes ?? [total]);
  const marginsOf = (key: string[]): number[] =>
    core.map((edge) => system.indexOf(marginKey(dimensions, edge, key), place.release) ?? -1);
  const sums = new Map<number, number[]>();
  const keys: string[][] = [];
  const add = (key: string[]): boolean => {
    const margins = marginsOf(key);
    if (margins.some((margin) => bounds.upper[margin] === 0)) return true;
    if (keys.length >= MOST_INNER_CELLS) return false;
    // A country that is no part of a region is listed by the table of regions, down to the innermost cell.
    const listed = system.indexOf(key, place.release);
    const variable = listed ?? place.first + keys.push(key) - 1;
    for (const margin of margins) {
      if (margin === variable) continue;
      const parts = sums.get(margin);
      if (parts) parts.push(variable);
      else sums.set(margin, [variable]);
    }
    return true;
  };
  if (!forEachKey(codes, add)) return undefined;
  const relations = [...sums].map(([total, parts]) => ({ total, parts: Int32Array.from(parts) }));
  return { keys, first: place.first, relations };
}

/** The finest level of a dimension in the core. */
function finestOf(core: readonly Edge[], d: number): Level | undefined {
  const own = core.flatMap((edge) => edge.get(d) ?? []);
  return own.sort((a, b) => b.codes.length - a.codes.length)[0];
}

/** The margin of an edge that counts an innermost cell. */
function marginKey(dimensions: readonly Dimension[], edge: Edge, key: string[]): string[] {
  return dimensions.map(({ total, leavesOf }, d) => {
    const [leaf] = leavesOf.get(key[d]!)!;
    return edge.get(d)?.codeOf.get(leaf!) ?? total;
  });
}

/** Visits every crossing of the codes; stops, and says false, when a visit does. */
function forEachKey(codes: string[][], visit: (key: string[]) => boolean, key: string[] = []): boolean {
  const next = codes[key.length];
  if (next === undefined) return visit(key);
  return next.every((code) => forEachKey(codes, visit, [...key, code]));
}
