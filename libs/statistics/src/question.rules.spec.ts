import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#access';
import { Refusal } from '#platform';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import type { StatisticsFilter } from './question.js';
import { readQuestion } from './question.rules.js';

const enkhjargal: Actor = { staffId: 'enkhjargal', role: 'CONSULAR_OFFICER', missionId: 'ULN' };

describe('a question about events of unknown month', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });
  const read = (filter: Partial<StatisticsFilter>) =>
    readQuestion(
      ['TYPE'],
      { basis: 'OCCURRED', from: '2016-01', to: '2016-12', ...filter },
      enkhjargal,
      codes,
    );
  const refusalsOf = (filter: Partial<StatisticsFilter>): string[] => {
    try {
      read(filter);
      return [];
    } catch (error) {
      return (error as Refusal).items.map(({ code, field }) => `${code} ${field}`);
    }
  };

  it('is one about nothing else; left out, null or false it narrows nothing', () => {
    expect(read({ monthUnknown: true }).monthUnknown).toBe(true);
    for (const monthUnknown of [undefined, null, false]) {
      expect(read({ monthUnknown })).toEqual(read({}));
      expect(read({ monthUnknown }).monthUnknown).toBe(false);
    }
  });

  it.each([
    ['months of a year that lack December', { to: '2016-11' }, ['NO_WHOLE_YEAR monthUnknown']],
    ['twelve months over two years', { from: '2015-07', to: '2016-06' }, ['NO_WHOLE_YEAR monthUnknown']],
    ['the same, and no matter', { from: '2015-07', to: '2016-06', monthUnknown: false }, []],
    ['a whole year with months around it', { from: '2015-07', to: '2017-06' }, []],
    ['what was opened', { basis: 'OPENED' }, ['MONTH_ALWAYS_KNOWN monthUnknown']],
    ['a stock, of months', { basis: 'OPEN_AT_END', to: '2016-03' }, ['MONTH_ALWAYS_KNOWN monthUnknown']],
    ['a period that is none', { to: '2015-12' }, ['PERIOD_REVERSED to']],
    ['a month that is none', { to: '2016-00' }, ['NO_MONTH to']],
  ] as [string, Partial<StatisticsFilter>, string[]][])('of %s', (_, filter, expected) => {
    expect(refusalsOf({ monthUnknown: true, ...filter })).toEqual(expected);
  });
});

describe('a stock', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });
  /** Asked in November 2026. */
  const read = (filter: Partial<StatisticsFilter>) =>
    readQuestion(
      ['MONTH'],
      { basis: 'OPEN_AT_END', from: '2026-01', to: '2026-12', ...filter },
      enkhjargal,
      codes,
      202611,
    );

  it('ends with the month that is running, whatever was asked for, and is then one as of now', () => {
    expect(read({})).toMatchObject({ period: { from: 202601, to: 202611 }, asOfNow: true });
    expect(read({ to: '2026-11' })).toMatchObject({ period: { to: 202611 }, asOfNow: true });
    expect(read({ to: '2026-10' })).toMatchObject({ period: { to: 202610 }, asOfNow: false });
  });

  it('of what is to come is refused, with the month that can be had', () => {
    expect(() => read({ from: '2026-12' })).toThrow('STOCK_TO_COME');
    try {
      read({ from: '2026-12' });
    } catch (error) {
      expect((error as Refusal).items).toEqual([
        { code: 'STOCK_TO_COME', field: 'from', params: { month: '2026-11' } },
      ]);
    }
  });

  it('is not what a flow is: what was opened up to December can be asked for in November', () => {
    expect(read({ basis: 'OPENED' })).toMatchObject({ period: { from: 202601, to: 202612 }, asOfNow: false });
    expect(read({ basis: 'OCCURRED', from: '2027-01', to: '2027-02' }).period).toEqual({
      from: 202701,
      to: 202702,
    });
  });
});
