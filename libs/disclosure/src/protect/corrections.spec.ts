import { describe, expect, it } from '@jest/globals';
import { attack } from '../attack/index.js';
import { parseProblem, parsePublished, type Problem, type Published } from '../model/index.js';
import { ledgerWith, protect, type Pattern } from './index.js';

const flat = (name: string, total: string, ...codes: string[]): object => ({
  name,
  codes: [total, ...codes],
  parents: Object.fromEntries(codes.map((code) => [code, total])),
});
type Counts = Record<string, number>;

/** Counts by country; in a release of their own. */
function byCountry(counts: Counts, release: number, extra: object = {}): Problem {
  return parseProblem({
    threshold: 5,
    dimensions: [flat('country', 'World', ...Object.keys(counts))],
    trueCells: Object.entries(counts).map(([code, value]) => ({ key: [code], value })),
    tables: [{ name: 'countries', dimensions: ['country'], release }],
    ...extra,
  });
}

const changed = (code: string, change: number): object => ({ key: [code], change });
const readersSee = ({ proof: _, ...pattern }: Pattern): Published =>
  parsePublished(JSON.parse(JSON.stringify(pattern)));
const shownIn = ({ tables }: Pattern): Record<string, number | null> =>
  Object.fromEntries(tables[0]!.cells.map(({ key, value }) => [key[0]!, value]));

/** The release of `before`, then that of `after` with its corrections, jointly attacked. */
async function correct(before: Counts, after: Counts, ...corrections: object[]): Promise<Pattern> {
  const ledger = parsePublished(ledgerWith(await protect(byCountry(before, 1))));
  const pattern = await protect(byCountry(after, 2, { corrections }), { ledger });
  expect(await attack(readersSee(pattern), { ledger })).toMatchObject({ findings: [], undetermined: [] });
  return pattern;
}

describe('a correction of what was published', () => {
  const before = { FR: 30, IT: 20, KR: 25 };

  it('is shown and announced when every count changes by nobody or by the threshold and more', async () => {
    const pattern = await correct(before, { ...before, FR: 24 }, changed('FR', -6));
    expect(shownIn(pattern)).toEqual({ World: 69, FR: 24, IT: 20, KR: 25 });
    expect(pattern.corrections).toEqual([
      { key: ['World'], change: -6 },
      { key: ['FR'], change: -6 },
    ]);
    expect(pattern.proof.waiting).toBeUndefined();
  });

  it('waits when it is of a few people, and says where', async () => {
    const pattern = await correct(before, { ...before, FR: 32 }, changed('FR', 2));
    expect(shownIn(pattern)).toEqual({ World: 75, ...before });
    expect(pattern.corrections).toBeUndefined();
    expect(pattern.proof.waiting).toEqual([
      {
        key: ['FR'],
        change: 2,
        because: '[World] would change by 2, or become a small count that is shown.',
      },
    ]);
  });

  it('waits when two together would change a total by a few, although each is large', async () => {
    const pattern = await correct(before, { ...before, FR: 36, IT: 15 }, changed('FR', 6), changed('IT', -5));
    expect(shownIn(pattern)).toEqual({ World: 75, ...before });
    expect(pattern.proof.waiting).toHaveLength(2);
  });

  it('waits alone where others may be shown without it', async () => {
    const pattern = await correct(
      before,
      { ...before, FR: 41, IT: 22, KR: 23 },
      changed('FR', 11),
      changed('IT', 2),
      changed('KR', -2),
    );
    expect(shownIn(pattern)).toEqual({ World: 86, FR: 41, IT: 20, KR: 25 });
    expect(pattern.proof.waiting!.map(({ key }) => key[0])).toEqual(['IT', 'KR']);
  });

  it('waits when a count that was shown would become a small one', async () => {
    const pattern = await correct(before, { ...before, IT: 3 }, changed('IT', -17));
    expect(shownIn(pattern)).toEqual({ World: 75, ...before });
  });

  it('does not give away what a hidden count was: it stays hidden when it is no longer small', async () => {
    const pattern = await correct({ FR: 3, IT: 8, KR: 25 }, { FR: 12, IT: 8, KR: 25 }, changed('FR', 9));
    expect(shownIn(pattern)).toMatchObject({ World: 45, FR: null });
    const ledger = parsePublished(ledgerWith(await protect(byCountry({ FR: 3, IT: 8, KR: 25 }, 1))));
    const opened = readersSee(pattern);
    opened.tables[0]!.cells.set('FR', 12);
    const { findings } = await attack(opened, { ledger });
    expect(findings).toContainEqual(expect.objectContaining({ key: ['FR'], asOf: 1, lower: 3, upper: 3 }));
  });

  it('is refused where nobody was counted: without a ledger, or in a country that is new', async () => {
    await expect(protect(byCountry(before, 1, { corrections: [changed('FR', 6)] }))).rejects.toThrow(
      '/corrections: there is no ledger',
    );
    const ledger = parsePublished(ledgerWith(await protect(byCountry({ FR: 30, IT: 20 }, 1))));
    await expect(
      protect(byCountry(before, 1, { corrections: [changed('FR', 6)] }), { ledger }),
    ).rejects.toThrow('/tables: release 1 is in the ledger');
    await expect(
      protect(byCountry(before, 2, { corrections: [changed('KR', 6)] }), { ledger }),
    ).rejects.toThrow('/corrections/0: [KR] was not counted in the ledger');
    expect(() => byCountry(before, 2, { corrections: [changed('World', 6)] })).toThrow(
      '/corrections/0/key/0: "World" is a total or group',
    );
    expect(() => byCountry(before, 2, { corrections: [changed('FR', 0)] })).toThrow(
      '/corrections/0/change: a change of 0 is none',
    );
  });

  it('goes into the ledger beside what was published, and later releases build on it', async () => {
    const first = parsePublished(ledgerWith(await protect(byCountry(before, 1))));
    const corrections = [changed('FR', -6)];
    const second = await protect(byCountry({ ...before, FR: 24 }, 2, { corrections }), { ledger: first });
    const file = ledgerWith(second, first);
    expect(file.tables[0]).toMatchObject({
      release: 1,
      cells: expect.arrayContaining([{ key: ['FR'], value: 30 }]),
      changes: [
        { key: ['World'], release: 2, change: -6 },
        { key: ['FR'], release: 2, change: -6 },
      ],
    });
    const ledger = parsePublished(JSON.parse(JSON.stringify(file)));
    const third = await protect(byCountry({ ...before, FR: 24 }, 3), { ledger });
    expect(shownIn(third)).toMatchObject({ FR: 24 });
    expect(await attack(readersSee(third), { ledger })).toMatchObject({ findings: [], undetermined: [] });
    await expect(protect(byCountry(before, 3), { ledger })).rejects.toThrow('/trueCells');
  });
});

