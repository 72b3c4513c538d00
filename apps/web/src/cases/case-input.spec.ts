import { describe, expect, it } from 'vitest';
import { inputOf, partialDateOf, problemsIn } from './case-input.ts';

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
    expect(problemsIn(filled, seoul, now)).toEqual([]);
    expect(inputOf('0192', filled, seoul)).toMatchObject({
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
    const problems = problemsIn({}, seoul, now).map(({ field }) => field);
    expect(problems).toEqual(['type', 'hostCountry', 'awareAt', 'source', 'summary']);
    expect(problemsIn({ ...filled, 'subject.given': '' }, seoul, now)).toEqual([]);
    expect(problemsIn({ ...filled, type: 'LABOUR' }, seoul, now).map(({ field }) => field)).toEqual([
      'labour.issues',
    ]);
  });

  it('refuses what is still to come', () => {
    expect(problemsIn({ ...filled, 'occurred.year': '2027' }, seoul, now)).toEqual([
      { field: 'occurred', key: 'fileCase.futureDate' },
    ]);
    expect(problemsIn({ ...filled, 'awareAt.time': '23:59' }, seoul, now)).toEqual([
      { field: 'awareAt', key: 'fileCase.futureDate' },
    ]);
  });
});
