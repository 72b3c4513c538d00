import { describe, expect, it } from '@jest/globals';
import { buildSystem, joinLedger, keyString, ModelError, parseProblem, parsePublished } from './index.js';

const country = {
  name: 'country',
  codes: ['World', 'Europe', 'Asia', 'FR', 'IT', 'JP', 'MN'],
  parents: { Europe: 'World', Asia: 'World', FR: 'Europe', IT: 'Europe', JP: 'Asia', MN: 'Asia' },
};
const year = { name: 'year', codes: ['All', '2024', '2025'], parents: { '2024': 'All', '2025': 'All' } };
const byRegion = {
  name: 'regions',
  dimensions: ['country', 'year'],
  codes: { country: ['World', 'Europe', 'Asia'] },
};
const byCountry = { name: 'countries', dimensions: ['country'] };
const problem = (tables: object[], dimensions: object[] = [country, year]): unknown => ({
  dimensions,
  trueCells: [{ key: ['FR', '2024'], value: 7 }],
  tables,
});

function refusalOf(codes: unknown): string {
  try {
    parseProblem(problem([{ ...byRegion, codes }]));
  } catch (error) {
    if (error instanceof ModelError) return `${error.place} ${error.problem}`;
    throw error;
  }
  return 'no refusal';
}

describe('a table that lists regions only', () => {
  it('has no cell for a country, and shares the regions with the table by country', () => {
    const { dimensions, tables } = parseProblem(problem([byRegion, byCountry]));
    const system = buildSystem(dimensions, tables);
    expect(system.cellsOfTable.map((cells) => cells.length)).toEqual([3 * 3, 7]);
    expect(system.size).toBe(9 + 7 - 3);
    expect(system.indexOf(['FR', '2024'])).toBeUndefined();
    // World of regions for each year and for all; All of years for each region and the world; Europe and Asia of countries.
    expect(system.relations).toHaveLength(3 + 3 + 2);
  });

  it('may not publish a country', () => {
    const cells = [{ key: ['FR', '2024'], value: 7 }];
    const file = { dimensions: [country, year], tables: [{ ...byRegion, cells }] };
    expect(() => parsePublished(file)).toThrow('/tables/0/cells/0/key: table "regions" does not list "FR"');
  });

  it.each([
    [
      'a code nobody knows',
      { country: ['World', 'Mars'] },
      '/tables/0/codes/country/1 code "Mars" is unknown',
    ],
    ['a dimension it has not', { sex: ['Both'] }, '/tables/0/codes/sex "sex" is no dimension'],
    ['no total', { country: ['Europe', 'Asia'] }, '/tables/0/codes/country the total "World" is missing'],
    ['a region without the others', { country: ['World', 'Europe'] }, '"Europe" does not add up'],
    ['a country without its region', { country: ['World', 'FR', 'IT'] }, '"FR" does not add up'],
    ['a text', { country: 'World' }, '/tables/0/codes/country'],
    ['a list', ['World'], '/tables/0/codes'],
  ])('is refused with the place: %s', (_, codes, refusal) => {
    expect(refusalOf(codes)).toContain(refusal);
  });

  it('is refused beside a table whose regions cut across', () => {
    const groupings = {
      name: 'country',
      codes: ['World', 'Europe', 'Asia', 'EU', 'other', 'FR', 'IT', 'JP', 'MN'],
      parents: [
        country.parents,
        { EU: 'World', other: 'World', IT: 'EU', FR: 'other', JP: 'other', MN: 'other' },
      ],
    };
    const other = { ...byRegion, name: 'EU', codes: { country: ['World', 'EU', 'other'] } };
    expect(() => parseProblem(problem([byRegion, other], [groupings, year]))).toThrow(
      '/tables/1/codes/country: these codes cut across those of another table',
    );
    const both = { ...byRegion, codes: { country: ['World', 'Europe', 'Asia', 'EU', 'other'] } };
    expect(() => parseProblem(problem([both], [groupings, year]))).toThrow('overlap');
  });

  it('goes on listing regions in a ledger, but all countries once the regions have changed', () => {
    const cells = [{ key: ['Europe', '2024'], value: 7 }];
    const ledger = parsePublished({
      dimensions: [country, year],
      tables: [{ ...byRegion, release: 1, cells }],
    });
    const fresh = (dimension: object): ReturnType<typeof joinLedger> => {
      const tables = [{ ...byRegion, release: 2, cells: [{ key: ['World', 'All'], value: 9 }] }];
      return joinLedger(parsePublished({ dimensions: [dimension, year], tables }), ledger);
    };
    const grown = {
      ...country,
      codes: [...country.codes, 'KR'],
      parents: { ...country.parents, KR: 'Asia' },
    };
    expect(fresh(country).tables.map(({ codes }) => codes)).toEqual([byRegion.codes, byRegion.codes]);
    expect(fresh(grown).tables[0]?.codes).toBeUndefined();
    const regrouped = fresh({ ...country, parents: { ...country.parents, MN: 'Europe' } });
    expect(regrouped.tables.map(({ codes }) => codes)).toEqual([undefined, undefined]);
    expect(regrouped.tables[0]?.cells.get(keyString(['Europe@1', '2024']))).toBe(7);
  });
});
