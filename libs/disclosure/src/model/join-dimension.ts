import { completeDimension } from './dimension.js';
import type { Dimension } from './types.js';

/** A dimension united with its former self, and how the ledger's codes are called in it. */
export interface JoinedDimension {
  dimension: Dimension;
  /** Ledger code → its name in the union, where it differs. */
  rename: Map<string, string>;
  /** Codes that the ledger did not know and that covered nobody then (cumulative releases only). */
  unknownThen: string[];
}

interface How {
  release: number;
  cumulative: boolean;
}

/** Unites a dimension of a new publication with the ledger's of the same name; either may be missing. */
export function joinDimensions(
  fresh: Dimension | undefined,
  former: Dimension | undefined,
  how: How,
): JoinedDimension {
  const only = fresh ?? former;
  if (only === undefined) throw new Error('a dimension of neither the publication nor the ledger');
  if (fresh === undefined || former === undefined)
    return { dimension: only, rename: new Map(), unknownThen: [] };
  const finestFresh = (code: string): Set<string> => finest(code, fresh, former);
  const finestFormer = (code: string): Set<string> => finest(code, former, fresh);
  const known = finestFormer(former.total);
  const rename = new Map<string, string>();
  for (const code of former.codes) {
    if (!fresh.leavesOf.has(code)) continue;
    const now = [...finestFresh(code)].filter((leaf) => !how.cumulative || known.has(leaf));
    if (!sameMembers(new Set(now), finestFormer(code)))
      rename.set(code, freeName(code, how.release, fresh, former));
  }
  const unknownThen = how.cumulative
    ? fresh.codes.filter((code) => [...finestFresh(code)].every((leaf) => !known.has(leaf)))
    : [];
  return { dimension: unite(fresh, former, rename, how), rename, unknownThen };
}

function unite(fresh: Dimension, former: Dimension, rename: Map<string, string>, how: How): Dimension {
  const named = (code: string): string => rename.get(code) ?? code;
  const codes = [...new Set([...fresh.codes, ...former.codes.map(named)])];
  const groupings = [...fresh.groupings];
  for (const grouping of former.groupings) {
    const families = familiesOf(grouping).filter(
      ([parent]) => rename.has(parent) || !grows(parent, fresh, former, how),
    );
    const renamed = new Map(
      families.flatMap(([parent, children]) => children.map((child) => [named(child), named(parent)])),
    );
    const isKnown = fresh.groupings.some((other) =>
      [...renamed].every(([child, parent]) => other.get(child) === parent),
    );
    if (!isKnown) groupings.push(renamed);
  }
  groupings.push(...bridgeTotals(fresh, former, named(former.total), codes));
  const { name } = fresh;
  return completeDimension(
    { name, codes, groupings, sensitive: fresh.sensitive || former.sensitive },
    '/dimensions',
  );
}

/** Makes one total of the two: equal ones are linked; when neither covers everything, both get a common one. */
function bridgeTotals(
  fresh: Dimension,
  former: Dimension,
  formerTotal: string,
  codes: string[],
): Map<string, string>[] {
  const now = finest(fresh.total, fresh, former);
  const then = finest(former.total, former, fresh);
  const everything = new Set([...now, ...then]);
  if (formerTotal === fresh.total) return [];
  if (now.size === then.size && now.size === everything.size) return [new Map([[formerTotal, fresh.total]])];
  if (now.size === everything.size || then.size === everything.size) return [];
  const total = `${fresh.total}+${former.total}`;
  codes.push(total);
  return [new Map([...everything].map((leaf) => [leaf, total]))];
}

/** A parent that has gained leaves since: its old family no longer adds up to it (cumulative releases). */
function grows(parent: string, fresh: Dimension, former: Dimension, how: How): boolean {
  if (!how.cumulative || !fresh.leavesOf.has(parent)) return false;
  return !sameMembers(finest(parent, fresh, former), finest(parent, former, fresh));
}

function familiesOf(grouping: Map<string, string>): [string, string[]][] {
  const families = new Map<string, string[]>();
  for (const [child, parent] of grouping) families.set(parent, [...(families.get(parent) ?? []), child]);
  return [...families];
}

/** The finest leaves of a code, where a leaf of one classification may be a group of the other. */
function finest(code: string, own: Dimension, other: Dimension): Set<string> {
  return new Set((own.leavesOf.get(code) ?? [code]).flatMap((leaf) => other.leavesOf.get(leaf) ?? [leaf]));
}

function sameMembers(one: Set<string>, other: Set<string>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function freeName(code: string, release: number, fresh: Dimension, former: Dimension): string {
  let name = `${code}@${release}`;
  while (fresh.leavesOf.has(name) || former.leavesOf.has(name)) name += "'";
  return name;
}
