import { beforeAll, describe, expect, it } from '@jest/globals';
import { inReadersOrder } from '#platform';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import { orderedAxis } from './axes.js';

describe('the order of an axis', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });
  const order = (
    ...[dimension, given, language]: Parameters<typeof orderedAxis> extends [
      infer D,
      infer C,
      infer L,
      ...unknown[],
    ]
      ? [D, C, L]
      : never
  ) => orderedAxis(dimension, given, language, codes).categories;

  it('has countries by the alphabet of the reader', () => {
    const given = ['US', 'CZ', 'KR', 'AT'];
    expect(order('COUNTRY', given, 'en').map(({ code }) => code)).toEqual(['AT', 'CZ', 'KR', 'US']);
    // Австри, Америкийн Нэгдсэн Улс, Бүгд Найрамдах Солонгос Улс, Чех: whatever they are called, in the order of А to Я.
    const labels = order('COUNTRY', given, 'mn').map(({ label }) => label);
    expect(labels).toEqual([...labels].sort(inReadersOrder('mn')));
    expect(labels).not.toEqual(order('COUNTRY', given, 'en').map(({ label }) => label));
  });

  it('has causes by list, in the order of the types of case, then by their place in it', () => {
    const given = [
      'ICD10.V01-V99',
      'ICCS.UNKNOWN',
      'LABOUR_ISSUE.UNPAID_WAGES',
      'ICCS.10',
      'ICD10.A00-B99',
      'ICCS.02',
    ];
    expect(order('CAUSE', given, 'en').map(({ code }) => code)).toEqual([
      'ICCS.02',
      'ICCS.10',
      'ICCS.UNKNOWN',
      'ICD10.A00-B99',
      'ICD10.V01-V99',
      'LABOUR_ISSUE.UNPAID_WAGES',
    ]);
  });

  it('tells equal labels of different lists apart', () => {
    expect(
      order('CAUSE', ['ICCS.UNKNOWN', 'ICD10.UNKNOWN', 'ICCS.01'], 'en').map(({ label }) => label),
    ).toEqual([
      codes.label('ICCS', '01', 'en'),
      'Unknown (offences)',
      'Unknown (diseases and causes of death)',
    ]);
  });

  it('has types and sexes as their lists have them', () => {
    expect(order('SEX', ['UNKNOWN', 'FEMALE', 'MALE'], 'mn').map(({ code }) => code)).toEqual([
      'MALE',
      'FEMALE',
      'UNKNOWN',
    ]);
    expect(order('TYPE', ['WELFARE', 'DEATH', 'DETENTION'], 'en').map(({ code }) => code)).toEqual([
      'DETENTION',
      'DEATH',
      'WELFARE',
    ]);
  });

  it('has the unknown month of a year after its December', () => {
    const months = order('MONTH', [201701, 201600, 201612, 201601], 'mn');
    expect(months).toEqual([
      { code: '2016-01', label: '2016-01' },
      { code: '2016-12', label: '2016-12' },
      { code: '2016-00', label: '2016, сар нь тодорхойгүй' },
      { code: '2017-01', label: '2017-01' },
    ]);
  });

  it('shows a code that the lists do not have as it is, at the end', () => {
    expect(order('TYPE', ['GONE', 'DEATH'], 'en')).toEqual([
      { code: 'DEATH', label: codes.label('CASE_TYPE', 'DEATH', 'en') },
      { code: 'GONE', label: 'GONE' },
    ]);
  });
});
