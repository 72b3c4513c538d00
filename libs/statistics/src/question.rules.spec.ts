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
