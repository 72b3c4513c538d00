import { childLists } from './dimension.js';
import { ModelError } from './error.js';
import { asArray, asObject, at } from './json.js';
import type { Dimension, TableSpec } from './types.js';

/** The codes of a dimension that a table lists: all of them, unless its `codes` say fewer. */
export function codesIn(table: Pick<TableSpec, 'codes'>, dimension: Dimension): readonly string[] {
  return table.codes?.[dimension.name] ?? dimension.codes;
}

/** For each leaf of the dimension the finest of the codes that counts it. */
export function finestAmong(dimension: Dimension, codes: readonly string[]): Map<string, string> {
  const finest = new Map<string, string>();
  const size = (code: string): number => dimension.leavesOf.get(code)?.length ?? 0;
  for (const code of codes) {
    for (const leaf of dimension.leavesOf.get(code) ?? []) {
      const known = finest.get(leaf);
      // Of two codes for the same leaves the later one is the inner one only if it is no parent; a leaf always is.
      if (known === undefined || size(code) < size(known) || code === leaf) finest.set(leaf, code);
    }
  }
  return finest;
}

/**
 * Reads a table's `codes`: for some of its dimensions the codes it lists, by which it is coarser than the others.
 * What is left must be a classification by itself, so that no sum is lost: the total, and of every code either all
 * of its children (in some grouping) or none.
 * @throws ModelError with the place
 */
export function parseNarrowing(
  json: unknown,
  place: string,
  listed: readonly Dimension[],
): Record<string, string[]> | undefined {
  if (json === undefined) return undefined;
  const narrowing: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(asObject(json, place, 'The codes of a table'))) {
    const where = at(place, name);
    const dimension = listed.find((one) => one.name === name);
    if (dimension === undefined) {
      throw new ModelError(where, `"${name}" is no dimension of this table; list it in its "dimensions".`);
    }
    const codes = new Set(
      asArray(value, where, "A table's codes").map((code, i) => knownCode(code, at(where, i), dimension)),
    );
    requireCoarser(dimension, codes, where);
    if (codes.size < dimension.codes.length)
      narrowing[name] = dimension.codes.filter((code) => codes.has(code));
  }
  return Object.keys(narrowing).length > 0 ? narrowing : undefined;
}

function knownCode(code: unknown, place: string, dimension: Dimension): string {
  if (typeof code === 'string' && dimension.leavesOf.has(code)) return code;
  throw new ModelError(place, `code ${JSON.stringify(code)} is unknown in "${dimension.name}".`);
}

function requireCoarser(dimension: Dimension, codes: Set<string>, place: string): void {
  const fault = faultOf(dimension, codes);
  if (fault !== undefined) throw new ModelError(place, fault);
}

/** Whether the codes make a classification by themselves (see `parseNarrowing`). */
export function isClassification(dimension: Dimension, codes: readonly string[]): boolean {
  return faultOf(dimension, new Set(codes)) === undefined;
}

/** Why these codes are no classification by themselves; undefined when they are. */
function faultOf(dimension: Dimension, codes: Set<string>): string | undefined {
  if (!codes.has(dimension.total)) return `the total "${dimension.total}" is missing; list it.`;
  const hasParent = new Set([dimension.total]);
  for (const [parent, families] of childLists(dimension.groupings)) {
    for (const children of families) {
      if (!codes.has(parent) || !children.every((child) => codes.has(child))) continue;
      for (const child of children) hasParent.add(child);
    }
  }
  const loose = [...codes].find((code) => !hasParent.has(code));
  if (loose !== undefined)
    return `"${loose}" does not add up to its parent; list its parent and all its siblings too, or leave it out.`;
  const finest = finestAmong(dimension, [...codes]);
  for (const code of new Set(finest.values())) {
    const missed = dimension.leavesOf.get(code)?.find((leaf) => finest.get(leaf) !== code);
    if (missed !== undefined && !isMadeOf(dimension, code, codes))
      return `"${code}" and "${finest.get(missed) ?? ''}" overlap; list the codes that both are made of, or leave one out.`;
  }
  return undefined;
}

/** Whether some family of the code is listed, so that it is the sum of listed codes. */
function isMadeOf(dimension: Dimension, code: string, codes: Set<string>): boolean {
  const families = childLists(dimension.groupings).get(code) ?? [];
  return families.some((children) => children.every((child) => codes.has(child)));
}

/** Whether of two lists of codes the leaves of the one are sums of the leaves of the other. */
function areNested(dimension: Dimension, one: readonly string[], other: readonly string[]): boolean {
  return refines(dimension, one, other) || refines(dimension, other, one);
}

function refines(dimension: Dimension, fine: readonly string[], coarse: readonly string[]): boolean {
  const [inner, outer] = [finestAmong(dimension, fine), finestAmong(dimension, coarse)];
  const home = new Map<string, string | undefined>();
  return dimension.leaves.every((leaf) => {
    const group = inner.get(leaf) ?? leaf;
    if (!home.has(group)) home.set(group, outer.get(leaf));
    return home.get(group) === outer.get(leaf);
  });
}

/** Refuses two tables whose codes cut across each other: their common parts would be in no table. */
export function requireNested(tables: readonly TableSpec[], dimensions: readonly Dimension[]): void {
  const clash = clashOf(tables, dimensions);
  if (clash === undefined) return;
  throw new ModelError(
    `/tables/${clash.table}/codes/${clash.dimension}`,
    'these codes cut across those of another table; leave "codes" out of one of the two.',
  );
}

/** The first table whose codes cut across those of a table before it. */
export function clashOf(
  tables: readonly TableSpec[],
  dimensions: readonly Dimension[],
): { table: number; dimension: string } | undefined {
  for (const dimension of dimensions) {
    const seen: (readonly string[])[] = [];
    for (const [table, spec] of tables.entries()) {
      const codes = spec.codes?.[dimension.name];
      if (codes === undefined || seen.some((other) => other.join() === codes.join())) continue;
      if (seen.some((other) => !areNested(dimension, other, codes)))
        return { table, dimension: dimension.name };
      seen.push(codes);
    }
  }
  return undefined;
}
