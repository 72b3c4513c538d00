import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codesIn, keyOfString, keyString, type Published } from '../model/index.js';
import { attack, type AttackOptions, type AttackResult, type Finding } from './index.js';
import { randomPublication, type Shape } from './testing/random-publication.js';
import { rangesByBruteForce, type Range } from './testing/every-table.js';

const STEPS = 40_000;

/** What brute force finds to fall: hidden, shown and unlisted cells of every table, and increases between releases. */
interface Expected {
  name: string;
  how: string;
  range: Range;
}

function fallOf(
  { least, most }: Range,
  { threshold, protection }: Published,
  isListed: boolean,
): string | undefined {
  if (!isListed) {
    if (least < 1 || most >= threshold) return undefined;
    return least === most ? 'exact' : 'below-threshold';
  }
  if (most < 1 || least >= threshold) return undefined;
  if (most < threshold) return least === most ? 'exact' : 'below-threshold';
  return most - least < protection ? 'narrow' : undefined;
}

/** Every cell once; with cumulative releases once a release, and the increases between successive ones. */
function countsOf(
  published: Published,
): { key: string[]; release: number; since?: number; isListed: boolean }[] {
  const isCumulative = published.releaseMode === 'cumulative';
  const listed = new Map<string, boolean>();
  const releases = new Map<string, number[]>();
  for (const table of published.tables) {
    const release = isCumulative ? table.release : 0;
    const codes = published.dimensions.map((d) =>
      table.dimensions.includes(d.name) ? codesIn(table, d) : [d.total],
    );
    for (const key of codes.reduce<string[][]>(
      (all, own) => all.flatMap((k) => own.map((c) => [...k, c])),
      [[]],
    )) {
      const id = keyString(key);
      const name = `${release} ${id}`;
      listed.set(name, listed.get(name) === true || table.cells.has(id));
      releases.set(
        id,
        [...new Set([...(releases.get(id) ?? []), release])].sort((a, b) => a - b),
      );
    }
  }
  // Three tables that go round in a circle are asked for the innermost cells behind them too.
  if (published.tables.length >= 3 && published.dimensions.length === 3) {
    const leaves = published.dimensions.map((d) => d.leaves);
    const inner = leaves.reduce<string[][]>(
      (all, own) => all.flatMap((k) => own.map((c) => [...k, c])),
      [[]],
    );
    for (const key of inner) releases.set(keyString(key), [0]);
  }
  return [...releases].flatMap(([id, own]) => {
    const key = keyOfString(id);
    const isListed = (release: number): boolean => listed.get(`${release} ${id}`) === true;
    const counts = own.map((release) => ({ key, release, isListed: isListed(release) }));
    const increases = own.slice(1).map((release, i) => {
      return { key, release, since: own[i]!, isListed: isListed(release) && isListed(own[i]!) };
    });
    return [...counts, ...increases];
  });
}

function nameOf({ key, release, since }: Pick<Finding, 'key' | 'release' | 'since'>): string {
  return `${key.join(',')} ${release ?? 0} ${since ?? ''}`;
}

function expectedOf(published: Published): Expected[] | undefined {
  const counts = countsOf(published);
  const ranges = rangesByBruteForce(published, counts, STEPS);
  if (ranges === undefined) return undefined;
  expect(ranges).not.toHaveLength(0);
  return counts.flatMap((count, i) => {
    const how = fallOf(ranges[i]!, published, count.isListed);
    return how === undefined ? [] : [{ name: nameOf(count), how, range: ranges[i]! }];
  });
}

function isAgreeing(result: AttackResult, expected: Expected[]): void {
  expect(result.undetermined).toEqual([]);
  const plain = result.findings.filter((finding) => finding.less === undefined);
  const found = plain.map((finding) => `${nameOf(finding)} ${finding.how}`).sort();
  expect(found).toEqual(expected.map(({ name, how }) => `${name} ${how}`).sort());
  for (const finding of plain) {
    const range = expected.find(({ name }) => name === nameOf(finding))!.range;
    expect(finding.lower).toBeLessThanOrEqual(range.least);
    expect(finding.upper).toBeGreaterThanOrEqual(range.most);
  }
}

async function agreesWithBruteForce(
  shapes: fc.Arbitrary<Shape>,
  runs: number,
  options: AttackOptions = {},
): Promise<{ compared: number; fallen: number }> {
  let compared = 0;
  let fallen = 0;
  const property = fc.asyncProperty(shapes, async (shape) => {
    const { published } = randomPublication(shape);
    const expected = expectedOf(published);
    if (expected === undefined) return;
    compared++;
    if (expected.length > 0) fallen++;
    isAgreeing(await attack(published, options), expected);
  });
  await fc.assert(property, { numRuns: runs, seed: 20261122 });
  return { compared, fallen };
}

