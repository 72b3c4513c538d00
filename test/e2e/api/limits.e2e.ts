import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import request from 'supertest';
import type { Log } from '#platform';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

let world: World;
let api: RunningApi;
let bolormaa: Client;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const repeated = (times: number, make: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => make(n)).join(' ');
const deep = `{ worklist { edges { node { timeline { edges { node { by { name } } } } } } } }`;

describe('a document is refused as a whole when it asks for too much', () => {
  it.each([
    ['sixteen aliases', `{ ${repeated(16, (n) => `a${n}: me { id }`)} }`],
    ['sixteen aliases of __typename', `{ ${repeated(16, (n) => `a${n}: __typename`)} }`],
    ['six root fields', `{ ${repeated(6, () => 'me { id }')} }`],
    [
      'six root fields in a fragment',
      `{ ...all } fragment all on Query { ${repeated(6, (n) => `a${n}: me { id }`)} }`,
    ],
    ['six mutations', `mutation { ${repeated(6, (n) => `a${n}: signOut`)} }`],
    ['more than a thousand tokens', `{ me { ${repeated(1001, () => 'id')} } }`],
    ['ten thousand brackets', `{ me ${'{ '.repeat(10_000)}`],
    ['fragments that go round', `{ me { ...a } } fragment a on Me { ...b } fragment b on Me { ...a }`],
    ['a field that there is not', `{ me { shoeSize } }`],
    ['a document that is none', `{ me `],
    ['an empty document', ``],
    ['two operations without a choice', `query a { me { id } } query b { me { id } }`],
    ['literals of the wrong type', `{ worklist(first: "a") { totalCount } }`],
  ])('%s', async (_, document) => {
    const { status, data, errors } = await bolormaa.query(document);
    expect([status, data ?? null]).toEqual([400, null]);
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules|\.js:|INTERNAL_SERVER_ERROR/);
  });

  it('a subscription, which the register does not have', async () => {
    const { data, errors } = await bolormaa.query('subscription { me { id } }');
    expect([data ?? null, errors?.length]).toEqual([null, 1]);
  });

  it('but the largest that a page needs is answered', async () => {
    expect((await bolormaa.query(deep)).status).toBe(200);
  });

  it('several operations in one request', async () => {
    const answer = await request(api.url)
      .post('/graphql')
      .set('authorization', `Bearer ${bolormaa.token}`)
      .send([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]);
    expect(answer.status).toBe(400);
  });
});

describe('in production', () => {
  let production: RunningApi;
  let inProduction: Client;
  beforeAll(async () => {
    production = await startApi(world, { config: { production: true } });
    inProduction = await production.as(people.bolormaa);
  });
  afterAll(() => production.close());

  it.each(['{ __schema { queryType { name } } }', '{ __type(name: "CaseFile") { name } }'])(
    'the schema is not told: %s',
    async (document) => {
      expect(await inProduction.query(document)).toMatchObject({ status: 400, errors: [{}] });
    },
  );

  it('nor guessed at by misspelling', async () => {
    const { errors } = await inProduction.query('{ worklis { totalCount } }');
    expect(JSON.stringify(errors)).not.toMatch(/did you mean|worklist/i);
  });
});

describe('a failure of the register itself', () => {
  it('shows an id and nothing else, and the log has the rest under that id', async () => {
    const lines: string[] = [];
    const log = loggingTo(lines);
    const broken = await startApi(world, { log });
    const officer = await broken.as(people.bolormaa);
    await world.owner.query('alter table cases.case_file rename to case_file_lost');
    try {
      for (let times = 0; times < 3; times += 1) {
        const { errors, data } = await officer.query(
          '{ worklist(filter: { text: "Нууцбаатар" }) { totalCount } }',
        );
        const id = (errors?.[0]?.extensions as { errorId?: string }).errorId;
        expect(data).toBeNull();
        expect(errors).toEqual([
          {
            message: expect.stringContaining(String(id)),
            path: ['worklist'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: id },
          },
        ]);
        expect(JSON.stringify(errors)).not.toMatch(/case_file|relation|select|stack/);
        const logged = lines.find((line) => line.includes(String(id)));
        expect(logged).toContain('42P01');
      }
      expect(lines.join('')).not.toContain('Нууцбаатар');
    } finally {
      await world.owner.query('alter table cases.case_file_lost rename to case_file');
      await broken.close();
    }
  });
});

function loggingTo(lines: string[]): Log {
  return pino({ level: 'info', base: undefined }, { write: (line: string) => void lines.push(line) });
}
