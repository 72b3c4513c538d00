import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import type { Statement } from './trip.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(`
    create table public.note (id int primary key, body text);
    grant select, insert on public.note to elchin_app;
  `);
});
afterAll(() => world.end());

const statement = (name: string, text: string, ...values: unknown[]): Statement => ({ name, text, values });
const write = (id: number, body: string | null = null) =>
  statement('note.write', 'insert into public.note values ($1, $2) returning id', id, body);
const written = async () => {
  const { rows } = await world.owner.query('select id from public.note order by id');
  return rows.map((row: { id: number }) => row.id);
};

describe('statements that travel together', () => {
  it('answer each with its own rows, the first time and when they are prepared', async () => {
    const trip = [
      statement('three', 'select n, n::text as word from generate_series(1, 3) n'),
      statement('nothing', 'select 1 as one where false'),
      statement('', 'select $1::text as said, null as missing', 'Сайн байна уу'),
    ];
    for (let time = 0; time < 3; time += 1) {
      expect(await world.database.oneTrip(trip)).toEqual([
        [1, 2, 3].map((n) => ({ n, word: String(n) })),
        [],
        [{ said: 'Сайн байна уу', missing: null }],
      ]);
    }
  });

  it('are one transaction: a later failure takes the earlier statements back', async () => {
    await world.database.oneTrip([write(1), write(2)]);
    await expect(world.database.oneTrip([write(3), write(1)])).rejects.toMatchObject({ code: '23505' });
    expect(await written()).toEqual([1, 2]);
  });

  it('see what the ones before them wrote, and the settings these made, which end with the trip', async () => {
    const setting = statement('setting', "select current_setting('elchin.reach', true) as reach");
    const [, , rows, found] = await world.database.oneTrip([
      write(4),
      statement('set', "select set_config('elchin.reach', 'MISSION', true)"),
      setting,
      statement('found', 'select count(*) as n from public.note where id = 4'),
    ]);
    expect([rows, found]).toEqual([[{ reach: 'MISSION' }], [{ n: 1 }]]);
    const trips = Array.from({ length: 12 }, () => world.database.oneTrip([setting]));
    for (const [left] of await Promise.all(trips)) expect(left?.[0]?.reach || null).toBeNull();
  });

  it('work again on the same connections after one of them was refused, wherever in the trip it stood', async () => {
    const late = statement('late', 'select 7 as seven');
    const wrong = statement('wrong', 'select 1 / $1::int as n', 0);
    for (let time = 0; time < 6; time += 1) {
      await expect(world.database.oneTrip([wrong, late])).rejects.toMatchObject({ code: '22012' });
      const right = { ...wrong, values: [1] };
      expect(await world.database.oneTrip([late, right])).toEqual([[{ seven: 7 }], [{ n: 1 }]]);
    }
  });

  it('follow the text when a name comes to stand for another', async () => {
    for (const [text, row] of [
      ['select 1 as a', { a: 1 }],
      ['select 2 as b, 3 as c', { b: 2, c: 3 }],
    ] as const) {
      const trips = Array.from({ length: 6 }, () => world.database.oneTrip([statement('renamed', text)]));
      for (const [rows] of await Promise.all(trips)) expect(rows).toEqual([row]);
    }
  });

  it('send nothing when a value cannot be sent', async () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    await expect(
      world.database.oneTrip([write(9), statement('odd', 'select $1::text', loop)]),
    ).rejects.toThrow(/circular/i);
    expect(await written()).not.toContain(9);
  });
});

describe('a connection that dies at work', () => {
  it('fails its own trip, and the next has another', async () => {
    const end = statement('', 'select pg_terminate_backend(pg_backend_pid())');
    await expect(world.database.oneTrip([end])).rejects.toMatchObject({ code: '57P01' });
    expect(await world.database.oneTrip([statement('alive', 'select 3 as n')])).toEqual([[{ n: 3 }]]);
  });
});

describe('instants', () => {
  it('come in UTC whatever the time zone of the server', async () => {
    const [rows] = await world.database.oneTrip([
      statement('', "select timestamptz '2026-03-09 09:00+08' as at, current_setting('timezone') as zone"),
    ]);
    expect(rows).toEqual([{ at: '2026-03-09T01:00:00Z', zone: 'UTC' }]);
  });
});
