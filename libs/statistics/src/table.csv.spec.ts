import { describe, expect, it } from '@jest/globals';
import type { Axis } from './question.js';
import type { CountedTable } from './statistics.reader.js';
import { csvOf } from './table.csv.js';

const country: Axis = {
  dimension: 'COUNTRY',
  additive: true,
  categories: [
    { code: 'CZ', label: 'Czechia' },
    { code: 'KR', label: 'Korea, Republic of' },
  ],
};
const sex: Axis = {
  dimension: 'SEX',
  additive: true,
  categories: [
    { code: 'FEMALE', label: 'Female' },
    { code: 'MALE', label: 'Male' },
  ],
};
const table = (difference: Partial<CountedTable> = {}): CountedTable => ({
  basis: 'OPENED',
  from: '2026-01',
  to: '2026-03',
  axes: [country, sex],
  cells: [
    [0, 1, 2],
    [1, 0, 1],
    [1, 1, 4],
  ],
  total: 7,
  undated: null,
  illustrations: 0,
  statement: 'Cases opened from 2026-01 to 2026-03.',
  narrowedTo: [],
  language: 'en',
  countedAt: '2026-11-22T20:00:00Z',
  ...difference,
});
const linesOf = (csv: string) => csv.replace(/^\uFEFF/, '').split('\r\n');

describe('the CSV of statistics', () => {
  it('is one heading and a line per figure: the whole file is the table', () => {
    expect(linesOf(csvOf(table()))).toEqual([
      'Country (code),Country,Sex (code),Sex,Cases',
      'CZ,Czechia,MALE,Male,2',
      'KR,"Korea, Republic of",FEMALE,Female,1',
      'KR,"Korea, Republic of",MALE,Male,4',
      '',
    ]);
  });

  it('as people read it has the last dimension across, noughts, and the total of each row', () => {
    expect(linesOf(csvOf(table(), 'CROSSTAB'))).toEqual([
      'Country (code),Country,Female,Male,Total',
      'CZ,Czechia,0,2,2',
      'KR,"Korea, Republic of",1,4,5',
      '',
    ]);
  });

  it('of three dimensions has two of them down; of one is a list', () => {
    const year: Axis = { dimension: 'YEAR', additive: true, categories: [{ code: '2026', label: '2026' }] };
    const three = table({ axes: [country, year, sex], cells: [[1, 0, 1, 4]] });
    expect(linesOf(csvOf(three, 'CROSSTAB')).slice(0, 2)).toEqual([
      'Country (code),Country,Year (code),Year,Female,Male,Total',
      'KR,"Korea, Republic of",2026,2026,0,4,4',
    ]);
    expect(linesOf(csvOf(table({ axes: [sex], cells: [[1, 6]] }), 'CROSSTAB'))).toEqual([
      'Sex (code),Sex,Cases',
      'MALE,Male,6',
      '',
    ]);
  });

  it('adds nothing up along the months of a stock', () => {
    const months: Axis = {
      dimension: 'MONTH',
      additive: false,
      categories: [
        { code: '2026-01', label: '2026-01' },
        { code: '2026-02', label: '2026-02' },
      ],
    };
    const stock = table({ axes: [sex, months], cells: [[1, 0, 3], [1, 1, 3]] }); // prettier-ignore
    expect(linesOf(csvOf(stock, 'CROSSTAB')).slice(0, 2)).toEqual([
      'Sex (code),Sex,2026-01,2026-02',
      'MALE,Male,3,3',
    ]);
  });

  it('says above the table what is counted, for those who ask for that', () => {
    const lines = linesOf(csvOf(table({ illustrations: 2 }), 'CROSSTAB', true));
    expect(lines[0]).toBe('What is counted,Cases opened from 2026-01 to 2026-03.');
    expect(lines).toContain('Total,7');
    expect(lines).toContain(',2 of the 7 are fictional illustrations.');
    expect(lines.indexOf('Country (code),Country,Female,Male,Total')).toBe(lines.indexOf('') + 1);
  });

  it('does not grow into a table of noughts that no spreadsheet holds', () => {
    const many = (dimension: Axis['dimension'], count: number): Axis => ({
      dimension,
      additive: true,
      categories: Array.from({ length: count }, (_, at) => ({ code: `${at}`, label: `${at}` })),
    });
    const diagonal = Array.from({ length: 1_100 }, (_, at) => [at, at, 1]);
    const wide = table({ axes: [many('CAUSE', 1_100), many('MONTH', 1_100)], cells: diagonal });
    expect(() => csvOf(wide, 'CROSSTAB')).toThrow('TABLE_TOO_LARGE');
    expect(linesOf(csvOf(wide))).toHaveLength(1_102);
  });
});
