import { describe, expect, it } from '@jest/globals';
import {
  formerCellsOf,
  joinLedger,
  keyString,
  parseProblem,
  parsePublished,
  pictureOf,
  requireTruthFitsLedger,
} from './index.js';

const yearsUpTo = (last: number): object => {
  const years = [2002, 2003, 2004].filter((year) => year <= last).map(String);
  return {
    name: 'year',
    codes: ['All', ...years],
    parents: Object.fromEntries(years.map((year) => [year, 'All'])),
  };
};
const country = { name: 'country', codes: ['World', 'FR', 'IT'], parents: { FR: 'World', IT: 'World' } };
const cell = (value: number | null, ...key: string[]): object => ({ key, value });

describe('joining a publication with its ledger', () => {
  const ledger = {
    dimensions: [country, yearsUpTo(2002)],
    tables: [
      {
        name: 't',
        dimensions: ['country'],
        release: 1,
        sparse: true,
        cells: [cell(9, 'FR'), cell(9, 'World')],
      },
    ],
  };
  const fresh = {
    dimensions: [country, yearsUpTo(2003)],
    tables: [{ name: 't', dimensions: ['country'], release: 2, cells: [cell(14, 'FR'), cell(20, 'World')] }],
  };

  it('keeps the old total of fewer years apart when releases count the same people', () => {
    const joined = joinLedger(parsePublished(fresh), parsePublished(ledger));
    expect(joined.dimensions[1]?.codes).toEqual(['All', '2002', '2003', 'All@1']);
    expect(joined.dimensions[1]?.leavesOf.get('All@1')).toEqual(['2002']);
    expect(joined.dimensions[1]?.total).toBe('All');
    expect(joined.tables[0]?.cells.get(keyString(['FR', 'All@1']))).toBe(9);
    // Without the dimension the table would stand at the new total, and its cells would be lost to the attacker.
    expect(joined.tables[0]?.dimensions).toEqual(['country', 'year']);
    const { system, sights } = pictureOf(joined, () => undefined);
    expect(sights[system.indexOf(['FR', 'All@1'])!]).toBe(9);
    expect(joined.tables[0]?.cells.get(keyString(['IT', 'All@1']))).toBe(0);
    expect(joined.tables[1]?.cells.get(keyString(['FR', 'All']))).toBe(14);
  });

  it('lets a new year count nobody in older cumulative releases', () => {
    const byYear = {
      ...ledger,
      tables: [{ name: 'y', dimensions: ['year'], release: 1, cells: [cell(9, 'All'), cell(9, '2002')] }],
    };
    const joined = joinLedger(
      parsePublished({ ...fresh, releaseMode: 'cumulative' }),
      parsePublished(byYear),
    );
    expect(joined.dimensions[1]?.codes).toEqual(['All', '2002', '2003']);
    expect(joined.tables[0]?.cells.get(keyString(['World', '2003']))).toBe(0);
    expect(joined.tables[0]?.cells.get(keyString(['World', 'All']))).toBe(9);
  });

  it('refuses another value under the release number of before, lest the difference go unseen', () => {
    const again = {
      ...ledger,
      releaseMode: 'cumulative',
      tables: [{ ...ledger.tables[0], cells: [cell(11, 'FR'), cell(11, 'World')] }],
    };
    expect(() => joinLedger(parsePublished(again), parsePublished(ledger))).toThrow(
      '/tables: the ledger shows 9 for [World, All] in "t", release 1, now it is 11; give the new table the next "release"',
    );
    expect(() => joinLedger(parsePublished(ledger), parsePublished(ledger))).not.toThrow();
  });

  it('unites regrouped causes, and dimensions that only one of the two has', () => {
    const cause = (parents: object): object => ({
      name: 'cause',
      codes: ['Any', 'G', 'a', 'b', 'c'],
      parents,
    });
    const before = {
      dimensions: [cause({ a: 'G', b: 'G', G: 'Any', c: 'Any' })],
      cells: [cell(12, 'G')],
    };
    const after = {
      dimensions: [cause({ a: 'Any', b: 'G', c: 'G', G: 'Any' }), country],
      cells: [cell(15, 'G', 'FR')],
    };
    const joined = joinLedger(parsePublished(after), parsePublished(before));
    expect(joined.dimensions[0]?.leavesOf.get('G')).toEqual(['b', 'c']);
    expect(joined.dimensions[0]?.leavesOf.get('G@1')).toEqual(['a', 'b']);
    expect(joined.tables[0]?.cells.get(keyString(['G@1', 'World']))).toBe(12);
  });

  it('gives a common total to classifications that overlap only in part', () => {
    const window = (...years: string[]): object => ({
      dimensions: [
        { name: 'year', codes: ['All', ...years], parents: Object.fromEntries(years.map((y) => [y, 'All'])) },
      ],
      cells: [cell(30, 'All')],
    });
    const joined = joinLedger(parsePublished(window('2003', '2004')), parsePublished(window('2002', '2003')));
    const [year] = joined.dimensions;
    expect(year?.leavesOf.get(year.total)).toEqual(['2003', '2004', '2002']);
    expect(joined.tables.map(({ cells }) => [...cells])).toEqual([
      [
        ['All@1', 30],
        ['All', 30],
      ],
    ]);
  });
});

