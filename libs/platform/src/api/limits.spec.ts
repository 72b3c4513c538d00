import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { documentLimits } from './limits.js';

const schema = buildSchema('type Query { a: Query b: Int }');
const refused = (document: string) =>
  validate(schema, parse(document), documentLimits).map((error) => error.message);
const nested = (levels: number): string => (levels === 1 ? 'b' : `a { ${nested(levels - 1)} }`);
const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

describe('an operation', () => {
  it('has at most eight levels, fragments or not', () => {
    expect(refused(`{ ${nested(8)} }`)).toEqual([]);
    expect(refused(`{ ${nested(9)} }`)).toEqual([expect.stringContaining('8 levels')]);
    expect(refused(`{ a { ... { ...f } } } fragment f on Query { ${nested(8)} }`)).toEqual([
      expect.stringContaining('8 levels'),
    ]);
  });

  it('has at most fifteen aliases', () => {
    expect(refused(`{ a { ${times(15, (n) => `x${n}: __typename`)} } }`)).toEqual([]);
    expect(refused(`{ a { ${times(16, (n) => `x${n}: __typename`)} } }`)).toEqual([
      expect.stringContaining('15 aliases'),
    ]);
  });

  it('has at most five root fields, also by a fragment', () => {
    expect(refused(`{ ${times(5, () => 'b')} }`)).toEqual([]);
    expect(refused(`{ ...f } fragment f on Query { ${times(6, () => 'b')} }`)).toEqual([
      expect.stringContaining('5 root fields'),
    ]);
  });

  it('has at most 400 fields', () => {
    expect(refused(`{ a { ${times(399, () => 'b')} } }`)).toEqual([]);
    expect(refused(`{ a { ${times(400, () => 'b')} } }`)).toEqual([expect.stringContaining('400 fields')]);
  });

  it('of fragments that multiply is refused in no time', () => {
    const bomb = times(30, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const started = performance.now();
    for (const end of ['b', '...f0']) {
      expect(refused(`{ a { ...f0 } } ${bomb} fragment f30 on Query { ${end} }`)).toHaveLength(1);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('of fragments that go round is left to the rule about them', () => {
    expect(refused('{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }')).toEqual([]);
  });

  it('may ask for the schema at any depth, where that is allowed at all', () => {
    expect(
      refused(
        '{ __schema { types { fields { type { ofType { ofType { ofType { ofType { name } } } } } } } } }',
      ),
    ).toEqual([]);
  });
});
