import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomPublication, type Shape } from './attack/testing/random-publication.js';
import {
  attack,
  joinLedger,
  NothingSafe,
  parseProblem,
  parsePublished,
  protect,
  type Pattern,
  type Problem,
  type ProtectOptions,
  type Published,
} from './index.js';

interface Drawn {
  shape: Shape;
  threshold: number;
  isSensitive: boolean;
}

const drawn = (fixed: Partial<Shape>): fc.Arbitrary<Drawn> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      isGrouped: fc.boolean(),
      people: fc.integer({ min: 20, max: 160 }),
      threshold: fc.integer({ min: 3, max: 5 }),
      isSensitive: fc.constant(false),
    })
    .map(({ threshold, isSensitive, ...rest }) => ({
      threshold,
      isSensitive,
      shape: {
        dimensions: 2,
        leaves: 4,
        isLinked: false,
        releases: 1,
        mode: 'same',
        hidden: 0,
        unlisted: 0,
        ...rest,
        ...fixed,
      },
    }));

/** The truth of one release as a problem in the interchange format. */
function problemOf({ shape, threshold, isSensitive }: Drawn, release = 1): Problem {
  const { published, truths } = randomPublication(shape);
  return parseProblem({
    threshold,
    protection: threshold - 1,
    zeros: published.zeros,
    releaseMode: published.releaseMode,
    dimensions: published.dimensions.map(({ name, codes, groupings }, d) => ({
      name,
      codes,
      parents: groupings.map((grouping) => Object.fromEntries(grouping)),
      sensitive: isSensitive && d === 0,
    })),
    trueCells: [...truths[release - 1]!].map(([key, value]) => ({ key: key.split('\u001f'), value })),
    tables: published.tables
      .filter((table) => table.release === release)
      .map(({ name, dimensions }) => ({ name, dimensions, release })),
  });
}

/** As readers get it: through JSON, without the proof. */
function readersSee({ proof: _, ...pattern }: Pattern): Published {
  return parsePublished(JSON.parse(JSON.stringify(pattern)));
}

async function protectOrNot(
  problem: Problem,
  former: Pick<ProtectOptions, 'ledger' | 'formerCells'> = {},
): Promise<Pattern | undefined> {
  try {
    return await protect(problem, { timeLimitSeconds: 20, ...former });
  } catch (error) {
    if (error instanceof NothingSafe) return undefined;
    throw error;
  }
}

async function survives(published: Published, ledger?: Published): Promise<void> {
  const result = await attack(published, ledger ? { ledger } : {});
  expect(result.findings).toEqual([]);
  expect(result.undetermined).toEqual([]);
}

async function everySafePatternSurvives(shapes: fc.Arbitrary<Drawn>, numRuns: number): Promise<number> {
  let patterns = 0;
  const property = fc.asyncProperty(shapes, async (one) => {
    const pattern = await protectOrNot(problemOf(one));
    if (pattern === undefined) return;
    patterns++;
    await survives(readersSee(pattern));
  });
  await fc.assert(property, { numRuns, seed: 20261122, endOnFailure: true });
  return patterns;
}

