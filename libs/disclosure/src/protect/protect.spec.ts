import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attack } from '../attack/index.js';
import { keyString, parseProblem, parsePublished, type Problem } from '../model/index.js';
import { allTables, fewestHidden, rangeOf, tablesAlike, withTotals } from './brute-force.spec-support.js';
import { NothingSafe, protect, TooFine, type Pattern } from './index.js';

/** A two-way table: missions × causes, innermost counts given row by row. */
function twoWay(inner: number[][], extra: object = {}): Problem {
  const dimension = (name: string, count: number): object => {
    const codes = Array.from({ length: count }, (_, at) => String(at));
    return { name, codes: ['T', ...codes], parents: Object.fromEntries(codes.map((code) => [code, 'T'])) };
  };
  return parseProblem({
    threshold: 3,
    protection: 2,
    zeros: 'published',
    dimensions: [dimension('mission', inner.length), dimension('cause', inner[0]!.length)],
    trueCells: inner.flatMap((row, r) => row.map((value, c) => ({ key: [String(r), String(c)], value }))),
    ...extra,
  });
}

const hiddenOf = (pattern: Pattern): Set<string> =>
  new Set(pattern.proof.hiddenCells.map(({ key }) => key.join()));

const tinyTable = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 2,
});

describe('protecting a table', () => {
  it('hides no fewer and no more cells than trying everything out would, and states the true intervals', async () => {
    await fc.assert(
      fc.asyncProperty(tinyTable, async (inner) => {
        const truth = withTotals(inner);
        const tables = allTables(2, 3, truth.get('T,T')!);
        const fewest = fewestHidden(truth, tables, 3);
        const pattern = await protect(twoWay(inner), { timeLimitSeconds: 20 }).catch((error: unknown) => {
          if (error instanceof NothingSafe) return undefined;
          throw error;
        });
        expect(pattern?.proof.hidden).toBe(fewest);
        if (!pattern) return;
        expect(pattern.proof.optimal).toBe(true);
        const alike = tablesAlike(truth, tables, hiddenOf(pattern));
        for (const { key, lower, upper } of pattern.proof.hiddenCells) {
          expect([lower, upper]).toEqual(rangeOf(alike, key.join()));
        }
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  it('gives patterns of which every hidden cell matters: show one, and the attacker names what falls', async () => {
    const pattern = await protect(
      twoWay(
        [
          [1, 7, 9],
          [4, 8, 2],
          [6, 5, 12],
        ],
        { threshold: 5, protection: 4 },
      ),
    );
    expect(pattern.proof.optimal).toBe(true);
    const truth = withTotals([
      [1, 7, 9],
      [4, 8, 2],
      [6, 5, 12],
    ]);
    for (const { key } of pattern.proof.hiddenCells) {
      const shown = structuredClone(pattern);
      const cell = shown.tables[0]!.cells.find((one) => one.key.join() === key.join())!;
      cell.value = truth.get(key.join())!;
      const { findings } = await attack(parsePublished(shown));
      expect(findings.length).toBeGreaterThan(0);
    }
    expect((await attack(parsePublished(pattern))).findings).toEqual([]);
  });

  it('gives the same pattern for the same key, and ties to another key', async () => {
    const even = twoWay(
      [
        [2, 9, 9, 9],
        [9, 9, 9, 9],
        [9, 9, 9, 9],
        [9, 9, 9, 9],
      ],
      { threshold: 5, protection: 4 },
    );
    const patterns = new Set<string>();
    for (const key of ['a', 'a', 'b', 'c', 'd']) {
      const pattern = await protect(even, { key, timeLimitSeconds: 20 });
      expect(pattern.proof).toMatchObject({ hidden: 4, optimal: true });
      patterns.add([...hiddenOf(pattern)].sort().join(';'));
      if (key === 'a') expect(patterns.size).toBe(1);
    }
    expect(patterns.size).toBeGreaterThan(1);
  });

  it('says that nothing is safe where the grand total is small, for it is never hidden', async () => {
    await expect(
      protect(
        twoWay([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).rejects.toThrow(NothingSafe);
    await expect(
      protect(
        twoWay([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).rejects.toMatchObject({ cells: expect.arrayContaining([['T', 'T']]) });
  });

  it('refuses a table that is too fine when asked to, and names the coarser one', async () => {
    const fine = twoWay(
      [
        [1, 1, 20],
        [2, 1, 30],
        [1, 2, 40],
      ],
      { threshold: 5, protection: 4 },
    );
    const refusal = await protect(fine, { redesign: 'always' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooFine);
    expect((refusal as TooFine).redesign).toEqual([
      {
        table: 'table',
        nonZero: 16,
        small: 8,
        coarser: [
          { dimension: 'mission', keep: 'all codes' },
          { dimension: 'cause', keep: 'total only' },
        ],
      },
    ]);
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(
      protect(
        twoWay(
          [
            [1, 7],
            [4, 8],
          ],
          { threshold: 5 },
        ),
        { signal: stop.signal },
      ),
    ).rejects.toThrow('cancelled');
  });

  it('level A lets a small count be known to be small, but not how small', async () => {
    const problem = twoWay(
      [
        [1, 7, 9],
        [4, 8, 2],
        [6, 5, 12],
      ],
      { threshold: 5, protection: 4 },
    );
    const [a, b] = [await protect(problem, { level: 'A' }), await protect(problem, { level: 'B' })];
    expect(a.proof.hidden).toBeLessThanOrEqual(b.proof.hidden);
    expect((await attack(parsePublished(a))).findings.filter(({ how }) => how === 'exact')).toEqual([]);
  });

  it('level C hides a zero where all people of a mission would be seen in one category', async () => {
    const inner = [
      [9, 0, 0],
      [8, 12, 11],
      [7, 10, 14],
    ];
    const problem = twoWay(inner, { threshold: 5, protection: 4 });
    problem.dimensions[1]!.sensitive = true;
    const pattern = await protect(problem, { timeLimitSeconds: 20 });
    expect(pattern.proof.level).toBe('C');
    expect(pattern.zeros).toBe('maySuppress');
    expect(
      pattern.proof.hiddenCells.some(({ key }) => key[0] === '0' && withTotals(inner).get(key.join()) === 0),
    ).toBe(true);
    const result = await attack(parsePublished(pattern));
    expect([result.findings, result.undetermined]).toEqual([[], []]);
  });
});

describe('protecting what joins what was published before', () => {
  const years = (last: number): object => {
    const codes = [2002, 2003, 2004].filter((year) => year <= last).map(String);
    return {
      name: 'year',
      codes: ['All', ...codes],
      parents: Object.fromEntries(codes.map((code) => [code, 'All'])),
    };
  };
  const country = {
    name: 'country',
    codes: ['World', 'FR', 'IT', 'KR'],
    parents: { FR: 'World', IT: 'World', KR: 'World' },
  };
  const counts = [
    ['FR', '2002', 3],
    ['IT', '2002', 12],
    ['KR', '2002', 9],
    ['FR', '2003', 8],
    ['IT', '2003', 2],
    ['KR', '2003', 7],
  ] as const;
  const upTo = (last: number, extra: object = {}): Problem =>
    parseProblem({
      threshold: 5,
      protection: 4,
      dimensions: [country, years(last)],
      trueCells: counts
        .filter(([, year]) => Number(year) <= last)
        .map(([code, year, value]) => ({ key: [code, year], value })),
      tables: [{ name: 'by-year', dimensions: ['country', 'year'], release: last - 2001 }],
      ...extra,
    });

  it('keeps shown what was shown and hidden what was hidden, and nothing falls from both together', async () => {
    const first = await protect(upTo(2002));
    const ledger = parsePublished(first);
    const second = await protect(upTo(2003), { ledger });
    const before = new Map(first.tables[0]!.cells.map(({ key, value }) => [keyString(key), value]));
    for (const { key, value } of second.tables[0]!.cells) {
      if (key[1] === '2002') expect(value).toBe(before.get(keyString(key)));
    }
    const result = await attack(parsePublished(second), { ledger });
    expect([result.findings, result.undetermined]).toEqual([[], []]);
  });

  it('protects increases between cumulative releases', async () => {
    const mode = { releaseMode: 'cumulative' };
    const ledger = parsePublished(await protect(upTo(2002, mode)));
    const formerCells = new Map([[1, upTo(2002).trueCells]]);
    const second = await protect(upTo(2003, mode), { ledger, formerCells, timeLimitSeconds: 20 });
    const result = await attack(parsePublished(second), { ledger });
    expect([result.findings, result.undetermined]).toEqual([[], []]);
  });

  it('refuses a truth that disagrees with what was published', async () => {
    const ledger = parsePublished(await protect(upTo(2002)));
    const changed = upTo(2003);
    changed.trueCells.set(keyString(['IT', '2002']), 40);
    await expect(protect(changed, { ledger })).rejects.toThrow(/true cells make it/);
  });
});
