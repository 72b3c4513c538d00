import { describe, expect, it } from '@jest/globals';
import { Refusals } from '#platform';
import { checkRecord, datesIn, spanOfField } from './record.rules.js';
import type { FieldValue, RecordField, RecordShape } from './record-shape.js';

const TODAY = '2026-11-22';
const said = { description: 'of a test' };

/** A record with a field of each kind; every spec has one of its own, since what is known of a shape is kept. */
const claim = (): RecordShape => ({
  field: 'claim',
  table: 'claim',
  description: 'of a test',
  cause: 'kind',
  fields: {
    kind: { ...said, kind: 'code', list: 'CLAIM' },
    needs: { ...said, kind: 'codes', list: 'NEED', most: 3 },
    days: { ...said, kind: 'number', min: 1, max: 365, whole: true },
    rate: { ...said, kind: 'number', min: 0, max: 1 },
    sum: { ...said, kind: 'money' },
    sentOn: { ...said, kind: 'date' },
    decided: { ...said, kind: 'partialDate' },
    heardAt: { ...said, kind: 'instant' },
    insurer: { ...said, kind: 'text', max: 10 },
    story: { ...said, kind: 'longText', max: 100 },
    appealed: { ...said, kind: 'yesNo' },
    lawyer: { ...said, kind: 'reference', target: 'PERSON' },
  },
});

/** What is refused of a claim that says this alone. */
function refused(record: Record<string, FieldValue | null | undefined>) {
  const refusals = new Refusals();
  const lists = {
    has: (list: string, code: string) =>
      ({ CLAIM: ['DEATH', 'INJURY'], NEED: ['MONEY', 'LAWYER'], CURRENCY: ['MNT', 'KRW', 'KWD', 'USD'] })[
        list
      ]?.includes(code) ?? false,
    hasCountry: () => true,
    causeListOf: () => 'CLAIM',
  };
  checkRecord(record, claim(), { days: { today: TODAY }, lists, refusals });
  return refusals.items;
}
const faults = (record: Record<string, FieldValue>) =>
  refused(record).map(({ code, field }) => `${code} ${field}`);

describe('a record in which everything is right', () => {
  it('passes, also with what says nothing', () => {
    const record = {
      kind: 'INJURY',
      needs: ['MONEY', 'LAWYER'],
      days: 365,
      rate: 0.5,
      sum: { amount: '1234.50', currency: 'USD' },
      sentOn: TODAY,
      decided: { date: '2026-10-01', precision: 'MONTH' as const },
      heardAt: '2026-01-05T09:00:00Z',
      insurer: 'Mandal',
      story: 'Long.\n\nLonger.',
      appealed: 'UNKNOWN',
      lawyer: '0190a5a5-7aaa-7000-8000-000000000001',
    };
    expect(refused(record)).toEqual([]);
    expect(refused({ kind: null, needs: undefined })).toEqual([]);
  });
});

describe('a code', () => {
  it('that is not in its list is refused, with the list and the code', () => {
    expect(refused({ kind: 'THEFT' })).toEqual([
      { code: 'UNKNOWN_CODE', field: 'claim.kind', params: { code: 'THEFT', list: 'CLAIM' } },
    ]);
  });

  it('among several is refused by itself', () => {
    expect(refused({ needs: ['MONEY', 'LUCK', 'LOVE'] }).map(({ params }) => params)).toEqual([
      { code: 'LUCK', list: 'NEED' },
      { code: 'LOVE', list: 'NEED' },
    ]);
  });
});

describe('a number', () => {
  it.each([1, 2, 365])('of %d days is within its bounds', (days) => expect(refused({ days })).toEqual([]));

  it.each([0, 366, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'of %d days is refused, with the bounds',
    (days) =>
      expect(refused({ days })).toEqual([
        { code: 'NUMBER_OUT_OF_RANGE', field: 'claim.days', params: { min: 1, max: 365 } },
      ]),
  );

  it('with a part is refused only where a whole one is asked for', () => {
    expect(faults({ days: 1.5 })).toEqual(['NUMBER_NOT_WHOLE claim.days']);
    expect(faults({ rate: 0.5 })).toEqual([]);
    expect(faults({ rate: 1 })).toEqual([]);
  });
});

describe('an amount', () => {
  const sum = (amount: string, currency = 'USD') => faults({ sum: { amount, currency } });

  it.each(['0', '7', '123456789012', '999999999999.99', '12.5', '12.50'])('of %s is one', (amount) =>
    expect(sum(amount)).toEqual([]),
  );

  it.each([
    '',
    'x',
    '-5',
    '+5',
    '1,5',
    '1.',
    '.5',
    '1 000',
    '5 USD',
    'USD 5',
    '1234567890123456',
    '1.5.5',
    '1.5x',
    'x1.5',
  ])('written "%s" is refused', (amount) => expect(sum(amount)).toEqual(['BAD_AMOUNT claim.sum.amount']));

  it('of a million millions or more is refused, with the bound', () => {
    expect(refused({ sum: { amount: '1000000000000', currency: 'USD' } })).toEqual([
      { code: 'NUMBER_OUT_OF_RANGE', field: 'claim.sum.amount', params: { min: 0, max: 1e12 } },
    ]);
    expect(sum('999999999999')).toEqual([]);
  });

  it('has as many decimals as its currency, no more', () => {
    expect(sum('5', 'KRW')).toEqual([]);
    expect(sum('5.001', 'KWD')).toEqual([]);
    expect(refused({ sum: { amount: '5.5', currency: 'KRW' } })).toEqual([
      { code: 'TOO_MANY_DECIMALS', field: 'claim.sum.amount', params: { currency: 'KRW', decimals: 0 } },
    ]);
    expect(sum('5.001')).toEqual(['TOO_MANY_DECIMALS claim.sum.amount']);
  });

  it('in a currency that does not exist is refused for that alone', () => {
    expect(refused({ sum: { amount: 'x', currency: 'TUG' } })).toEqual([
      { code: 'UNKNOWN_CODE', field: 'claim.sum.currency', params: { code: 'TUG', list: 'CURRENCY' } },
    ]);
  });
});

describe('a date of a record', () => {
  it('still to come is refused, whatever its kind', () => {
    expect(faults({ sentOn: '2026-11-23' })).toEqual(['FUTURE_DATE claim.sentOn']);
    expect(faults({ decided: { date: '2026-12-01', precision: 'MONTH' } })).toEqual([
      'FUTURE_DATE claim.decided.date',
    ]);
    expect(faults({ heardAt: '2999-01-01T00:00:00Z' })).toEqual(['FUTURE_DATE claim.heardAt']);
  });

  it('is known by its kind', () => {
    expect(datesIn(claim())).toEqual(['claim.sentOn', 'claim.decided', 'claim.heardAt']);
  });
});

describe('the days for which a field may stand', () => {
  const span = (kind: RecordField['kind'], value: unknown) =>
    spanOfField({ ...said, kind } as RecordField, value);

  it('are one for a date, those left open for a date known in part, those of the whole world for an instant', () => {
    expect(span('date', '2026-03-08')).toEqual({ first: '2026-03-08', last: '2026-03-08' });
    expect(span('partialDate', { date: '2026-03-01', precision: 'MONTH' })).toEqual({
      first: '2026-03-01',
      last: '2026-03-31',
    });
    expect(span('instant', '2026-03-08T12:00:00Z')).toEqual({ first: '2026-03-08', last: '2026-03-09' });
  });

  it('are none for what is no date, or says nothing', () => {
    expect(span('text', 'Mandal')).toBeUndefined();
    expect(span('date', null)).toBeUndefined();
  });
});
