import { ModelError } from './error.js';
import { asArray, asFlag, asObject, asText, at } from './json.js';
import { KEY_SEPARATOR } from './keys.js';
import type { Dimension } from './types.js';

/** Reads one dimension and proves that its groupings are trees that add up to one total. */
export function parseDimension(json: unknown, place: string): Dimension {
  const source = asObject(json, place, 'A dimension');
  const name = asText(source['name'], at(place, 'name'), "A dimension's name");
  const codes = parseCodes(source['codes'], at(place, 'codes'));
  const groupings = parseGroupings(source['parents'], at(place, 'parents'), new Set(codes));
  const sensitive = asFlag(source['sensitive'], at(place, 'sensitive'), '"sensitive"');
  return completeDimension({ name, codes, groupings, sensitive }, place);
}

/** Adds what follows from codes and groupings: the total, the leaves, and the leaves under every code. */
export function completeDimension(
  given: Pick<Dimension, 'name' | 'codes' | 'groupings' | 'sensitive'>,
  place: string,
): Dimension {
  const parents = new Set(given.groupings.flatMap((grouping) => [...grouping.values()]));
  const leaves = given.codes.filter((code) => !parents.has(code));
  const leavesOf = leavesUnderAll(given.codes, given.groupings, place);
  const totals = given.codes.filter(
    (code) =>
      leavesOf.get(code)?.length === leaves.length && !given.groupings.some((grouping) => grouping.has(code)),
  );
  const [total] = totals;
  if (total === undefined) throw noTotal(given.name, leaves, given.groupings, place);
  if (totals.length > 1) {
    throw new ModelError(
      at(place, 'parents'),
      `${totals.join(' and ')} both cover everything; keep one total.`,
    );
  }
  return { ...given, total, leaves, leavesOf };
}

function noTotal(
  name: string,
  leaves: string[],
  groupings: Map<string, string>[],
  place: string,
): ModelError {
  const orphan = leaves.find((leaf) => !groupings.some((grouping) => grouping.has(leaf)));
  const hint = orphan === undefined ? '' : ` "${orphan}" has no parent.`;
  return new ModelError(
    at(place, 'parents'),
    `no code of "${name}" covers all the others; give it a total.${hint}`,
  );
}

function parseCodes(json: unknown, place: string): string[] {
  const codes = asArray(json, place, 'The codes').map((code, i) => asText(code, at(place, i), 'A code'));
  if (codes.length === 0) throw new ModelError(place, 'a dimension needs at least one code.');
  const seen = new Set<string>();
  codes.forEach((code, i) => {
    if (code.includes(KEY_SEPARATOR)) throw new ModelError(at(place, i), 'a code may not contain U+001F.');
    if (seen.has(code)) throw new ModelError(at(place, i), `code "${code}" is listed twice; remove one.`);
    seen.add(code);
  });
  return codes;
}

function parseGroupings(json: unknown, place: string, codes: Set<string>): Map<string, string>[] {
  if (json === undefined) return [];
  const isList = Array.isArray(json);
  const maps = isList ? (json as unknown[]) : [json];
  return maps
    .map((map, i) => parseGrouping(map, isList ? at(place, i) : place, codes))
    .filter((grouping) => grouping.size > 0);
}

function parseGrouping(json: unknown, place: string, codes: Set<string>): Map<string, string> {
  const grouping = new Map<string, string>();
  for (const [child, value] of Object.entries(asObject(json, place, 'The parents'))) {
    const parent = asText(value, at(place, child), "A parent's code");
    for (const code of [child, parent]) {
      if (!codes.has(code))
        throw new ModelError(at(place, child), `code "${code}" is unknown; add it to "codes".`);
    }
    grouping.set(child, parent);
  }
  return grouping;
}

/** Children of each parent, one list per grouping in which it is a parent. */
export function childLists(groupings: readonly Map<string, string>[]): Map<string, string[][]> {
  const lists = new Map<string, string[][]>();
  for (const grouping of groupings) {
    const children = new Map<string, string[]>();
    for (const [child, parent] of grouping) children.set(parent, [...(children.get(parent) ?? []), child]);
    for (const [parent, list] of children) lists.set(parent, [...(lists.get(parent) ?? []), list]);
  }
  return lists;
}

function leavesUnderAll(
  codes: string[],
  groupings: Map<string, string>[],
  place: string,
): Map<string, string[]> {
  const lists = childLists(groupings);
  const order = new Map(codes.map((code, i) => [code, i]));
  const found = new Map<string, string[]>();
  const open: string[] = [];
  const visit = (code: string): string[] => {
    const known = found.get(code);
    if (known) return known;
    if (open.includes(code)) {
      const circle = [...open.slice(open.indexOf(code)), code].join(' → ');
      throw new ModelError(at(place, 'parents'), `the hierarchy is cyclic: ${circle}. Break the circle.`);
    }
    open.push(code);
    const unions = (lists.get(code) ?? []).map((children) => disjointUnion(code, children.map(visit), place));
    open.pop();
    const leaves = (unions[0] ?? [code]).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    requireSameLeaves(code, leaves, unions, place);
    found.set(code, leaves);
    return leaves;
  };
  codes.forEach(visit);
  return found;
}

function disjointUnion(parent: string, parts: string[][], place: string): string[] {
  const union = parts.flat();
  if (new Set(union).size < union.length) {
    throw new ModelError(
      at(place, 'parents'),
      `the children of "${parent}" overlap, so they cannot add up to it; let each code be counted once.`,
    );
  }
  return union;
}

function requireSameLeaves(code: string, leaves: string[], unions: string[][], place: string): void {
  for (const union of unions) {
    const missing =
      leaves.find((leaf) => !union.includes(leaf)) ?? union.find((leaf) => !leaves.includes(leaf));
    if (missing !== undefined) {
      throw new ModelError(
        at(place, 'parents'),
        `two groupings give "${code}" different members ("${missing}" is in only one); use another code.`,
      );
    }
  }
}
