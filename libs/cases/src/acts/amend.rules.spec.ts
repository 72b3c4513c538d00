import { describe, expect, it } from '@jest/globals';
import { aCaseFile } from '../testing/a-case-file.js';
import type { StatedCase } from '../timeline/said.rules.js';
import { type Amendment, checkNothingNeededIsTaken, merged, refusalOfType } from './amend.rules.js';

const detention = aCaseFile().ofDetention({ facility: 'Анги 1' }).about({ given: 'Бат', patronymic: 'Дорж' })
  .input as StatedCase;
const amended = (change: Partial<Amendment>, before: StatedCase = detention) =>
  merged(before, { id: 'x', version: 1, reason: 'учир', ...change });

describe('a correction', () => {
  it('changes only what it gives, field by field also in the person and the record', () => {
    const after = amended({ place: 'Пусан', subject: { given: 'Болд' }, detention: { facility: null } });
    expect(after).toEqual({
      ...detention,
      place: 'Пусан',
      subject: { ...detention.subject, given: 'Болд' },
      detention: { ...detention.detention, facility: null },
    });
  });

  it('takes undefined for left out, at every depth', () => {
    expect(amended({ place: undefined, subject: { given: undefined } })).toEqual(detention);
  });

  it('brings none of its own fields into the case', () => {
    expect(Object.keys(amended({}))).toEqual(Object.keys(detention));
  });

  it('takes a list for a list, and nothing for nothing, whatever was there', () => {
    const labour = aCaseFile().ofLabour({ issues: ['UNPAID_WAGES', 'WORK_ACCIDENT'] }).input as StatedCase;
    expect(amended({ labour: { issues: ['OTHER'] } }, labour).labour).toEqual({ issues: ['OTHER'] });
    expect(amended({ detention: null }).detention).toBeNull();
    expect(amended({ place: 'Пусан' }, { ...detention, place: null }).place).toBe('Пусан');
  });

  it('replaces a date whole: a year is not mixed with the day before it', () => {
    const occurred = { date: '2025-01-01', precision: 'YEAR' } as const;
    expect(amended({ occurred }).occurred).toBe(occurred);
  });

  it('takes a record for the record where there was none', () => {
    expect(amended({ detention: { offence: '06' } }, { ...detention, detention: null }).detention).toEqual({
      offence: '06',
    });
  });

  it('to the type that the case has already is none', () => {
    expect(amended({ type: 'DETENTION' })).toEqual(detention);
  });

  it('to another type begins its record with what is given, and keeps all else', () => {
    const { detention: itsRecord, ...common } = detention;
    expect(itsRecord).toBeDefined();
    expect(amended({ type: 'DEATH', death: { manner: 'ACCIDENT' } })).toEqual({
      ...common,
      type: 'DEATH',
      death: { manner: 'ACCIDENT' },
    });
    const welfare = aCaseFile().ofWelfare().input as StatedCase;
    expect(amended({ type: 'MEDICAL' }, welfare)).not.toHaveProperty('cause');
  });

  it.each(['type', 'hostCountry', 'occurred', 'awareAt', 'source', 'summary', 'subject'] as const)(
    'cannot take away %s',
    (field) => {
      const taking = { id: 'x', version: 1, [field]: null } as unknown as Amendment;
      expect(() => checkNothingNeededIsTaken(taking)).toThrow('REQUIRED');
    },
  );

  it('can take away a place and a record, and leave out everything', () => {
    expect(() =>
      checkNothingNeededIsTaken({ id: 'x', version: 1, place: null, detention: null }),
    ).not.toThrow();
  });
});

describe('another type', () => {
  const open = { status: 'IN_PROGRESS', outcome: null } as const;
  const closed = { status: 'CLOSED', outcome: 'PAID_FULL' } as const;
  const any = () => true;

  it('is free while the case has not ended', () => {
    expect(refusalOfType(open, 'DETENTION', false, () => false)).toBeUndefined();
  });

  it('must be one that can end as the case did', () => {
    expect(refusalOfType(closed, 'DETENTION', true, (outcome) => outcome !== 'PAID_FULL')).toBe(
      'OUTCOME_OF_OTHER_TYPE',
    );
    expect(refusalOfType({ ...closed, status: 'RESOLVED' }, 'WELFARE', true, () => false)).toBe(
      'OUTCOME_OF_OTHER_TYPE',
    );
  });

  it('of a closed case must be one that this person may close', () => {
    expect(refusalOfType(closed, 'DETENTION', false, any)).toBe('TYPE_NEEDS_SUPERVISOR');
    expect(refusalOfType(closed, 'DETENTION', true, any)).toBeUndefined();
    expect(refusalOfType(closed, 'WELFARE', false, any)).toBeUndefined();
    expect(refusalOfType({ ...closed, status: 'RESOLVED' }, 'DETENTION', false, any)).toBeUndefined();
  });
});
