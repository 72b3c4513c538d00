import { describe, expect, it } from 'vitest';
import { crosstabOf, type Table } from './crosstab.ts';
import { parseSearch, stringifySearch } from '../../search-params.ts';
import { filterOf, narrow, questionOf, statisticsSearch } from './statistics-search.ts';

const axis = (dimension: 'COUNTRY' | 'CAUSE' | 'YEAR', codes: string[], additive = true) => ({
  dimension,
  additive,
  categories: codes.map((code) => ({ code, label: code })),
});

function table(axes: Table['axes'], cells: number[][], total: number): Table {
  const period = { basis: 'OPENED', from: '2026-01', to: '2026-11' } as const;
  return { ...period, axes, cells, total, undated: null, illustrations: 0, countedAt: '', statement: '' };
}

describe('the cross table', () => {
  it('adds rows and columns up, and puts the largest first or keeps the alphabet', () => {
    const cells = [
      [0, 0, 1],
      [1, 0, 2],
      [1, 1, 3],
    ];
    const counted = table([axis('COUNTRY', ['CZ', 'KR']), axis('CAUSE', ['a', 'b'])], cells, 6);
    const bySize = crosstabOf(counted, true);
    expect(bySize.rows.map(({ code, total }) => [code, total])).toEqual([
      ['KR', 5],
      ['CZ', 1],
    ]);
    expect(bySize.columns.map(({ total }) => total)).toEqual([3, 3]);
    expect([bySize.at('KR', 'b'), bySize.at('CZ', 'b')]).toEqual([3, 0]);
    expect(crosstabOf(counted, false).rows.map(({ code }) => code)).toEqual(['CZ', 'KR']);
  });

  it('a stock over years is not added up: its total is what is open at the end', () => {
    const years = axis('YEAR', ['2024', '2025', '2026'], false);
    const cells = [
      [0, 0, 4],
      [0, 1, 5],
      [0, 2, 2],
    ];
    const stock = crosstabOf(table([axis('COUNTRY', ['KR']), years], cells, 2), true);
    expect(stock.rows[0]?.total).toBe(2);
    expect(stock.columns.map(({ total }) => total)).toEqual([4, 5, 2]);
  });

  it('keeps empty years between two years with cases, and drops those around them', () => {
    const cells = [
      [1, 1],
      [3, 2],
    ];
    const years = crosstabOf(table([axis('YEAR', ['2010', '2011', '2012', '2013', '2014'])], cells, 3), true);
    expect(years.rows.map(({ code, total }) => [code, total])).toEqual([
      ['2011', 1],
      ['2012', 0],
      ['2013', 2],
    ]);
  });
});

describe('the question behind a figure', () => {
  const question = questionOf({ from: '2016-03', to: '2018-06' }, '2026-11-22');

  it('a year is narrowed to its months within the period', () => {
    expect(narrow(question, 'YEAR', '2016')).toMatchObject({ from: '2016-03', to: '2016-12' });
    expect(narrow(question, 'YEAR', '2018')).toMatchObject({ from: '2018-01', to: '2018-06' });
  });

  it('a month is narrowed to itself, the unknown month of a year to what is known of that year only', () => {
    const april = narrow(question, 'MONTH', '2016-04');
    expect(april).toMatchObject({ from: '2016-04', to: '2016-04' });
    expect(april.monthUnknown).toBeUndefined();
    const unknown = narrow(question, 'MONTH', '2017-00');
    expect(unknown).toMatchObject({ from: '2017-01', to: '2017-12', monthUnknown: true });
    expect(filterOf(unknown)).toMatchObject({ from: '2017-01', to: '2017-12', monthUnknown: true });
    expect(narrow(unknown, 'COUNTRY', 'KR')).toMatchObject({ country: ['KR'], monthUnknown: true });
  });

  it('the unknown month stands in the address, and goes with the basis that knows of it', () => {
    const asked = { basis: 'OCCURRED', from: '2016-01', to: '2016-12', monthUnknown: true } as const;
    const address = stringifySearch(asked);
    expect(address).toBe('?basis=OCCURRED&from=2016-01&to=2016-12&monthUnknown=true');
    expect(statisticsSearch(parseSearch(address))).toEqual(asked);
    expect(statisticsSearch({ ...asked, basis: 'OPENED' }).monthUnknown).toBeUndefined();
    expect(statisticsSearch({ ...asked, monthUnknown: 'perhaps' }).monthUnknown).toBeUndefined();
  });

  it('what an address holds that is no filter stands as undefined, so that the router drops it', () => {
    expect(Object.entries(statisticsSearch({ type: 'NONSENSE' }))).toContainEqual(['type', undefined]);
  });

  it('left open, it is this year so far, countries by causes, cases opened', () => {
    expect(questionOf({}, '2026-11-22')).toMatchObject({
      basis: 'OPENED',
      from: '2026-01',
      to: '2026-11',
      row: 'COUNTRY',
      column: 'CAUSE',
    });
  });
});
