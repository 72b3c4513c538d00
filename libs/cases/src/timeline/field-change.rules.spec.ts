import { describe, expect, it } from '@jest/globals';
import type { Said, SaidKind } from './field-change.js';
import { changesBetween, fillsIn, kept } from './field-change.rules.js';

const said = (field: string, value: unknown, kind: SaidKind = 'TEXT', list?: string): Said => ({
  field,
  kind,
  value,
  ...(list !== undefined && { list }),
});

describe('what changed between two sayings', () => {
  it('is each field that differs, old and new, in the order of what the case says now', () => {
    const before = [
      said('summary', 'Нэг'),
      said('place', 'Сөүл'),
      said('source', 'FAMILY', 'CODE', 'SOURCE'),
    ];
    const after = [
      said('place', 'Пусан'),
      said('source', 'FAMILY', 'CODE', 'SOURCE'),
      said('summary', 'Хоёр'),
    ];
    expect(changesBetween(before, after)).toEqual([
      { field: 'place', kind: 'TEXT', old: 'Сөүл', new: 'Пусан' },
      { field: 'summary', kind: 'TEXT', old: 'Нэг', new: 'Хоёр' },
    ]);
  });

  it('names fields that only one of the two has: last those that are gone', () => {
    const before = [said('detention.offence', '05', 'CODE', 'ICCS')];
    const after = [said('death.manner', 'ACCIDENT', 'CODE', 'DEATH_MANNER')];
    expect(changesBetween(before, after)).toEqual([
      { field: 'death.manner', kind: 'CODE', list: 'DEATH_MANNER', old: null, new: 'ACCIDENT' },
      { field: 'detention.offence', kind: 'CODE', list: 'ICCS', old: '05', new: null },
    ]);
  });

  it('takes a cause from another list for another cause, each with its list', () => {
    const changes = changesBetween(
      [said('cause', 'X', 'CODE', 'ICD10')],
      [said('cause', 'X', 'CODE', 'WELFARE_NEED')],
    );
    expect(changes.map(({ list, old, new: now }) => [list, old, now])).toEqual([
      ['WELFARE_NEED', null, 'X'],
      ['ICD10', 'X', null],
    ]);
  });

  it.each([
    ['a text and the same with blanks around it', 'TEXT', 'Сөүл', ' Сөүл '],
    ['nothing and an empty text', 'TEXT', null, '  '],
    ['nothing and no codes', 'CODE', undefined, []],
    ['nothing and an answer that is not known', 'CHOICE', null, 'UNKNOWN'],
    ['a day and the same as a partial date', 'DATE', '2026-03-08', { date: '2026-03-08', precision: 'DAY' }],
    ['nothing and a date that is not known', 'DATE', null, { date: null, precision: 'UNKNOWN' }],
    [
      'two days of a year of which only the year is known',
      'DATE',
      { date: '2026-03-08', precision: 'YEAR' },
      { date: '2026-11-01', precision: 'YEAR' },
    ],
    ['an instant in two spellings', 'INSTANT', '2026-03-09T05:00:00Z', '2026-03-09T14:00:00+09:00'],
  ] as const)('is nothing between %s', (_, kind, one, other) => {
    expect(changesBetween([said('x', one, kind)], [said('x', other, kind)])).toEqual([]);
    expect(changesBetween([said('x', other, kind)], [said('x', one, kind)])).toEqual([]);
  });

  it.each([
    ['a code that is not known, chosen where there was none', 'CODE', null, 'UNKNOWN'],
    [
      'a year that becomes its first day',
      'DATE',
      { date: '2026-01-01', precision: 'YEAR' },
      { date: '2026-01-01', precision: 'DAY' },
    ],
    ['one code more', 'CODE', ['A'], ['A', 'B']],
    ['the order of codes, since the first is the cause', 'CODE', ['A', 'B'], ['B', 'A']],
    ['the word UNKNOWN written as a text', 'TEXT', null, 'UNKNOWN'],
  ] as const)('is %s', (_, kind, one, other) => {
    expect(changesBetween([said('x', one, kind)], [said('x', other, kind)])).toHaveLength(1);
  });
});

describe('a value as entries keep it', () => {
  it.each(['TEXT', 'CODE', 'COUNTRY', 'CHOICE', 'DATE', 'INSTANT', 'NUMBER', 'MONEY'] as const)(
    'is null where a %s says nothing',
    (kind) => expect([kept(kind, null), kept(kind, undefined), kept(kind, '')]).toEqual([null, null, null]),
  );

  it('is cut to what is known of a date', () => {
    expect(kept('DATE', { date: '2026-03-08', precision: 'MONTH' })).toEqual({
      date: '2026-03-01',
      precision: 'MONTH',
    });
    expect(kept('DATE', '2026-03-08')).toEqual({ date: '2026-03-08', precision: 'DAY' });
  });

  it('is what was given for countries, numbers and money', () => {
    const money = { amount: '1.50', currency: 'MNT' };
    expect([kept('COUNTRY', 'KR'), kept('NUMBER', 0), kept('MONEY', money)]).toEqual(['KR', 0, money]);
    expect(kept('CHOICE', 'YES')).toBe('YES');
    expect(kept('CODE', ['A'])).toEqual(['A']);
    expect(kept('INSTANT', '2026-03-09T14:00:00+09:00')).toBe('2026-03-09T05:00:00.000Z');
  });
});

describe('filling in what was not known', () => {
  it.each([
    ['nothing', 'TEXT', null],
    ['a code that is not known', 'CODE', 'UNKNOWN'],
    ['codes that are not known', 'CODE', ['UNKNOWN']],
  ] as const)('is a change of %s', (_, kind, old) => expect(fillsIn({ kind, old })).toBe(true));

  it.each([
    ['a text, also of the word UNKNOWN', 'TEXT', 'UNKNOWN'],
    ['a code', 'CODE', '05'],
    ['codes of which one is known', 'CODE', ['UNKNOWN', 'UNPAID_WAGES']],
    ['a date, also of a year alone', 'DATE', { date: '2026-01-01', precision: 'YEAR' }],
    ['a choice', 'CHOICE', 'MALE'],
  ] as const)('is none of %s', (_, kind, old) => expect(fillsIn({ kind, old })).toBe(false));
});
