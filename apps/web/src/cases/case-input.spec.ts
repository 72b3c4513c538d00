import { describe, expect, it } from 'vitest';
import { inputOf, partialDateOf, problemsIn, recordInput, recordProblems } from './case-input.ts';
import { publishedShapes as types } from './published-shapes.generated.ts';
import type { RecordField, TypeShape } from './type-records.ts';

const seoul = 'Asia/Seoul';
const now = new Date('2026-11-22T12:00:00Z');
const filled = {
  type: 'DETENTION',
  'detention.offence': '05',
  'detention.arrestedOn.year': '2026',
  'detention.arrestedOn.month': '11',
  'detention.arrestedOn.day': '2',
  'subject.given': ' Бат ',
  hostCountry: 'KR',
  'occurred.year': '2026',
  'occurred.month': '11',
  'awareAt.year': '2026',
  'awareAt.month': '11',
  'awareAt.day': '22',
  'awareAt.time': '9:30',
  source: 'FAMILY',
  summary: ' Саатуулагдсан. ',
};

describe('a date in parts', () => {
  it.each([
    [
      { year: '2026', month: '11', day: '22' },
      { date: '2026-11-22', precision: 'DAY' },
    ],
    [
      { year: '2026', month: '3' },
      { date: '2026-03-01', precision: 'MONTH' },
    ],
    [{ year: '2026' }, { date: '2026-01-01', precision: 'YEAR' }],
    [{}, { date: null, precision: 'UNKNOWN' }],
    [{ year: '2026', day: '4' }, null],
    [{ month: '4' }, null],
    [{ year: '2026', month: '2', day: '30' }, null],
    [{ year: '26', month: '2', day: '3' }, null],
  ])('%j is %j', (parts, expected) => {
    const values = Object.fromEntries(Object.entries(parts).map(([part, text]) => [`d.${part}`, text ?? '']));
    expect(partialDateOf(values, 'd')).toEqual(expected);
  });
});

describe('a draft on its way to the server', () => {
  it('whole, it has no problems and becomes the input, texts trimmed, times on the clock of the mission', () => {
    expect(problemsIn(filled, seoul, types, now)).toEqual([]);
    expect(inputOf('0192', filled, seoul, types)).toMatchObject({
      id: '0192',
      type: 'DETENTION',
      occurred: { date: '2026-11-01', precision: 'MONTH' },
      awareAt: '2026-11-22T00:30:00.000Z',
      place: null,
      summary: 'Саатуулагдсан.',
      subject: {
        given: 'Бат',
        patronymic: null,
        sex: 'UNKNOWN',
        birth: { date: null, precision: 'UNKNOWN' },
      },
      detention: { offence: '05', arrestedOn: '2026-11-02', authority: null, firstVisitOn: null },
    });
  });

  it('a person may be unnamed, but the type, the country, the source, one line and the cause are needed', () => {
    const problems = problemsIn({}, seoul, types, now).map(({ field }) => field);
    expect(problems).toEqual(['type', 'hostCountry', 'awareAt', 'source', 'summary']);
    expect(problemsIn({ ...filled, 'subject.given': '' }, seoul, types, now)).toEqual([]);
    expect(problemsIn({ ...filled, type: 'LABOUR' }, seoul, types, now).map(({ field }) => field)).toEqual([
      'labour.issues',
    ]);
  });

  it('refuses what is still to come', () => {
    expect(problemsIn({ ...filled, 'occurred.year': '2027' }, seoul, types, now)).toEqual([
      { field: 'occurred', key: 'fileCase.futureDate' },
    ]);
    expect(problemsIn({ ...filled, 'awareAt.time': '23:59' }, seoul, types, now)).toEqual([
      { field: 'awareAt', key: 'fileCase.futureDate' },
    ]);
  });
});

describe('a field of each kind', () => {
  const field = (name: string, kind: RecordField['kind']): RecordField => ({
    name,
    path: `voyage.${name}`,
    labelKey: `voyage.${name}`,
    kind,
    list: null,
    target: null,
    cause: false,
    required: false,
    early: false,
    most: null,
  });
  const shape: TypeShape = {
    type: 'WELFARE',
    recordField: 'voyage',
    causeList: 'ANY',
    notToldBy: [],
    fields: [
      field('story', 'LONG_TEXT'),
      field('people', 'NUMBER'),
      field('owed', 'MONEY'),
      field('begun', 'PARTIAL_DATE'),
      field('seen', 'INSTANT'),
      field('alone', 'YES_NO'),
      field('witness', 'REFERENCE'),
    ],
  };

  it('left empty is not known', () => {
    expect(recordProblems(shape, {}, seoul)).toEqual([]);
    expect(recordInput(shape, {}, seoul)).toEqual({
      voyage: {
        story: null,
        people: null,
        owed: null,
        begun: { date: null, precision: 'UNKNOWN' },
        seen: null,
        alone: 'UNKNOWN',
        witness: null,
      },
    });
  });

  it('becomes what the schema takes, however people write numbers', () => {
    const values = {
      'voyage.people': '1 234',
      'voyage.owed.amount': '1 234,50',
      'voyage.owed.currency': 'MNT',
      'voyage.begun.year': '2026',
      'voyage.seen.year': '2026',
      'voyage.seen.month': '3',
      'voyage.seen.day': '9',
      'voyage.seen.time': '9:30',
      'voyage.alone': 'YES',
    };
    expect(recordInput(shape, values, seoul)).toMatchObject({
      voyage: {
        people: 1234,
        owed: { amount: '1234.50', currency: 'MNT' },
        begun: { date: '2026-01-01', precision: 'YEAR' },
        seen: '2026-03-09T00:30:00.000Z',
        alone: 'YES',
      },
    });
  });

  it('that is none of its kind is named before anything is sent', () => {
    const values = {
      'voyage.people': 'many',
      'voyage.owed.amount': '5',
      'voyage.begun.month': '4',
      'voyage.seen.year': '2026',
    };
    expect(recordProblems(shape, values, seoul)).toEqual([
      { field: 'voyage.people', key: 'fileCase.badNumber' },
      { field: 'voyage.owed', key: 'fileCase.badMoney' },
      { field: 'voyage.begun', key: 'fileCase.badDate' },
      { field: 'voyage.seen', key: 'fileCase.badInstant' },
    ]);
  });
});

describe('who told of it', () => {
  it('cannot be the person who died or is missing', () => {
    const died = { ...filled, type: 'DEATH', 'death.icd10': 'V01-V99', source: 'SELF' };
    expect(problemsIn(died, seoul, types, now)).toEqual([{ field: 'source', key: 'fileCase.notToldBy' }]);
    expect(problemsIn({ ...filled, source: 'SELF' }, seoul, types, now)).toEqual([]);
  });
});
