import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import request from 'supertest';
import { aCaseFile } from '#cases/testing';
import { Database, PATIENTLY } from '#platform';
import { type Answer, type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

let world: World;
let api: RunningApi;
let bolormaa: Client;
let enkhjargal: Client;
const lines: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  const log = pino({ base: undefined, timestamp: false }, { write: (line: string) => lines.push(line) });
  api = await startApi(world, { log });
  bolormaa = await api.as(people.bolormaa);
  enkhjargal = await api.as(people.enkhjargal);
  await bolormaa.query(WORKLIST);
});
afterAll(async () => {
  await api.close();
  await world.end();
});
afterEach(() => {
  lines.length = 0;
});

const WORKLIST = '{ worklist { totalCount } }';
const FILE = 'mutation ($input: FileCaseInput!) { fileCase(input: $input) { __typename } }';
const filed = () => bolormaa.query(FILE, { input: aCaseFile().input });
const ready = () => request(api.url).get('/health/ready');

/** Over the wire, with what proxies and programs see. */
const post = (body: object, language = 'en') =>
  request(api.url)
    .post('/graphql')
    .set({ authorization: `Bearer ${bolormaa.token}`, 'accept-language': language })
    .send(body);

async function readyAgain(): Promise<void> {
  for (let tries = 0; (await ready()).status !== 200; tries += 1) {
    if (tries > 200) throw new Error('never ready again');
    await wait(50);
  }
}

