import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseType, CASE_TYPES, recordShapes } from '../records/case-types.js';
import { causeOf, checkAwareness, checkContent, type Lists } from './filing.rules.js';
import { Refusals } from '#platform';
import { aCaseFile, type CaseFileBuilder } from '../testing/index.js';

const TODAY = '2026-11-22';
/** Lists in which every code is known but those that say otherwise. */
const lists: Lists = {
  has: (_, code) => code !== 'NONE',
  hasCountry: (code) => code !== 'QQ',
  causeListOf: () => 'ANY',
};
const refused = (builder: CaseFileBuilder) =>
  checkContent(builder.input, builder.input.type, TODAY, lists).items.map(
    ({ code, field }) => `${code} ${field}`,
  );
const ofEach: Record<CaseType, CaseFileBuilder> = {
  DETENTION: aCaseFile().ofDetention(),
  DEATH: aCaseFile().ofDeath(),
  MISSING: aCaseFile().ofMissing(),
  CRIME_VICTIM: aCaseFile().ofCrimeVictim(),
  LABOUR: aCaseFile().ofLabour(),
  INSURANCE: aCaseFile().ofInsurance(),
  MEDICAL: aCaseFile().ofMedical(),
  WELFARE: aCaseFile().ofWelfare(),
};

describe('what a case says', () => {
  it.each(CASE_TYPES)('passes for a %s, with its record or without', (type) => {
    expect(refused(ofEach[type])).toEqual([]);
    const shape = recordShapes[type];
    if (shape) expect(refused(ofEach[type].with({ [shape.field]: null }))).toEqual([]);
  });

  it.each(CASE_TYPES)('a %s has no record but its own', (type) => {
    for (const { field } of Object.values(recordShapes)) {
      const expected = recordShapes[type]?.field === field ? [] : [`WRONG_RECORD ${field}`];
      expect(refused(ofEach[type].with({ [field]: {} }))).toEqual(expected);
    }
  });

  it('every day of the calendar is in the past, too old, or in the future: never two of them', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const expected =
            day > TODAY ? ['FUTURE_DATE occurred.date'] : day < '1900-01-01' ? ['TOO_OLD occurred.date'] : [];
          expect(refused(aCaseFile().aboutSomebodyUnnamed().on(day))).toEqual(expected);
        },
      ),
    );
  });

  it.each<[string, CaseFileBuilder, object[]]>([
    [
      'a country that does not exist',
      ofEach.LABOUR.in('QQ'),
      [{ code: 'UNKNOWN_CODE', field: 'hostCountry', params: { code: 'QQ', list: 'COUNTRY' } }],
    ],
    [
      'a source that is not in its list',
      ofEach.LABOUR.with({ source: 'NONE' }),
      [{ code: 'UNKNOWN_CODE', field: 'source', params: { code: 'NONE', list: 'SOURCE' } }],
    ],
    ['a summary of blanks', ofEach.LABOUR.saying('  '), [{ code: 'REQUIRED', field: 'summary' }]],
    [
      'a birth still to come',
      ofEach.LABOUR.about({ birth: { date: '2026-11-23', precision: 'DAY' } }),
      [{ code: 'FUTURE_DATE', field: 'subject.birth.date' }],
    ],
    [
      'a cause beside a record that has it',
      ofEach.LABOUR.with({ cause: 'SCHOOL' }),
      [{ code: 'WRONG_RECORD', field: 'cause', params: { type: 'LABOUR' } }],
    ],
    [
      'a record of another type',
      ofEach.WELFARE.with({ death: {} }),
      [{ code: 'WRONG_RECORD', field: 'death', params: { type: 'WELFARE' } }],
    ],
    [
      'no cause, where the type has no record',
      ofEach.WELFARE.with({ cause: null }),
      [{ code: 'CAUSE_NEEDED', field: 'cause' }],
    ],
    [
      'a cause that is not in the list of its type',
      ofEach.WELFARE.with({ cause: 'NONE' }),
      [{ code: 'UNKNOWN_CODE', field: 'cause', params: { code: 'NONE', list: 'ANY' } }],
    ],
  ])('%s is refused', (_, { input }, expected) => {
    expect(checkContent(input, input.type, TODAY, lists).items).toEqual(expected);
  });

  it('the lists are asked by their names: of sources, of causes of the type', () => {
    const asked: string[] = [];
    const asking: Lists = { ...lists, has: (list) => asked.push(list) > 0 };
    const { input } = ofEach.WELFARE;
    checkContent(input, input.type, TODAY, asking);
    expect(asked).toEqual(['SOURCE', 'ANY']);
    checkContent(input, input.type, TODAY, { ...asking, causeListOf: () => undefined });
    expect(asked.at(-1)).toBe('');
  });

  it('an unknown code is quoted, but not at length', () => {
    const long = 'Q'.repeat(50);
    const strict: Lists = { ...lists, has: () => false };
    const { items } = checkContent(aCaseFile().ofMedical(long).input, 'MEDICAL', TODAY, strict);
    expect(items.find(({ field }) => field === 'cause')?.params?.code).toBe('Q'.repeat(40));
  });
});

