import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aCaseFile } from '#cases/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Desk } from '../cases/desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Client;
let tuul: Client;
let id: string;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
  tuul = await api.as(people.tuul);
  ({ id } = await new Desk(bolormaa).filed(aCaseFile().ofDetention()));
});
afterAll(async () => {
  await api.close();
  await world.end();
});

interface Sent {
  who?: Client;
  text: string;
  variables?: object;
  accept?: string;
  operationName?: string;
}

interface Seen {
  status: number;
  type: string | undefined;
  caching: string | undefined;
  body: { data?: unknown; errors?: unknown };
}

/** Posts a document by its hash alone, or with its text, which always takes the whole way through Apollo. */
async function send({ who, text, variables, accept, operationName }: Sent, whole: boolean): Promise<Seen> {
  const sent = request(api.url).post('/graphql').set('accept-language', 'en');
  if (who) void sent.set('authorization', `Bearer ${who.token}`);
  if (accept !== undefined) void sent.set('accept', accept);
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') };
  const answer = await sent.send({
    operationName,
    variables,
    query: whole ? text : undefined,
    extensions: { persistedQuery },
  });
  const { status, headers, body } = answer as unknown as Omit<Seen, 'type'> & {
    headers: Record<string, string>;
  };
  return { status, type: headers['content-type'], caching: headers['cache-control'], body };
}

/** The same request after the server has come to know the document, by the short way and by the long one. */
async function bothWays(sent: Sent): Promise<[short: Seen, long: Seen]> {
  for (let time = 0; time < 3; time += 1) await send({ ...sent, who: bolormaa, variables: { id } }, true);
  return [await send(sent, false), await send(sent, true)];
}

const named = (name: string) => `# ${randomUUID()}\nquery ${name}($id: ID!, $first: Int! = 2) {
  caseFile(id: $id) { caseNo summary hostCountry { label } timeline(first: $first) { totalCount edges { node { kind } } } } }`;

describe('a document that the server knows is answered the short way as the long way would', () => {
  it('for Bolormaa in Seoul, who reads her case', async () => {
    const [short, long] = await bothWays({ who: bolormaa, text: named('Case'), variables: { id } });
    expect(short).toEqual(long);
    expect(short).toMatchObject({
      status: 200,
      caching: 'no-store',
      body: { data: { caseFile: { timeline: { totalCount: 1 } } } },
    });
  });

  it('for Tuul in Prague, who sees nothing of it', async () => {
    const [short, long] = await bothWays({ who: tuul, text: named('Case'), variables: { id } });
    expect(short).toEqual(long);
    expect(short.body).toEqual({ data: { caseFile: null } });
  });

  it.each([
    ['nobody is signed in', {}],
    ['a variable is missing', { variables: {} }],
    ['a variable is of the wrong type', { variables: { id, first: 'many' } }],
    ['variables are a list', { variables: [id] }],
    ['the id is none', { variables: { id: 'SEL-1' } }],
    ['the page is too large', { variables: { id, first: 1000 } }],
    ['the operation has another name', { operationName: 'Other' }],
  ])('when %s', async (_, change) => {
    const who = _ === 'nobody is signed in' ? undefined : bolormaa;
    const [short, long] = await bothWays({ who, text: named('Case'), variables: { id }, ...change });
    expect(short).toEqual(long);
    expect(short.body.errors).toBeDefined();
  });

  it.each([
    ['anything', '*/*'],
    ['what the web app asks for', 'application/graphql-response+json, application/json'],
    ['JSON first', 'application/json, application/graphql-response+json'],
    ['weights', 'application/json;q=0.2, application/graphql-response+json;q=0.9'],
    ['a page', 'text/html'],
  ])('when the client accepts %s', async (_, accept) => {
    const [short, long] = await bothWays({ who: bolormaa, text: named('Case'), variables: { id }, accept });
    expect(short).toEqual(long);
  });

  it('and its reading stands in the access log the same', async () => {
    const text = named('Case');
    await bothWays({ who: bolormaa, text, variables: { id } });
    const count = async () => (await readings()).length;
    const before = await count();
    await send({ who: bolormaa, text, variables: { id } }, false);
    expect(await count()).toBe(before + 1);
  });
});

async function readings(): Promise<unknown[]> {
  const { rows } = await world.owner.query<object>(
    `select 1 from access.log where operation = 'cases.read' and subject_id = $1`,
    [id],
  );
  return rows;
}
