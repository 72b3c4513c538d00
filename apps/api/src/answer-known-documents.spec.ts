import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { buildSchema, getOperationAST, parse } from 'graphql';
import type { RequestContext } from '#access';
import { platformWords, Words } from '#platform';
import { KnownDocuments } from '#platform/api';
import { answerKnownDocuments } from './answer-known-documents.js';

const text = 'query Twice($n: Int!) { twice(n: $n) }';
const sha256Hash = createHash('sha256').update(text).digest('hex');
const schema = buildSchema('type Query { twice(n: Int!): Int }');
schema.getQueryType()!.getFields().twice!.resolve = (_, args: { n: number }) => 2 * args.n;

let server: FastifyInstance;
let known: KnownDocuments;

beforeEach(async () => {
  const words = await Words.of([platformWords]);
  server = fastify();
  known = new KnownDocuments();
  const contextOf = () => Promise.resolve({} as RequestContext);
  answerKnownDocuments(server, { known, words, format: ({ message }) => ({ message }), contextOf });
  server.post('/graphql', () => 'the long way');
  server.post('/files', () => 'the long way');
});

function meet(times: number): void {
  const document = parse(text);
  for (let time = 0; time < times; time += 1)
    known.seen(schema, document, sha256Hash, getOperationAST(document)!);
}

async function post(change: object = {}, url = '/graphql'): Promise<string> {
  const payload = {
    variables: { n: 21 },
    extensions: { persistedQuery: { version: 1, sha256Hash } },
    ...change,
  };
  return (await server.inject({ method: 'POST', url, payload })).body;
}

describe('the short way', () => {
  it('is taken by an operation that was seen twice', async () => {
    meet(2);
    expect(await post()).toBe('{"data":{"twice":42}}');
    expect(await post({ operationName: 'Twice' })).toBe('{"data":{"twice":42}}');
  });

  it.each([
    ['was seen once', 1, {}],
    ['comes with its text', 2, { query: text }],
    ['is called by another name', 2, { operationName: 'Thrice' }],
    ['has a variable of the wrong type', 2, { variables: { n: 'many' } }],
    ['has no variables', 2, { variables: null }],
    [
      'is named by another hash',
      2,
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    ],
    ['speaks another version', 2, { extensions: { persistedQuery: { version: 2, sha256Hash } } }],
    ['has extensions that are none', 2, { extensions: [1] }],
  ])('is not taken by one that %s', async (_, times, change) => {
    meet(times);
    expect(await post(change)).toBe('the long way');
  });

  it('leads to GraphQL alone', async () => {
    meet(2);
    expect(await post({}, '/files')).toBe('the long way');
  });
});
