import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import type { Statement } from './trip.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(
    'create table public.visit (id int); grant select, insert on public.visit to elchin_app',
  );
});
afterAll(() => world.end());
beforeEach(() => world.owner.query('truncate public.visit'));

const statement = (name: string, text: string, ...values: unknown[]): Statement => ({ name, text, values });
const half = (of: number) => statement('half', 'select 12 / $1::int as half', of);
const setting = statement('who', "select current_setting('elchin.staff', true) as who");
const iAm = (who: string) => statement('iam', "select set_config('elchin.staff', $1, true) as who", who);
const visit = (id: number) => statement('visit', 'insert into public.visit values ($1)', id);

type Outcome = { rows: unknown } | { code: unknown };
const outcomeOf = (trip: Promise<unknown>): Promise<Outcome> =>
  trip.then(
    (rows) => ({ rows }),
    (error: { code?: string }) => ({ code: error.code }),
  );
/** All at once, so that they wait for each other and travel together. */
const together = (trips: readonly Statement[][]) =>
  Promise.all(trips.map((trip) => outcomeOf(world.database.quickTrip(trip))));
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('quick trips that wait at once', () => {
  it('are each answered with their own rows, whether their statements are new to the connection or known', async () => {
    for (let time = 0; time < 3; time += 1) {
      const answers = await together(
        upTo(60).map((n) => [statement('echo', 'select $1::int as n', n), iAm(`${n}`)]),
      );
      expect(answers).toEqual(upTo(60).map((n) => ({ rows: [[{ n }], [{ who: `${n}` }]] })));
    }
  });

  it('are transactions of their own: what one sets, the next on the connection does not see', async () => {
    await together(upTo(20).map(() => [iAm('nobody'), setting]));
    const answers = await together(upTo(40).map((n) => (n % 2 ? [setting] : [iAm(`officer ${n}`), setting])));
    for (const [n, answer] of answers.entries()) {
      const who = (answer as { rows: { who: string | null }[][] }).rows.at(-1)?.[0]?.who;
      expect(who || null).toBe(n % 2 ? null : `officer ${n}`);
    }
  });

  it('fail alone: the one that divides by zero loses what it wrote, those before and behind it keep theirs', async () => {
    for (let time = 0; time < 3; time += 1) {
      await world.owner.query('truncate public.visit');
      const answers = await together(upTo(30).map((n) => [visit(n), half(n % 5)]));
      for (const [n, answer] of answers.entries()) {
        if (n % 5 === 0) expect(answer).toEqual({ code: '22012' });
        else expect(answer).toEqual({ rows: [[], [{ half: Math.trunc(12 / (n % 5)) }]] });
      }
      const { rows } = await world.owner.query<{ id: number }>('select id from public.visit order by id');
      expect(rows.map(({ id }) => id)).toEqual(upTo(30).filter((n) => n % 5 !== 0));
    }
  });

  it('fail alone when a statement cannot even be prepared', async () => {
    const wrong = [statement('wrong', 'select nothing from nowhere')];
    const answers = await together(upTo(24).map((n) => (n % 3 === 0 ? wrong : [half(1 + (n % 4))])));
    for (const [n, answer] of answers.entries()) {
      expect(answer).toEqual(
        n % 3 === 0 ? { code: '42P01' } : { rows: [[{ half: Math.trunc(12 / (1 + (n % 4))) }]] },
      );
    }
  });

  it('are each answered, well or ill, when connections die under them, and the next ones have others', async () => {
    await together(upTo(20).map(() => [half(3)]));
    const end = statement('end', 'select pg_terminate_backend(pg_backend_pid())');
    const answers = await together(upTo(40).map((n) => (n === 7 || n === 23 ? [end] : [half(3)])));
    expect(answers[7]).toEqual({ code: '57P01' });
    for (const answer of answers)
      expect('rows' in answer || answer.code === '57P01' || !answer.code).toBe(true);
    expect(await together(upTo(20).map(() => [half(4)]))).toEqual(
      upTo(20).map(() => ({ rows: [[{ half: 3 }]] })),
    );
  });

  it('leave connections for what takes longer', async () => {
    const nap = statement('nap', 'select pg_sleep(1)');
    const naps = together(upTo(2).map(() => [nap])).then(() => 'naps');
    const other = world.database.oneTrip([half(2)]).then(() => 'other');
    expect(await Promise.race([naps, other])).toBe('other');
    await naps;
  });
});
