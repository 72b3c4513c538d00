import { describe, expect, it } from '@jest/globals';
import { Refusals } from '#platform';
import { aCaseFile, type CaseFileBuilder } from '../testing/index.js';
import type { CaseContent } from './filing.js';
import { checkContent, type Lists } from './filing.rules.js';
import { checkOrders } from './orders.rules.js';

const TODAY = '2026-11-27';
const lists: Lists = { has: () => true, hasCountry: () => true, causeListOf: () => 'ANY' };
const AWARE = '2026-11-02';

/** `code field otherField` of everything that is wrong. */
function refused(builder: CaseFileBuilder, before?: CaseContent): string[] {
  const { input } = builder;
  const { items } = checkContent(input, input.type, TODAY, lists, { awareDay: AWARE, before });
  return items.map(({ code, field, otherField }) => [code, field, otherField].filter(Boolean).join(' '));
}
const born = (date: string, precision: 'DAY' | 'MONTH' | 'YEAR' = 'DAY') => ({ birth: { date, precision } });
const held = (record: object) =>
  aCaseFile()
    .on('2026-10-20')
    .ofDetention({ arrestedOn: null, ...record });

describe('nothing happens to a person before birth', () => {
  it.each([
    ['a death', aCaseFile().ofDeath().on('2024-01-01'), 'occurred'],
    ['an arrest', held({ arrestedOn: '2024-10-20' }), 'detention.arrestedOn'],
    [
      'a report to the police',
      aCaseFile().ofCrimeVictim({ reportedPoliceOn: '2024-02-01' }).atSomeTime(),
      'crimeVictim.reportedPoliceOn',
    ],
    [
      'the day of being seen last',
      aCaseFile().ofMissing({ lastSeenOn: '2024-02-01' }).atSomeTime(),
      'missing.lastSeenOn',
    ],
  ])('%s is refused with both fields named', (_, builder, field) => {
    expect(refused(builder.about(born('2025-01-01')))).toEqual([`ORDER_OF_DATES ${field} subject.birth`]);
  });

  it.each([
    ['a death in the year of birth, when only that year is known', '2024-06-01', 'YEAR', []],
    ['a death in the month of birth, when only that month is known', '2024-01-31', 'MONTH', []],
    ['a death on the day of birth', '2024-01-01', 'DAY', []],
    ['a death in the year before', '2025-06-01', 'YEAR', ['ORDER_OF_DATES occurred subject.birth']],
    ['a death in the month before', '2024-02-01', 'MONTH', ['ORDER_OF_DATES occurred subject.birth']],
    ['a death on the day before', '2024-01-02', 'DAY', ['ORDER_OF_DATES occurred subject.birth']],
  ] as const)('%s: at their own precision', (_, date, precision, expected) => {
    const death = aCaseFile().ofDeath().on('2024-01-01').about(born(date, precision));
    expect(refused(death)).toEqual(expected);
  });

  it('a death of which only the year is known is not before a birth within it', () => {
    expect(refused(aCaseFile().ofDeath().inYearOf('2024-01-01').about(born('2024-12-31')))).toEqual([]);
    expect(refused(aCaseFile().ofDeath().inMonthOf('2024-11-01').about(born('2024-12-01')))).toEqual([
      'ORDER_OF_DATES occurred subject.birth',
    ]);
  });
});

describe('the dates of a record have their order', () => {
  it.each([
    [
      'a visit before the mission was told',
      held({ missionNotifiedOn: '2026-10-30', firstVisitOn: '2026-10-21' }),
      'detention.firstVisitOn detention.missionNotifiedOn',
    ],
    [
      'a visit before the arrest',
      held({ arrestedOn: '2026-10-25', firstVisitOn: '2026-10-21' }),
      'detention.firstVisitOn detention.arrestedOn',
    ],
    [
      'the mission told before the arrest',
      held({ arrestedOn: '2026-10-25', missionNotifiedOn: '2026-10-21' }),
      'detention.missionNotifiedOn detention.arrestedOn',
    ],
    [
      'a report to the police before the crime',
      aCaseFile().on('2026-10-20').ofCrimeVictim({ reportedPoliceOn: '2020-01-01' }),
      'crimeVictim.reportedPoliceOn occurred',
    ],
    [
      'seen last after the mission knew',
      aCaseFile().on('2026-10-20').ofMissing({ lastSeenOn: '2026-11-20' }),
      'missing.lastSeenOn awareAt',
    ],
  ])('%s is refused with both fields named', (_, builder, fields) => {
    expect(refused(builder)).toEqual([`ORDER_OF_DATES ${fields}`]);
  });

  it('the place of the arrest and the post may be a day apart, no more', () => {
    expect(refused(held({ arrestedOn: '2026-10-22', missionNotifiedOn: '2026-10-21' }))).toEqual([]);
    expect(refused(held({ arrestedOn: '2026-10-23', missionNotifiedOn: '2026-10-21' }))).toHaveLength(1);
    expect(refused(aCaseFile().on('2026-10-20').ofMissing({ lastSeenOn: '2026-11-03' }))).toEqual([]);
  });

  it('a crime known to the month is not after a report to the police within it', () => {
    const reported = aCaseFile().ofCrimeVictim({ reportedPoliceOn: '2026-10-02' });
    expect(refused(reported.inMonthOf('2026-10-31'))).toEqual([]);
    expect(refused(reported.inMonthOf('2026-11-01'))).toHaveLength(1);
  });
});

