import { describe, expect, it } from '@jest/globals';
import { CASE_TYPES, type CaseType, recordShapes, shapeOf } from '../records/case-types.js';
import { aCaseFile } from '../testing/a-case-file.js';
import { earlierChanges, saidBy, type StatedCase } from './said.rules.js';

const ofType = (type: CaseType): StatedCase => ({ ...(aCaseFile().input as StatedCase), type });

describe('what a case says', () => {
  it.each(CASE_TYPES)(
    'of %s: every field of its record, or its cause, beside what every case has',
    (type) => {
      const fields = saidBy(ofType(type)).map(({ field }) => field);
      const record = recordShapes[type];
      const own = record ? Object.keys(record.fields).map((name) => `${record.field}.${name}`) : ['cause'];
      expect(fields).toEqual(['type', ...own, ...COMMON]);
    },
  );

  it('says of each code which list it is from', () => {
    for (const type of CASE_TYPES) {
      for (const { field, kind, list } of saidBy(ofType(type)))
        if (kind === 'CODE') expect([field, typeof list]).toEqual([field, 'string']);
    }
    const cause = saidBy(ofType('WELFARE')).find(({ field }) => field === 'cause');
    expect(cause?.list).toBe(shapeOf('WELFARE')?.causeList);
  });

  it('is read where it stands', () => {
    const stated = aCaseFile().ofDetention({ facility: 'Анги 1' }).about({ given: 'Бат' })
      .input as StatedCase;
    const values = new Map(saidBy(stated).map(({ field, value }) => [field, value]));
    expect([values.get('detention.facility'), values.get('subject.given'), values.get('type')]).toEqual([
      'Анги 1',
      'Бат',
      'DETENTION',
    ]);
  });
});

describe('what an entry of an earlier version kept', () => {
  it('is shown field by field, without what was not known, and without what came after', () => {
    expect(
      earlierChanges({
        summary: 'Өмнөх',
        detention: { offence: '05', basis: null },
        subject: { sex: 'UNKNOWN' },
      }),
    ).toEqual([
      { field: 'detention.offence', kind: 'CODE', list: 'ICCS', old: '05', new: null },
      { field: 'summary', kind: 'TEXT', old: 'Өмнөх', new: null },
    ]);
  });
});

const COMMON = [
  'hostCountry',
  'place',
  'occurred',
  'awareAt',
  'source',
  'summary',
  'subject.clan',
  'subject.patronymic',
  'subject.given',
  'subject.latinSurname',
  'subject.latinGiven',
  'subject.sex',
  'subject.birth',
];