describe('a truth and the ledger', () => {
  const problem = (value: number): unknown => ({
    dimensions: [country, yearsUpTo(2003)],
    trueCells: [cell(value, 'FR', '2002'), cell(7, 'FR', '2003')],
  });
  const ledger = (value: number | null): unknown => ({
    dimensions: [country, yearsUpTo(2002)],
    cells: [cell(value, 'FR', 'All')],
  });
  const check = (truth: number, shown: number | null): (() => void) => {
    return () => requireTruthFitsLedger(parseProblem(problem(truth)), parsePublished(ledger(shown)));
  };

  it('agree when the old total of one year is that year', () => {
    expect(check(9, 9)).not.toThrow();
    expect(check(9, null)).not.toThrow();
  });

  it('disagree when a shown cell differs, or a hidden one is a zero although zeros are always shown', () => {
    expect(check(8, 9)).toThrow(/\/trueCells: .*\[FR, All\].*9.*8/);
    expect(check(0, null)).toThrow(/\/trueCells: .*\[FR, All\]/);
  });

  it('may only grow when releases are cumulative', () => {
    const growing = parseProblem({ ...(problem(9) as object), releaseMode: 'cumulative' });
    expect(() => requireTruthFitsLedger(growing, parsePublished(ledger(9)))).not.toThrow();
    expect(() => requireTruthFitsLedger(growing, parsePublished(ledger(17)))).toThrow(/falls/);
  });
});

describe('the true counts of former releases', () => {
  const now = parseProblem({
    dimensions: [country, yearsUpTo(2003)],
    trueCells: [cell(9, 'FR', '2002')],
    releaseMode: 'cumulative',
  });
  const former = (change: object = {}): ReturnType<typeof parseProblem> =>
    parseProblem({
      dimensions: [yearsUpTo(2002), country],
      trueCells: [cell(7, '2002', 'FR')],
      tables: [{ name: 't', dimensions: ['country', 'year'], release: 1 }],
      ...change,
    });

  it('are keyed like those of now, whatever the order of the dimensions was', () => {
    expect([...(formerCellsOf(now, [former()]).get(1) ?? [])]).toEqual([[keyString(['FR', '2002']), 7]]);
  });

  it('are refused where they are coarser than those of now, or given twice', () => {
    expect(() => formerCellsOf(now, [former(), former()])).toThrow(
      '/tables: two former problems give release 1',
    );
    const years = { dimensions: [country], trueCells: [cell(7, 'FR')], tables: undefined };
    expect(() => formerCellsOf(now, [former(years)])).toThrow('/trueCells: [FR] of a former problem');
    const sex = { name: 'sex', codes: ['F'] };
    const withSex = { dimensions: [country, sex], trueCells: [cell(7, 'FR', 'F')], tables: undefined };
    expect(() => formerCellsOf(now, [former(withSex)])).toThrow('/dimensions: the former problem has "sex"');
  });
});