describe('the cause that the counts use', () => {
  it('is a field of the record, the first where there are several, and UNKNOWN where nothing is said', () => {
    const cause = ({ input }: CaseFileBuilder) => causeOf(input, input.type);
    expect(cause(ofEach.DETENTION)).toBe('05');
    expect(cause(ofEach.WELFARE.with({ cause: null }))).toBe('UNKNOWN');
    expect(cause(aCaseFile().ofLabour({ issues: ['WORK_ACCIDENT', 'UNPAID_WAGES'] }))).toBe('WORK_ACCIDENT');
    expect(cause(aCaseFile().ofLabour({ issues: [] }))).toBe('UNKNOWN');
    expect(cause(aCaseFile().ofDeath({ icd10: null }))).toBe('UNKNOWN');
    expect(cause(aCaseFile().ofDeath().with({ death: null }))).toBe('UNKNOWN');
    expect(cause(aCaseFile().ofWelfare('SCHOOL'))).toBe('SCHOOL');
  });
});

describe('when the mission learned of it', () => {
  const learned = (awareDay: string, date: string | null, precision: 'DAY' | 'MONTH' | 'UNKNOWN' = 'DAY') => {
    const refusals = new Refusals();
    checkAwareness(awareDay, { date, precision }, TODAY, refusals);
    return refusals.items.map(({ code, field }) => (field === 'awareAt' ? code : `${code} ${field}`));
  };

  it('may be a day before the event, since the two places may be a day apart, and no more', () => {
    expect(learned('2026-03-07', '2026-03-08')).toEqual([]);
    expect(learned('2026-03-06', '2026-03-08')).toEqual(['AWARE_BEFORE_EVENT']);
  });

  it('may be today, the first day of 1900, and the very day of the event', () => {
    expect(learned(TODAY, '2026-03-08')).toEqual([]);
    expect(learned('1900-01-01', '1900-01-01')).toEqual([]);
    expect(learned('2026-11-20', TODAY)).toEqual(['AWARE_BEFORE_EVENT']);
  });

  it('is not compared with what is known to the month only', () => {
    expect(learned('2026-03-07', '2026-03-31', 'MONTH')).toEqual([]);
    expect(learned('2026-03-07', null, 'UNKNOWN')).toEqual([]);
  });

  it('lies neither in the future nor before 1900, and an event in the future is said once', () => {
    expect(learned('2026-11-23', '2026-03-08')).toEqual(['FUTURE_DATE']);
    expect(learned('1899-12-31', '2026-03-08')).toEqual(['TOO_OLD']);
    expect(learned('2026-03-07', '2026-12-24')).toEqual([]);
  });
});