describe('what protect calls safe, attack cannot break', () => {
  it('in hierarchical tables', async () => {
    expect(await everySafePatternSurvives(drawn({}), 40)).toBeGreaterThan(25);
  });

  it('in tables linked in a circle, where innermost counts lie behind the margins', async () => {
    expect(
      await everySafePatternSurvives(drawn({ dimensions: 3, leaves: 3, isLinked: true }), 40),
    ).toBeGreaterThan(25);
  });

  it('in tables with a sensitive dimension, where groups are protected too', async () => {
    const sensitive = drawn({ leaves: 3 }).map((one) => ({ ...one, isSensitive: true }));
    expect(await everySafePatternSurvives(sensitive, 20)).toBeGreaterThan(10);
  });

  it('with the ledger of cumulative releases, jointly', async () => {
    let patterns = 0;
    const shapes = drawn({ releases: 2, mode: 'cumulative', leaves: 3 });
    const property = fc.asyncProperty(shapes, async (one) => {
      const before = problemOf(one, 1);
      const first = await protectOrNot(before);
      if (first === undefined) return;
      const ledger = readersSee(first);
      const formerCells = new Map([[1, before.trueCells]]);
      const second = await protectOrNot(problemOf(one, 2), { ledger, formerCells });
      if (second === undefined) return;
      patterns++;
      await survives(readersSee(second), ledger);
      await survives(joinLedger(readersSee(second), ledger));
    });
    await fc.assert(property, { numRuns: 20, seed: 20261122, endOnFailure: true });
    expect(patterns).toBeGreaterThan(5);
  });

  it('with the ledger of cumulative releases, where the new people of a group may not all be in one category', async () => {
    let patterns = 0;
    const shapes = drawn({ releases: 2, mode: 'cumulative', leaves: 3 }).map((one) => ({
      ...one,
      isSensitive: true,
    }));
    const property = fc.asyncProperty(shapes, async (one) => {
      const before = problemOf(one, 1);
      const first = await protectOrNot(before);
      if (first === undefined) return;
      const ledger = readersSee(first);
      const formerCells = new Map([[1, before.trueCells]]);
      const second = await protectOrNot(problemOf(one, 2), { ledger, formerCells });
      if (second === undefined) return;
      patterns++;
      await survives(readersSee(second), ledger);
    });
    await fc.assert(property, { numRuns: 20, seed: 20261122, endOnFailure: true });
    expect(patterns).toBeGreaterThan(3);
  });

  it('with the ledger of a former release of the same people in other tables, jointly', async () => {
    let patterns = 0;
    const property = fc.asyncProperty(
      drawn({ dimensions: 3, leaves: 3, isLinked: true, releases: 2 }),
      async (one) => {
        const first = await protectOrNot(problemOf(one, 1));
        if (first === undefined) return;
        const ledger = readersSee(first);
        const second = await protectOrNot(problemOf(one, 2), { ledger });
        if (second === undefined) return;
        patterns++;
        await survives(readersSee(second), ledger);
      },
    );
    await fc.assert(property, { numRuns: 20, seed: 20261122, endOnFailure: true });
    expect(patterns).toBeGreaterThan(5);
  });

  it('with the ledger of a release that was put right since, whatever was put right', async () => {
    const seen = { patterns: 0, announced: 0, waiting: 0 };
    const putRight = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -9, max: 12 })), {
      minLength: 1,
      maxLength: 4,
    });
    const property = fc.asyncProperty(drawn({ leaves: 3 }), putRight, async (one, entries) => {
      const before = problemOf(one);
      const first = await protectOrNot(before);
      const after = corrected(before, entries);
      if (first === undefined || after === undefined) return;
      const ledger = readersSee(first);
      const second = await protectOrNot(after, { ledger });
      if (second === undefined) return;
      seen.patterns++;
      seen.announced += second.corrections ? 1 : 0;
      seen.waiting += second.proof.waiting ? 1 : 0;
      await survives(readersSee(second), ledger);
    });
    await fc.assert(property, { numRuns: 60, seed: 20261122, endOnFailure: true });
    expect(seen.patterns).toBeGreaterThan(30);
    expect(seen.announced).toBeGreaterThan(5);
    expect(seen.waiting).toBeGreaterThan(5);
  });

  it('falls as soon as any one cell of a pattern proven optimal is shown', async () => {
    let shown = 0;
    const property = fc.asyncProperty(drawn({}), async (one) => {
      const problem = problemOf(one);
      const pattern = await protectOrNot(problem);
      if (!pattern?.proof.optimal) return;
      for (const { key } of pattern.proof.hiddenCells) {
        const opened = readersSee(pattern);
        opened.tables[0]!.cells.set(key.join('\u001f'), trueValue(problem, key));
        const { findings } = await attack(opened);
        expect(findings).not.toEqual([]);
        shown++;
      }
    });
    await fc.assert(property, { numRuns: 20, seed: 20261122, endOnFailure: true });
    expect(shown).toBeGreaterThan(100);
  });
});

/** The next release of the same people after some counts were put right; undefined when none was. */
function corrected(before: Problem, entries: [cell: number, by: number][]): Problem | undefined {
  const trueCells = new Map(before.trueCells);
  const keys = [...trueCells.keys()];
  for (const [cell, by] of entries) {
    const key = keys[cell % keys.length]!;
    trueCells.set(key, Math.max(0, trueCells.get(key)! + by));
  }
  const corrections = keys.flatMap((key) => {
    const change = trueCells.get(key)! - before.trueCells.get(key)!;
    return change === 0 ? [] : [{ key, change, since: 1 }];
  });
  const tables = before.tables.map((table) => ({ ...table, release: 2 }));
  return corrections.length > 0 ? { ...before, trueCells, tables, corrections } : undefined;
}

function trueValue({ dimensions, trueCells }: Problem, key: string[]): number {
  let sum = 0;
  for (const [id, count] of trueCells) {
    const leaves = id.split('\u001f');
    if (dimensions.every(({ leavesOf }, d) => leavesOf.get(key[d]!)!.includes(leaves[d]!))) sum += count;
  }
  return sum;
}
