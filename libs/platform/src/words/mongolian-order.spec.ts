import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { inReadersOrder } from './mongolian-order.js';

/** As a Mongolian school dictionary has them. */
const inOrder = [
  'Бат',
  'Ерөөлт',
  'Ес',
  'Еям',
  'Ёндон',
  'Ёс',
  'Жаргал',
  'Ийм',
  'Нямаа',
  'Оюун',
  'Өлзий',
  'Пүрэв',
  'Уранаа',
  'Үүрийн',
  'Фрөйд',
  'Цэцэг',
  'Энх',
  'Ядам',
];
const shuffled = [...inOrder].sort((one, other) => (one.slice(1) < other.slice(1) ? 1 : -1));

describe('the Mongolian order', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.end());

  it('has Ё as a letter of its own, Ө after О and Ү after У', () => {
    expect([...shuffled].sort(inReadersOrder('mn'))).toEqual(inOrder);
  });

  it('does not mind how Ё is written, nor capitals', () => {
    const compare = inReadersOrder('mn');
    expect(compare('ёндон', 'Жаргал')).toBeLessThan(0);
    expect(compare('\u0415\u0308ндон', 'Еям')).toBeGreaterThan(0);
    expect(compare('Ёндон', '\u0415\u0308ндон')).toBe(0);
  });

  it('is the order of the database', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      'select name from unnest($1::text[]) name order by name collate public.mn_names',
      [shuffled],
    );
    expect(rows.map(({ name }) => name)).toEqual(inOrder);
  });

  it('is not that of English readers, who have their own', () => {
    expect(['b', 'A', 'ö', 'z', 'o'].sort(inReadersOrder('en'))).toEqual(['A', 'b', 'o', 'ö', 'z']);
  });
});
