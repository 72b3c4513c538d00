import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import { CountCache } from './count-cache.js';
import { MOST_CELLS } from './cells.js';
import type { Question, StatisticsTable } from './question.js';
import { tableOf } from './table.js';
import { csvOf } from './table.csv.js';

const aQuestion = (difference: Partial<Question> = {}): Question => ({
  dimensions: ['COUNTRY', 'CAUSE'],
  basis: 'OPENED',
  period: { from: 201601, to: 201612 },
  types: null,
  countries: null,
  causes: null,
  sexes: null,
  missions: null,
  monthUnknown: false,
  asOfNow: false,
  named: {},
  ...difference,
});

describe('the table made of the database’s lines', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });
  const make = (difference: Partial<Question>, ...lines: (string | null)[]) =>
    tableOf(aQuestion(difference), { lines, undated: 0 }, 'en', codes);

  it('adds what is kept and what is pending, cell by cell, row by row', () => {
    const kept = 'KR\tDETENTION\t06\t1\t0 5\nCZ\tDETENTION\t05\t0\t0 2';
    const pending = 'KR\tCRIME_VICTIM\t06\t0\t0 1\nCZ\tDETENTION\t05\t0\t0 -1\nAT\tDEATH\tUNKNOWN\t1\t0 1';
    const { axes, cells, total, illustrations } = make({}, kept, pending);
    expect(axes.map(({ categories }) => categories.map(({ code }) => code))).toEqual([
      ['AT', 'CZ', 'KR'],
      ['ICCS.05', 'ICCS.06', 'ICD10.UNKNOWN'],
    ]);
    expect(cells).toEqual([
      [0, 2, 1],
      [1, 0, 1],
      [2, 1, 6],
    ]);
    expect([total, illustrations]).toEqual([8, 2]);
  });

  it('drops a category whose last case went elsewhere', () => {
    const { axes, cells } = make({ dimensions: ['COUNTRY'] }, 'KR\t0\t0 1', 'KR\t0\t0 -1\nCZ\t0\t0 1');
    expect([axes[0]?.categories.map(({ code }) => code), cells]).toEqual([['CZ'], [[0, 1]]]);
  });

  it('divides by year and by month at once', () => {
    const lines = '0\t201512 3 201601 4';
    const table = make({ dimensions: ['MONTH', 'YEAR'], period: { from: 201512, to: 201601 } }, lines, null);
    expect(table.cells).toEqual([
      [0, 0, 3],
      [1, 1, 4],
    ]);
    expect(table.axes[1]?.categories.map(({ code }) => code)).toEqual(['2015', '2016']);
  });

  it('of unknown months alone has the unknown month of each whole year, and says what it is narrowed to', () => {
    const asked = { dimensions: ['MONTH'], basis: 'OCCURRED', monthUnknown: true } as const;
    const table = make({ ...asked, period: { from: 201508, to: 201805 } }, '0\t201700 3', null);
    expect(table.axes[0]?.categories.map(({ code }) => code)).toEqual(['2016-00', '2017-00']);
    expect(table.cells).toEqual([[1, 3]]);
    expect(table.narrowedTo).toEqual([{ label: 'Month', values: ['month unknown'] }]);
    expect(csvOf({ ...table, countedAt: '2026-11-22T20:00:00Z' }, 'LONG', true)).toContain(
      '\r\nOnly: Month,month unknown\r\n',
    );
  });

  it('is empty where nothing was counted', () => {
    expect(make({}, null, null)).toMatchObject({ cells: [], total: 0, illustrations: 0 });
  });

  it('refuses to grow beyond what a reader can use', () => {
    const months = Array.from({ length: 600 }, (_, at) => (1970 + Math.floor(at / 12)) * 100 + (at % 12) + 1);
    const series = months.map((month) => `${month} 1`).join(' ');
    const rows = Math.ceil(MOST_CELLS / 600) + 1;
    const lines = Array.from({ length: rows }, (_, at) => `${at}\tDEATH\tUNKNOWN\t0\t${series}`).join('\n');
    expect(() => make({ dimensions: ['COUNTRY', 'CAUSE', 'MONTH'] }, lines)).toThrow('TABLE_TOO_LARGE');
  });

  it('is safe to open in a spreadsheet, whatever a label says', () => {
    const table = make({ dimensions: ['COUNTRY'] }, 'KR\t0\t0 1');
    const evil = {
      ...table,
      axes: [{ ...table.axes[0]!, categories: [{ code: 'KR', label: '=HYPERLINK("x")' }] }],
    };
    expect(csvOf({ ...evil, countedAt: '2026-11-22T20:00:00Z' })).toContain(`KR,"'=HYPERLINK(""x"")",1`);
  });
});

describe('the tables kept at hand', () => {
  const kept = (cells: number) => ({
    version: 1,
    kept: '',
    pending: null,
    table: { axes: [], cells: new Array<number[]>(cells) } as unknown as StatisticsTable,
  });

  it('lets the one asked for longest ago go first when they grow too heavy', () => {
    const cache = new CountCache();
    cache.set('a', kept(250_000));
    cache.set('b', kept(250_000));
    cache.get('a');
    cache.set('c', kept(250_000));
    expect([cache.get('a'), cache.get('b'), cache.get('c')].map(Boolean)).toEqual([true, false, true]);
  });

  it('does not keep what is too heavy by itself, nor what it replaces', () => {
    const cache = new CountCache();
    cache.set('a', kept(10));
    cache.set('a', kept(700_000));
    expect(cache.get('a')).toBeUndefined();
  });
});