const shape = (fixed: Partial<Shape>): fc.Arbitrary<Shape> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      dimensions: fc.integer({ min: 1, max: 2 }),
      leaves: fc.integer({ min: 2, max: 3 }),
      isGrouped: fc.boolean(),
      hidden: fc.constantFrom(0.2, 0.4, 0.6, 0.9),
      unlisted: fc.constantFrom(0, 0, 0.2),
      people: fc.integer({ min: 1, max: 14 }),
    })
    .map((drawn) => ({ isLinked: false, releases: 1, mode: 'same' as const, ...drawn, ...fixed }));

describe('the attack and brute force over every whole-number table', () => {
  it('agree on hierarchical tables', async () => {
    const { compared, fallen } = await agreesWithBruteForce(shape({}), 1000);
    expect(compared).toBeGreaterThan(700);
    expect(fallen).toBeGreaterThan(200);
  });
  it('agree on linked tables', async () => {
    const { compared } = await agreesWithBruteForce(shape({ dimensions: 3, leaves: 2, isLinked: true }), 500);
    expect(compared).toBeGreaterThan(200);
  });
  it('agree on releases of the same people', async () => {
    const { compared } = await agreesWithBruteForce(shape({ releases: 2, isLinked: true }), 500);
    expect(compared).toBeGreaterThan(200);
  });
  it('agree on cumulative releases and their increases', async () => {
    const { compared } = await agreesWithBruteForce(
      shape({ releases: 2, mode: 'cumulative', leaves: 2, people: 7 }),
      700,
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('agree where a table by groups of countries stands beside tables by country', async () => {
    const narrowed = shape({
      dimensions: 3,
      leaves: 3,
      isLinked: true,
      isNarrowed: true,
      isGrouped: true,
      people: 8,
    });
    const { compared } = await agreesWithBruteForce(narrowed, 700);
    expect(compared).toBeGreaterThan(200);
  });

  it('agree when every block is searched the way of large ones', async () => {
    const shapes = shape({ dimensions: 3, leaves: 2, isLinked: true });
    const { compared } = await agreesWithBruteForce(shapes, 300, { largeBlock: 0 });
    expect(compared).toBeGreaterThan(150);
  });
  it('agree on the groups that are all in one category, whatever the coalition', async () => {
    let fallen = 0;
    const property = fc.asyncProperty(
      shape({ dimensions: 2 }),
      fc.integer({ min: 0, max: 2 }),
      async (drawn, coalition) => {
        const { published } = randomPublication(drawn);
        published.dimensions[0]!.sensitive = true;
        const expected = groupsThatFall(published, coalition);
        if (expected === undefined) return;
        if (expected.length > 0) fallen++;
        const result = await attack(published, { coalition });
        expect(result.undetermined).toEqual([]);
        const found = result.findings.filter(({ kind }) => kind === 'group').map(({ key }) => key.join());
        expect(found.sort()).toEqual(expected.sort());
      },
    );
    await fc.assert(property, { numRuns: 500, seed: 20261122 });
    expect(fallen).toBeGreaterThan(100);
  });

  it('agree on the groups whose new people are all in one category, between cumulative releases', async () => {
    let fallen = 0;
    const property = fc.asyncProperty(
      shape({ dimensions: 2, leaves: 2, releases: 2, mode: 'cumulative', people: 6 }),
      fc.integer({ min: 0, max: 2 }),
      async (drawn, coalition) => {
        const { published } = randomPublication(drawn);
        published.dimensions[0]!.sensitive = true;
        const expected = groupsThatFall(published, coalition, { release: 2, since: 1 });
        if (expected === undefined) return;
        if (expected.length > 0) fallen++;
        const { findings, undetermined } = await attack(published, { coalition });
        expect(undetermined).toEqual([]);
        const found = findings.filter(({ how, since }) => how === 'group' && since === 1);
        expect(found.map(({ key }) => key.join()).sort()).toEqual(expected.sort());
      },
    );
    await fc.assert(property, { numRuns: 300, seed: 20261122 });
    expect(fallen).toBeGreaterThan(50);
  });
});

/** Categories (keys) that surely hold all but `coalition` people of their group, by brute force. */
function groupsThatFall(
  published: Published,
  coalition: number,
  when: { release: number; since?: number } = { release: 0 },
): string[] | undefined {
  const [sensitive, other] = published.dimensions;
  const pairs = other!.codes.flatMap((code) => {
    const categories = sensitive!.codes.filter((own) => own !== sensitive!.total);
    return categories.map((own) => ({ key: [sensitive!.total, code], less: [own, code], ...when }));
  });
  const groups = pairs.map(({ key }) => ({ key, ...when }));
  const ranges = rangesByBruteForce(published, [...pairs, ...groups], STEPS);
  return (
    ranges &&
    pairs.flatMap(({ less }, i) => {
      const isThere = ranges[pairs.length + i]!.most > 0;
      return isThere && ranges[i]!.most <= coalition ? [less.join()] : [];
    })
  );
}
