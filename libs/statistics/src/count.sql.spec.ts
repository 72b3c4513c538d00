import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countStatement, pendingStatement } from './count.sql.js';
import { BASES, DIMENSIONS, type Question } from './question.js';

const aQuestion = (difference: Partial<Question> = {}): Question => ({
  dimensions: ['COUNTRY', 'CAUSE'],
  basis: 'OPENED',
  period: { from: 201601, to: 201612 },
  types: null,
  countries: null,
  causes: null,
  sexes: null,
  missions: null,
  monthUnknown: false,
  asOfNow: false,
  named: {},
  ...difference,
});
const tables = (difference: Partial<Question>) =>
  [...new Set(countStatement(aQuestion(difference)).text.match(/stat\.(post|world)_\w+/g))].sort();

describe('the statement that counts', () => {
  it('reads the year of the world for country by cause of a whole year', () => {
    expect(tables({})).toEqual(['stat.world_year']);
  });

  it('adds months of the world only for the ends of a period', () => {
    expect(tables({ period: { from: 201507, to: 201712 } })).toEqual(['stat.world_month', 'stat.world_year']);
    expect(tables({ period: { from: 201602, to: 201611 } })).toEqual(['stat.world_month']);
    expect(tables({ dimensions: ['MONTH'] })).toEqual(['stat.world_month']);
  });

  it('reads the posts where posts or sexes are told apart, or the asker sees one post', () => {
    for (const difference of [
      { dimensions: ['MISSION'] },
      { dimensions: ['SEX'] },
      { missions: ['SEL'] },
      { sexes: ['MALE'] },
    ]) {
      expect(tables(difference as Partial<Question>)).toEqual(['stat.post_year']);
    }
  });

  it('makes a stock of all whole years before, and the months of the last', () => {
    expect(tables({ basis: 'OPEN_AT_END' })).toEqual(['stat.world_year']);
    expect(tables({ basis: 'OPEN_AT_END', period: { from: 201601, to: 201603 } })).toEqual([
      'stat.world_month',
      'stat.world_year',
    ]);
  });

  it('takes unknown months from the months of whole years, pending or not, by whatever it divides', () => {
    const asked = { basis: 'OCCURRED', monthUnknown: true, period: { from: 201508, to: 201805 } } as const;
    for (const dimension of ['TYPE', 'YEAR', 'MONTH'] as const) {
      const question = aQuestion({ ...asked, dimensions: [dimension] });
      expect(tables(question)).toEqual(['stat.world_month']);
      for (const { text, values } of [countStatement(question), pendingStatement(question)]) {
        expect(text).toMatch(/month = any\(\$\d+::int\[\]\)/);
        expect(values).toContainEqual([201600, 201700]);
      }
    }
  });

  it('has the same name for other years and other codes, so that it is planned once', () => {
    const one = countStatement(aQuestion({ countries: ['KR'] }));
    const other = countStatement(
      aQuestion({ countries: ['CZ', 'SK'], period: { from: 201001, to: 201212 } }),
    );
    expect([other.name, other.text]).toEqual([one.name, one.text]);
    expect(one.name).toMatch(/^composed\./);
    expect(other.values).not.toEqual(one.values);
  });

  it('mentions every value it sends, and sends every value it mentions', () => {
    const month = fc
      .tuple(fc.integer({ min: 2014, max: 2017 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => y * 100 + m);
    const maybe = fc.option(fc.constant(['X']));
    const question = fc.record({
      dimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { minLength: 1, maxLength: 3 }),
      basis: fc.constantFrom(...BASES),
      period: fc.tuple(month, month).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      types: maybe,
      countries: maybe,
      causes: fc.option(fc.constant([{ type: 'X', code: 'X' }])),
      sexes: maybe,
      missions: maybe,
      monthUnknown: fc.boolean(),
      asOfNow: fc.boolean(),
      named: fc.constant({}),
    });
    fc.assert(
      fc.property(question, (asked) => {
        for (const { text, values } of [countStatement(asked), pendingStatement(asked)]) {
          const mentioned = new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
          expect([...mentioned].sort((a, b) => a - b)).toEqual(values.map((_, at) => at + 1));
        }
      }),
    );
  });
});
