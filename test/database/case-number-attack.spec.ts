import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aWorld, type World } from '#support/world';

/** The name that nobody without a session may read. */
const SECRET = 'Нууц-Оюунаа';
const trace = join(tmpdir(), `elchin-attack-${process.pid}`);

let world: World;
let app: pg.Client;
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(`insert into cases.person (mission_id, given) values ('SEL', $1)`, [SECRET]);
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await world.end();
});

/** What somebody tries who speaks SQL as the application's role and has no session. */
const commands = {
  'read names': `do $x$ begin raise exception '%', (select string_agg(given, ',') from cases.person); end $x$`,
  'read the owner’s secret': `do $x$ begin raise exception '%', pg_read_file('owner.secret'); end $x$`,
  'run a program on the host': `copy (select 1) to program 'touch ${trace}'`,
  'become the owner': 'grant elchin_owner to elchin_app',
  'make itself a superuser': 'alter role elchin_app superuser',
};

describe('the application’s role, with any text for a post', () => {
  it.each(Object.entries(commands))('does not come to %s by the next case number', async (_, command) => {
    for (const text of [`x; ${command}; --`, `sel_2026; ${command}; --`, `SEL"; ${command}; --`]) {
      for (const name of ['next_case_no', 'case_sequence']) {
        const tried = app.query(`select cases.${name}($1, 2026)`, [text]);
        const refused = await tried.then(
          () => ({ code: 'none', message: 'it went through' }),
          ({ code, message }: pg.DatabaseError) => ({ code, message }),
        );
        expect(refused).toEqual({
          code: '22023',
          message: 'There are no case numbers for this post and year.',
        });
      }
    }
    expect(existsSync(trace)).toBe(false);
    const { rows } = await world.owner.query(
      `select rolsuper, pg_has_role('elchin_app', 'elchin_owner', 'member') as member from pg_roles where rolname = 'elchin_app'`,
    );
    expect(rows).toEqual([{ rolsuper: false, member: false }]);
  });

  it.each(['XXX', 'sel', '', null])('makes no sequence for the post %p', async (mission) => {
    await expect(app.query('select cases.next_case_no($1, 2026)', [mission])).rejects.toMatchObject({
      code: '22023',
    });
    const { rows } = await world.owner.query(
      `select count(*)::int as n from pg_class where relname like 'case_no_%' and relkind = 'S'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('still numbers the cases of a post, so that the tests above can fail', async () => {
    const next = async () =>
      (await app.query(`select cases.next_case_no('SEL', 2026) as no`)).rows[0] as unknown;
    expect([await next(), await next()]).toEqual([{ no: 'SEL-2026-00001' }, { no: 'SEL-2026-00002' }]);
  });

  it('would gain nothing by a function that is tricked after all: the owner reaches no file and no program', async () => {
    await world.owner.query(`
      create function public.tricked(command text) returns void language plpgsql security definer as $$
      begin execute command; end $$;
      alter function public.tricked owner to elchin_owner;
      grant execute on function public.tricked to elchin_app`);
    for (const command of [
      'read the owner’s secret',
      'run a program on the host',
      'make itself a superuser',
      'become the owner',
    ] as const) {
      await expect(app.query('select public.tricked($1)', [commands[command]])).rejects.toMatchObject({
        code: '42501',
      });
    }
    expect(existsSync(trace)).toBe(false);
  });
});
