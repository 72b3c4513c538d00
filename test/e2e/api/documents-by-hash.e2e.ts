import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aCaseFile } from '#cases/testing';
import { type Answer, type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Desk } from '../cases/desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Client;
let tuul: Client;
let variables: { id: string };

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
  tuul = await api.as(people.tuul);
  const { id } = await new Desk(bolormaa).filed(aCaseFile().ofDetention());
  variables = { id };
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function byHash(who: Client | null, sha256Hash: string, query?: string): Promise<Answer> {
  const sent = request(api.url).post('/graphql').set('accept-language', 'en');
  if (who) void sent.set('authorization', `Bearer ${who.token}`);
  const answer: { status: number; body: unknown } = await sent.send({
    query,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  return { status: answer.status, ...(answer.body as Omit<Answer, 'status'>) };
}

const SUMMARY = 'query ($id: ID!) { caseFile(id: $id) { id } }';
const codesOf = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);

describe('a document sent by its hash', () => {
  it('is asked for when the server has not met it, and then answered by its hash alone', async () => {
    expect(codesOf(await byHash(bolormaa, sha256(SUMMARY)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const found = { status: 200, data: { caseFile: variables } };
    expect(await byHash(bolormaa, sha256(SUMMARY), SUMMARY)).toEqual(found);
    for (let time = 0; time < 3; time += 1) expect(await byHash(bolormaa, sha256(SUMMARY))).toEqual(found);
  });

  it('opens no way round the wall: Tuul in Prague sees nothing of Seoul by it, and nobody without a session', async () => {
    const document = `# walls\n${SUMMARY}`;
    await byHash(bolormaa, sha256(document), document);
    expect(await byHash(tuul, sha256(document))).toEqual({ status: 200, data: { caseFile: null } });
    expect(codesOf(await byHash(null, sha256(document)))).toEqual(['UNAUTHENTICATED']);
  });

  it('is kept for who is signed in alone: a stranger’s is answered each time, and forgotten', async () => {
    const document = `# strangers\nquery { __typename }`;
    for (let time = 0; time < 3; time += 1) {
      expect(codesOf(await byHash(null, sha256(document)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
      expect(await byHash(null, sha256(document), document)).toMatchObject({ data: { __typename: 'Query' } });
    }
    await byHash(bolormaa, sha256(document), document);
    for (let time = 0; time < 2; time += 1)
      expect(await byHash(null, sha256(document))).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('is held to the limits like every other, and cannot pass for another', async () => {
    const deep = `query ($id: ID!) { caseFile(id: $id) { ${'a: id '.repeat(500)} } }`;
    expect(codesOf(await byHash(bolormaa, sha256(deep), deep))?.[0]).toMatch(/FAILED|BAD/);
    const other = await byHash(bolormaa, sha256('query { me { id } }'), SUMMARY);
    expect(other.errors?.length).toBe(1);
    expect(codesOf(await byHash(bolormaa, sha256('query { me { id } }')))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });
});
