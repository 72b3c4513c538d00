import { keyOfString, keyString, type Dimension, type TableSystem } from '../model/index.js';
import { Growing } from './growing.js';
import type { Situation, Span } from './situation.js';

/**
 * Tables that hang together in a circle (A×B, B×C, C×A) say more than their sums: one table of people must lie behind
 * all of them. Tables in a tree do not, for tables that agree where they meet can be joined people by people.
 * @returns sets of dimensions that form the circle; none for a tree
 */
function circleOf(spans: readonly Pick<Span, 'names'>[]): Set<string>[] {
  let sets = spans.map(({ names }) => new Set(names));
  for (let size = -1; size !== weight(sets);) {
    size = weight(sets);
    const uses = new Map<string, number>();
    for (const set of sets) for (const name of set) uses.set(name, (uses.get(name) ?? 0) + 1);
    // What only one table tells apart ties nothing together; a table inside another adds nothing.
    sets = sets.map((set) => new Set([...set].filter((name) => uses.get(name)! > 1)));
    sets = sets.filter(
      (set, at) =>
        !sets.some((other, i) => i !== at && isWithin(set, other) && (i < at || set.size < other.size)),
    );
  }
  return sets.length > 1 ? sets : [];
}

function weight(sets: Set<string>[]): number {
  return sets.reduce((sum, set) => sum + set.size, sets.length);
}

function isWithin(inner: Set<string>, outer: Set<string>): boolean {
  return [...inner].every((name) => outer.has(name));
}

/**
 * The situation with the innermost cells that lie behind a circle of tables, as further cells that no table lists.
 * @param isZero cells that readers know to be 0; nobody lies behind them
 * @returns the same situation when there is no circle; undefined when more than `most` cells lie behind it, or the
 *   counts of a former release are not known
 */
export function withCellsBehind(
  situation: Situation,
  isZero: (cell: number) => boolean,
  most: number,
): Situation | undefined {
  const { system, spans, countsOf } = situation;
  const releases = [...new Set(system.releaseOf)].sort((a, b) => a - b);
  const growing = new Growing(situation);
  let earlier = new Map<string, number>();
  for (const release of releases) {
    const here = release === 0 ? spans : spans.filter((span) => span.release === release);
    const circle = circleOf(here);
    const counts = countsOf(release);
    if (circle.length > 0 && !counts) return undefined;
    const now = addBehind(growing, here, circle, counts ?? new Map<string, number>(), {
      release,
      isZero,
      most,
    });
    if (!now) return undefined;
    addIncreases(growing, earlier, now, release);
    earlier = now;
  }
  return growing.finish();
}

/** @returns the new cells by key string; undefined when there would be too many */
function addBehind(
  growing: Growing,
  spans: Span[],
  circle: Set<string>[],
  counts: Map<string, number>,
  { release, isZero, most }: { release: number; isZero: (cell: number) => boolean; most: number },
): Map<string, number> | undefined {
  const { dimensions, system } = growing.base;
  const added = new Map<string, number>();
  if (circle.length === 0) return added;
  const free = dimensions.map(({ name }) => circle.some((set) => set.has(name)));
  const truth = project(dimensions, free, counts);
  const parts = new Map<number, number[]>();
  for (const key of crossing(dimensions.map(({ leaves, total }, d) => (free[d] ? leaves : [total])))) {
    const margins = spans.flatMap((span) => marginOf({ system, dimensions, free, release }, span, key) ?? []);
    if (margins.some(isZero)) continue;
    if (growing.keys.length - system.size >= most) return undefined;
    const cell = growing.push(key, truth.get(keyString(key)) ?? 0, release, -1);
    added.set(keyString(key), cell);
    for (const margin of new Set(margins)) parts.set(margin, [...(parts.get(margin) ?? []), cell]);
  }
  for (const [margin, cells] of parts)
    growing.relations.push({ total: margin, parts: Int32Array.from(cells) });
  return added;
}

/** Innermost counts of cumulative releases do not fall either. */
function addIncreases(
  growing: Growing,
  earlier: Map<string, number>,
  later: Map<string, number>,
  release: number,
): void {
  for (const [key, before] of earlier) {
    const after = later.get(key);
    if (after === undefined) continue;
    const growth = growing.push(
      growing.keys[after]!,
      growing.truth[after]! - growing.truth[before]!,
      release,
      before,
    );
    growing.relations.push({ total: after, parts: Int32Array.of(before, growth) });
  }
}

/** The cell of a table under which an innermost cell counts; undefined when the table leaves its people out. */
function marginOf(
  {
    system,
    dimensions,
    free,
    release,
  }: { system: TableSystem; dimensions: Dimension[]; free: boolean[]; release: number },
  span: Span,
  key: string[],
): number | undefined {
  const codes: string[] = [];
  for (const [d, { total, leavesOf }] of dimensions.entries()) {
    const only = span.at[d];
    if (only === undefined) codes.push(free[d] ? key[d]! : total);
    else if (key[d] === total || leavesOf.get(only)!.includes(key[d]!)) codes.push(only);
    else return undefined;
  }
  return system.indexOf(codes, release || undefined);
}

/** Innermost counts summed over the dimensions that are not free. */
function project(dimensions: Dimension[], free: boolean[], counts: Map<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [id, count] of counts) {
    const key = keyString(keyOfString(id).map((code, d) => (free[d] ? code : dimensions[d]!.total)));
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}

function* crossing(codes: readonly (readonly string[])[], key: string[] = []): Generator<string[]> {
  const next = codes[key.length];
  if (!next) yield key;
  else for (const code of next) yield* crossing(codes, [...key, code]);
}
