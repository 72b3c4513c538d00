import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aWorld, type World } from '#support/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

/** The value as it comes back after PostgreSQL has taken it for that type. */
async function there(type: string, value: unknown): Promise<unknown> {
  const text = `select $1::${type} as it`;
  const [rows] = await world.database.oneTrip([{ name: '', text, values: [value] }]);
  return rows?.[0]?.it;
}

const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));

describe('values on their way to PostgreSQL', () => {
  it('arrive as they left: words and lists of words, whatever signs are in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(word), { maxLength: 6 }), async (words) => {
        expect(await there('text[]', words)).toEqual(words);
      }),
      { numRuns: 60 },
    );
    expect(await there('text[]', ['NULL', 'null', '', '{}', '"', '\\', 'a,b', ' x '])).toEqual([
      'NULL',
      'null',
      '',
      '{}',
      '"',
      '\\',
      'a,b',
      ' x ',
    ]);
    expect(await there('text', 'Өвгөн "Чулуун" \\ {1}')).toBe('Өвгөн "Чулуун" \\ {1}');
  });

  it.each([
    ['int', 42, 42],
    ['float8', -0.5, -0.5],
    ['bigint', 9007199254740991n, 9007199254740991],
    ['boolean', true, true],
    ['text', null, null],
    ['text', undefined, null],
    ['int[]', [1, null, 3], [1, null, 3]],
    [
      'int[]',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['jsonb', { a: ['ө', null], b: { c: 1 } }, { a: ['ө', null], b: { c: 1 } }],
    ['jsonb[]', [{ a: '"' }, { b: '\\' }], [{ a: '"' }, { b: '\\' }]],
    ['timestamptz', new Date('2026-03-09T14:05:00.123Z'), '2026-03-09T14:05:00.123Z'],
    ['bytea', Buffer.from([0, 255, 92]), Buffer.from([0, 255, 92])],
    ['bytea', new Uint8Array([1, 2]), Buffer.from([1, 2])],
    ['bytea[]', [Buffer.from([0, 7])], [Buffer.from([0, 7])]],
  ])('%s: %p', async (type, value, back) => {
    expect(await there(type, value)).toEqual(back);
  });

  it('are not sent when they are none', async () => {
    for (const value of [() => 1, Symbol('x')])
      await expect(there('text', value)).rejects.toThrow(/cannot be sent/);
  });
});
