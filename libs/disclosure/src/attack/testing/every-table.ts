import { keyString, type Published } from '../../model/index.js';

/** Smallest and largest value of a count over every table that fits. */
export interface Range {
  least: number;
  most: number;
}

interface Fact {
  leaves: number[];
  least: number;
  most: number;
}

/**
 * The attack by brute force: goes through EVERY whole-number innermost table (all dimensions crossed, one per
 * release when cumulative) that fits the publication and reports the range of each sum asked for. Shares only the
 * reading of files with the real attack. A shown total must bound everything.
 * @returns undefined when there are more than `limit` steps; an empty list when no table fits
 */
export function rangesByBruteForce(
  published: Published,
  sums: { key: string[]; release: number; since?: number; less?: string[] }[],
  limit: number,
): Range[] | undefined {
  const releases = releasesOf(published);
  const inner = innermostKeys(published);
  const place = new Map(inner.map((key, i) => [keyString(key), i]));
  const leavesOf = (key: string[], release: number): number[] =>
    crossing(published.dimensions.map(({ leavesOf }, d) => [...leavesOf.get(key[d]!)!])).map(
      (leaf) => place.get(keyString(leaf))! + releases.indexOf(release) * inner.length,
    );
  const facts = factsOf(published, releases, leavesOf);
  const asked = sums.map(({ key, release, since, less }) => ({
    plus: [...leavesOf(key, release), ...(less && since !== undefined ? leavesOf(less, since) : [])],
    minus: [...(since === undefined ? [] : leavesOf(key, since)), ...(less ? leavesOf(less, release) : [])],
  }));
  const ranges = sums.map(() => ({ least: Infinity, most: -Infinity }));
  const done = walk(inner.length, releases.length, facts, limit, (table) => {
    asked.forEach(({ plus, minus }, i) => {
      const value = sum(plus, table) - sum(minus, table);
      ranges[i]!.least = Math.min(ranges[i]!.least, value);
      ranges[i]!.most = Math.max(ranges[i]!.most, value);
    });
  });
  if (!done) return undefined;
  return ranges.some(({ least }) => least === Infinity) ? [] : ranges;
}

function releasesOf({ tables, releaseMode }: Published): number[] {
  if (releaseMode === 'same') return [0];
  return [...new Set(tables.map(({ release }) => release))].sort((a, b) => a - b);
}

function innermostKeys({ dimensions }: Published): string[][] {
  return crossing(dimensions.map(({ leaves }) => leaves));
}

function crossing(lists: string[][]): string[][] {
  return lists.reduce<string[][]>(
    (keys, codes) => keys.flatMap((key) => codes.map((code) => [...key, code])),
    [[]],
  );
}

function factsOf(
  published: Published,
  releases: number[],
  leavesOf: (key: string[], release: number) => number[],
): Fact[] {
  const facts: Fact[] = [];
  for (const table of published.tables) {
    const release = published.releaseMode === 'same' ? releases[0]! : table.release;
    const codes = published.dimensions.map(({ name, codes, total }) =>
      table.dimensions.includes(name) ? (table.codes?.[name] ?? codes) : [total],
    );
    for (const key of crossing(codes)) {
      const id = keyString(key);
      if (!table.cells.has(id) && !table.sparse) continue;
      const value = table.cells.has(id) ? table.cells.get(id)! : 0;
      const hiddenLeast = published.zeros === 'published' ? 1 : 0;
      const [least, most] = value === null ? [hiddenLeast, Infinity] : [value, value];
      facts.push({ leaves: leavesOf(key, release), least, most });
    }
  }
  return facts;
}

/** Depth first over the innermost cells; a branch ends where a fact can no longer hold. */
function walk(
  size: number,
  releases: number,
  facts: Fact[],
  limit: number,
  visit: (table: number[]) => void,
): boolean {
  const cells = size * releases;
  const table = new Array<number>(cells).fill(0);
  const sums = new Array<number>(facts.length).fill(0);
  const factsOfCell = table.map((_, cell) =>
    facts.flatMap(({ leaves }, f) => (leaves.includes(cell) ? [f] : [])),
  );
  const endsAt = table.map((_, cell) =>
    facts.flatMap(({ leaves }, f) => (Math.max(...leaves) === cell ? [f] : [])),
  );
  let steps = 0;
  const descend = (cell: number): boolean => {
    if (++steps > limit) return false;
    if (cell === cells) {
      visit(table);
      return true;
    }
    const from = cell >= size ? table[cell - size]! : 0;
    const room = Math.min(...factsOfCell[cell]!.map((f) => facts[f]!.most - sums[f]!));
    for (let value = from; value <= room; value++) {
      table[cell] = value;
      for (const f of factsOfCell[cell]!) sums[f]! += value;
      const fits = endsAt[cell]!.every((f) => sums[f]! >= facts[f]!.least && sums[f]! <= facts[f]!.most);
      const goesOn = !fits || descend(cell + 1);
      for (const f of factsOfCell[cell]!) sums[f]! -= value;
      if (!goesOn) return false;
    }
    table[cell] = 0;
    return true;
  };
  return descend(0);
}

function sum(cells: number[], table: number[]): number {
  return cells.reduce((total, cell) => total + table[cell]!, 0);
}
