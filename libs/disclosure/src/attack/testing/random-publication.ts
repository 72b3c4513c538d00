import { keyString, buildSystem, type Published, type PublishedTable } from '../../model/index.js';
import { completeDimension } from '../../model/dimension.js';
import type { Dimension, TableSpec } from '../../model/index.js';
import { randomFrom } from '../rounds.js';

/** What a random publication looks like; every number only bounds what the seed draws. */
export interface Shape {
  seed: number;
  dimensions: number;
  leaves: number;
  /** Groups, or a second grouping, in some dimensions. */
  isGrouped: boolean;
  /** Crossing of everything, or several linked tables. */
  isLinked: boolean;
  /** With linked tables also everything crossed, but for the members of the first dimension's groups. */
  isNarrowed?: boolean;
  releases: number;
  mode: 'same' | 'cumulative';
  people: number;
  /** Share of cells that are hidden, and that a table does not list. */
  hidden: number;
  unlisted: number;
}

/** A small publication out of a random truth, so that some table is surely behind it; its grand totals are shown. */
export function randomPublication(shape: Shape): { published: Published; truths: Map<string, number>[] } {
  const random = randomFrom(shape.seed);
  const below = (n: number): number => Math.floor(random() * n);
  const dimensions = Array.from({ length: shape.dimensions }, (_, d) =>
    randomDimension(`d${d}`, 2 + below(shape.leaves - 1), shape.isGrouped ? below(3) : 0),
  );
  const names = dimensions.map(({ name }) => name);
  const specs: TableSpec[] = [];
  for (let release = 1; release <= shape.releases; release++) {
    const sets = shape.isLinked ? names.map((name) => names.filter((other) => other !== name)) : [names];
    const used = shape.releases > 1 && shape.mode === 'same' ? [sets[below(sets.length)]!] : sets;
    used.forEach((set, i) => specs.push({ name: `t${i}`, dimensions: set, release }));
    if (shape.isNarrowed)
      specs.push({ name: 'coarse', dimensions: names, release, ...groupsOnly(dimensions) });
  }
  const truths: Map<string, number>[] = [];
  const leaves = crossing(dimensions.map((dimension) => dimension.leaves));
  for (let release = 1; release <= shape.releases; release++) {
    const before = truths.at(-1);
    if (shape.mode === 'same' && before) truths.push(before);
    else truths.push(addPeople(before ?? new Map<string, number>(), leaves, 1 + below(shape.people), below));
  }
  const zeros = random() < 0.7 ? 'published' : 'maySuppress';
  const published: Published = {
    threshold: 2 + below(3),
    protection: 1 + below(3),
    zeros,
    releaseMode: shape.mode,
    dimensions,
    tables: [],
  };
  published.tables = specs.map((spec) => publish(spec, published, truths[spec.release - 1]!, shape, random));
  return { published, truths };
}

function randomDimension(name: string, leaves: number, kind: number): Dimension {
  const own = Array.from({ length: leaves }, (_, i) => `${name}${'abcdef'[i]}`);
  const flat = new Map(own.map((code) => [code, `${name}T`]));
  if (kind === 0 || leaves < 3) {
    return completeDimension({ name, codes: [`${name}T`, ...own], groupings: [flat], sensitive: false }, '');
  }
  const grouped = (group: string, members: string[]): Map<string, string> =>
    new Map([
      [group, `${name}T`],
      ...own.map((code): [string, string] => [code, members.includes(code) ? group : `${name}T`]),
    ]);
  const groupings = [grouped(`${name}G`, own.slice(0, 2))];
  if (kind === 2) groupings.push(grouped(`${name}H`, own.slice(1, 3)));
  const codes = [`${name}T`, ...groupings.map((_, g) => `${name}${'GH'[g]}`), ...own];
  return completeDimension({ name, codes, groupings, sensitive: false }, '');
}

/** The first dimension by its group and what is in none; by its total where it has no single group. */
function groupsOnly([first]: Dimension[]): Pick<TableSpec, 'codes'> {
  const [grouping] = first!.groupings;
  const kept = (code: string): boolean =>
    code === first!.total || (first!.groupings.length === 1 && grouping!.get(code) === first!.total);
  const isGrouped = first!.codes.some(
    (code) => kept(code) && !first!.leaves.includes(code) && code !== first!.total,
  );
  return {
    codes: { [first!.name]: first!.codes.filter((code) => (isGrouped ? kept(code) : code === first!.total)) },
  };
}

function addPeople(
  before: Map<string, number>,
  leaves: string[][],
  people: number,
  below: (n: number) => number,
): Map<string, number> {
  const truth = new Map(before);
  const crowded = below(leaves.length);
  for (let person = 0; person < people; person++) {
    const id = keyString(leaves[below(3) === 0 ? crowded : below(leaves.length)]!);
    truth.set(id, (truth.get(id) ?? 0) + 1);
  }
  return truth;
}

function publish(
  spec: TableSpec,
  rule: Published,
  truth: Map<string, number>,
  shape: Shape,
  random: () => number,
): PublishedTable {
  const cells = new Map<string, number | null>();
  const { keys } = buildSystem(rule.dimensions, [spec]);
  for (const key of keys) {
    const isGrandTotal = rule.dimensions.every(({ total }, d) => key[d] === total);
    const value = crossing(rule.dimensions.map(({ leavesOf }, d) => [...leavesOf.get(key[d]!)!]))
      .map((leaf) => truth.get(keyString(leaf)) ?? 0)
      .reduce((sum, count) => sum + count, 0);
    const mayHide = !isGrandTotal && (value > 0 || rule.zeros === 'maySuppress');
    if (!isGrandTotal && random() < shape.unlisted) continue;
    cells.set(keyString(key), mayHide && random() < shape.hidden ? null : value);
  }
  return { ...spec, sparse: false, cells };
}

function crossing(lists: string[][]): string[][] {
  return lists.reduce<string[][]>(
    (keys, codes) => keys.flatMap((key) => codes.map((code) => [...key, code])),
    [[]],
  );
}
