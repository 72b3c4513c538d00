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
    return refusals.items.map(({ code }) => code);
  };

  it('may be a day before the event, since the two places may be a day apart, and no more', () => {
    expect(learned('2026-03-07', '2026-03-08')).toEqual([]);
    expect(learned('2026-03-06', '2026-03-08')).toEqual(['AWARE_BEFORE_EVENT']);
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