describe('while the database is away', () => {
  const name = () => new URL(world.ownerUrl).pathname.slice(1);
  const away = async () => {
    await world.owner.query(`revoke connect on database ${name()} from public`);
    await world.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'elchin_app'`,
    );
  };
  const back = async () => {
    await world.owner.query(`grant connect on database ${name()} to public`);
    await readyAgain();
  };

  it('every request hears so with 503, in words, whichever way it takes; the log hears it once, and once that it is back', async () => {
    const text = 'query Known { worklist { totalCount } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') };
    for (let time = 0; time < 3; time += 1) await post({ query: text, extensions: { persistedQuery } });
    await away();
    try {
      for (const language of ['en', 'mn']) {
        for (const body of [{ query: WORKLIST }, { extensions: { persistedQuery } }]) {
          const answer = await post(body, language);
          expect([answer.status, Number(answer.headers['retry-after'])]).toEqual([503, 3]);
          const [error] = (answer.body as Answer).errors ?? [];
          expect(error?.extensions).toMatchObject({
            code: 'DATABASE_AWAY',
            refusals: [{ code: 'DATABASE_AWAY' }],
          });
          expect(error?.message).toMatch(
            language === 'en' ? /^The register cannot reach.*Try again/ : /дахин оролдоно уу/,
          );
        }
      }
      const stranger = await request(api.url)
        .post('/graphql')
        .set('authorization', 'Bearer unknown')
        .send({ query: WORKLIST });
      expect([stranger.status, stranger.headers['retry-after']]).toEqual([503, '3']);
      const file = await request(api.url)
        .post('/files')
        .set({
          authorization: `Bearer ${enkhjargal.token}`,
          'accept-language': 'en',
          'content-type': 'text/csv',
        })
        .send('kind,summary\n');
      expect([file.status, file.headers['retry-after']]).toEqual([503, '3']);
      expect(file.body).toMatchObject({ code: 'DATABASE_AWAY', remedy: expect.stringMatching(/^Try again/) });
      await Promise.all(Array.from({ length: 40 }, filed));
      expect((await ready()).body).toEqual({ status: 'database unreachable' });
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
        { level: 50, database: 'away', reason: expect.stringMatching(/^(57P01|42501)$/) },
      ]);
    } finally {
      await back();
    }
    expect(await bolormaa.query(WORKLIST)).toMatchObject({
      status: 200,
      data: { worklist: { totalCount: 0 } },
    });
    for (let tries = 0; lines.length < 2 && tries < 100; tries += 1) await wait(100);
    expect(lines.slice(1)).toEqual([expect.stringContaining('"database":"back"')]);
  });
});

/** The table answers every new row as PostgreSQL does in that case. */
async function answering(table: string, sqlState: string, during: () => Promise<void>): Promise<void> {
  await world.owner.query(`
    create function public.fails() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '${sqlState}'; end $$;
    create trigger fails before insert on ${table} for each row execute function public.fails()`);
  await during().finally(() => world.owner.query('drop function public.fails() cascade'));
}

describe('when the disk is full', () => {
  it('a filing is refused in plain words, readiness says it, the log says it once, and reading goes on', async () => {
    await answering('cases.timeline_entry', '53100', async () => {
      for (const language of ['en', 'mn'] as const) {
        const answer = await bolormaa.query(FILE, { input: aCaseFile().input }, language);
        expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'DISK_FULL' } }] });
        expect(answer.errors?.[0]?.message).toMatch(
          language === 'en' ? /disk .* is full.*administrator/ : /диск дүүрсэн.*админ/,
        );
      }
      await wait(300); // what was found a moment ago is said again
      const found = await ready();
      expect([found.status, found.body]).toEqual([503, { status: 'disk full' }]);
      expect(await bolormaa.query(WORKLIST)).toMatchObject({
        status: 200,
        data: { worklist: { totalCount: 0 } },
      });
    });
    expect(lines).toEqual([expect.stringMatching(/"disk":"full".*"reason":"53100"/)]);
    expect(await filed()).toMatchObject({ status: 200, data: { fileCase: { __typename: 'CaseFile' } } });
  });

  it('nothing is read that the access log could not take down', async () => {
    await answering('access.log', '53100', async () => {
      const answer = await bolormaa.query(WORKLIST);
      expect([answer.status, answer.data]).toEqual([503, null]);
      expect(answer.errors?.[0]?.extensions.code).toBe('DISK_FULL');
    });
  });
});

describe('a statement that takes too long', () => {
  it('is broken off, and told so', async () => {
    await answering('cases.timeline_entry', '57014', async () => {
      const answer = await filed();
      expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'TOO_SLOW' } }] });
      expect(answer.errors?.[0]?.message).toMatch(/took longer/);
    });
  });

  it('is broken off after a quarter of a minute by PostgreSQL itself, but for work that is known to be long', async () => {
    const database = api.app.get(Database);
    const limit = { name: '', text: `select current_setting('statement_timeout') as it`, values: [] };
    expect(await database.oneTrip([limit])).toEqual([[{ it: '15s' }]]);
    expect(await database.transaction((manager) => manager.query(limit.text))).toEqual([{ it: '15s' }]);
    expect((await database.oneTrip([PATIENTLY, limit]))[1]).toEqual([{ it: '0' }]);
    expect(await database.oneTrip([limit])).toEqual([[{ it: '15s' }]]);
  });
});

describe('in a crowd that no place is left for', () => {
  it('those let in are answered, all others are told to come back, and health does not wait', async () => {
    const answers: Answer[] = [];
    const refused = () => answers.filter(({ status }) => status === 503);
    const blocker = await world.owner.connect();
    await blocker.query('begin; lock table cases.case_file in access exclusive mode');
    const asked = Array.from({ length: 120 }, async () => answers.push(await bolormaa.query(WORKLIST)));
    try {
      // How many are let in, 4 to 64, is learnt from what went before.
      for (let tries = 0; refused().length < 56 && tries < 200; tries += 1) await wait(50);
      await wait(1_000);
      expect((await request(api.url).get('/health/live')).status).toBe(200);
      expect((await ready()).body).not.toEqual({ status: 'database unreachable' });
      expect(refused().length).toBe(answers.length);
    } finally {
      await blocker.query('commit');
      blocker.release();
      await Promise.all(asked);
    }
    const codes = refused().map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === 'TOO_BUSY').length).toBeGreaterThanOrEqual(56);
    // Who was let in and got no connection for 3 s, on a slow machine, hears that.
    expect(codes.filter((code) => code !== 'TOO_BUSY' && code !== 'DATABASE_AWAY')).toEqual([]);
    const letIn = answers.filter(({ status }) => status === 200);
    expect(refused().length + letIn.length).toBe(120);
    expect(letIn.length).toBeGreaterThanOrEqual(4);
    for (const { data } of letIn) expect(data).toMatchObject({ worklist: { totalCount: 1 } });
  });
});