describe('a correction of cumulative releases', () => {
  const cumulative = { releaseMode: 'cumulative' };

  it('lowers a count that otherwise may only grow, from the release on that counted wrongly', async () => {
    const first = byCountry({ FR: 30, IT: 20 }, 1, cumulative);
    const ledger1 = parsePublished(ledgerWith(await protect(first)));
    const second = byCountry({ FR: 45, IT: 31 }, 2, cumulative);
    const formerCells = new Map([[1, first.trueCells]]);
    const ledger = parsePublished(
      ledgerWith(await protect(second, { ledger: ledger1, formerCells }), ledger1),
    );
    formerCells.set(2, second.trueCells);
    const lower = (corrections: object[]): Promise<Pattern> =>
      protect(byCountry({ FR: 39, IT: 31 }, 3, { ...cumulative, corrections }), { ledger, formerCells });
    await expect(lower([])).rejects.toThrow('falls from 76');
    const third = await lower([{ ...changed('FR', -6), since: 2 }]);
    expect(shownIn(third)).toEqual({ World: 70, FR: 39, IT: 31 });
    expect(third.corrections).toEqual([
      { key: ['World'], release: 2, change: -6 },
      { key: ['FR'], release: 2, change: -6 },
    ]);
    expect(await attack(readersSee(third), { ledger })).toMatchObject({ findings: [], undetermined: [] });
  });

  it('waits when an increase that was shown would become a small one', async () => {
    const first = byCountry({ FR: 30, IT: 20 }, 1, cumulative);
    const ledger1 = parsePublished(ledgerWith(await protect(first)));
    const second = byCountry({ FR: 40, IT: 31 }, 2, cumulative);
    const formerCells = new Map([[1, first.trueCells]]);
    const ledger = parsePublished(
      ledgerWith(await protect(second, { ledger: ledger1, formerCells }), ledger1),
    );
    formerCells.set(2, second.trueCells);
    const corrections = [{ ...changed('FR', -7), since: 2 }];
    const third = await protect(byCountry({ FR: 33, IT: 31 }, 3, { ...cumulative, corrections }), {
      ledger,
      formerCells,
    });
    expect(third.proof.waiting).toHaveLength(1);
    expect(shownIn(third)).toEqual({ World: 71, FR: 40, IT: 31 });
  });
});