describe('of a broken order', () => {
  const early = held({
    arrestedOn: '2026-10-25',
    missionNotifiedOn: '2026-10-28',
    firstVisitOn: '2026-10-21',
  });

  it('both dates are named, and each order of a date is told by itself', () => {
    const { input } = early;
    const { items } = checkContent(input, input.type, TODAY, lists, { awareDay: AWARE });
    expect(items).toEqual([
      {
        code: 'ORDER_OF_DATES',
        field: 'detention.firstVisitOn',
        otherField: 'detention.arrestedOn',
        params: { earlier: 'detention.arrestedOn', later: 'detention.firstVisitOn' },
      },
      {
        code: 'ORDER_OF_DATES',
        field: 'detention.firstVisitOn',
        otherField: 'detention.missionNotifiedOn',
        params: { earlier: 'detention.missionNotifiedOn', later: 'detention.firstVisitOn' },
      },
    ]);
  });

  it('a date that is wrong by itself is said once, and not compared', () => {
    expect(refused(held({ arrestedOn: '2026-11-28', missionNotifiedOn: '2026-10-28' }))).toEqual([
      'FUTURE_DATE detention.arrestedOn',
    ]);
    expect(refused(held({ arrestedOn: '2026-10-28', missionNotifiedOn: '1899-10-28' }))).toEqual([
      'TOO_OLD detention.missionNotifiedOn',
    ]);
    expect(refused(held({}).about(born('2026-11-28')))).toEqual(['FUTURE_DATE subject.birth.date']);
  });

  it('nothing else that is wrong hides it', () => {
    const { input } = early;
    const refusals = new Refusals();
    refusals.add('UNKNOWN_CODE', 'source');
    refusals.add('UNLIKELY_ORDER', 'detention.firstVisitOn');
    checkOrders(input, input.type, { awareDay: AWARE }, refusals);
    expect(refusals.items.slice(2).map(({ code }) => code)).toEqual(['ORDER_OF_DATES', 'ORDER_OF_DATES']);
  });
});

describe('what seldom is so is asked about', () => {
  const late = held({ missionNotifiedOn: '2026-11-20' });
  const question = 'UNLIKELY_ORDER detention.missionNotifiedOn awareAt';

  it('a mission told by the authority long after the family is refused until somebody is sure', () => {
    expect(refused(late)).toEqual([question]);
    expect(refused(late.with({ sure: ['detention.missionNotifiedOn'] }))).toEqual([]);
    expect(refused(late.with({ sure: ['detention.firstVisitOn'] }))).toEqual([question]);
  });

  it('a correction of something else does not ask again', () => {
    expect(refused(late.saying('Зассан'), late.input)).toEqual([]);
    expect(refused(held({ missionNotifiedOn: '2026-11-21' }), late.input)).toEqual([question]);
    expect(refused(late, late.with({ detention: null }).input)).toEqual([question]);
  });

  it('being sure does not make possible what cannot be', () => {
    const dead = aCaseFile().ofDeath().on('2024-01-01').about(born('2025-01-01'));
    expect(refused(dead.with({ sure: ['occurred', 'subject.birth'] }))).toHaveLength(1);
  });
});

describe('who told of it', () => {
  it.each([
    ['a death', aCaseFile().ofDeath(), ['SOURCE_IS_SUBJECT source']],
    ['a missing person', aCaseFile().ofMissing(), ['SOURCE_IS_SUBJECT source']],
    ['a detention', aCaseFile().ofDetention(), []],
    ['unpaid wages', aCaseFile().ofLabour(), []],
  ])('of %s: not always the person', (_, builder, expected) => {
    expect(refused(builder.with({ source: 'SELF' }))).toEqual(expected);
    expect(refused(builder.with({ source: 'FAMILY' }))).toEqual([]);
  });
});

describe('names', () => {
  it('with a letter of the other alphabet are refused, the letter named', () => {
    const { input } = aCaseFile().about({ given: 'Cарнай', latinGiven: 'Sаrnai', patronymic: 'Дорж-Сүрэн' });
    const { items } = checkContent(input, input.type, TODAY, lists);
    expect(items).toEqual([
      { code: 'MIXED_LETTERS', field: 'subject.given', params: { letter: 'C' } },
      { code: 'MIXED_LETTERS', field: 'subject.latinGiven', params: { letter: 'а' } },
    ]);
  });
});
