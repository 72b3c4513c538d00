import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { request } from './client.ts';
import { textOf } from './persisted.ts';
import { graphql } from './tada.ts';

const document = graphql('query WhoAmI { me { id } }');
const hash = createHash('sha256').update(textOf(document)).digest('hex');

/** A server that knows the hashes in `known`, and what it was sent. */
function server(known: Set<string>) {
  const bodies: { query?: string; extensions?: { persistedQuery: { sha256Hash: string } } }[] = [];
  vi.stubGlobal('fetch', (_: string, init: { body: string }) => {
    const body = JSON.parse(init.body) as (typeof bodies)[number];
    bodies.push(body);
    const sent = body.extensions?.persistedQuery.sha256Hash ?? '';
    if (body.query !== undefined) known.add(sent);
    const answer = known.has(sent)
      ? { data: { me: { id: 'bolormaa' } } }
      : { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  return bodies;
}

afterEach(() => vi.unstubAllGlobals());

describe('a document', () => {
  it('goes by its hash alone where the server knows it', async () => {
    const bodies = server(new Set([hash]));
    expect(await request(document, {})).toEqual({ me: { id: 'bolormaa' } });
    expect(bodies.map(({ query, extensions }) => [query, extensions?.persistedQuery.sha256Hash])).toEqual([
      [undefined, hash],
    ]);
  });

  it('goes whole once where the server does not, and by its hash from then on', async () => {
    const bodies = server(new Set());
    for (let time = 0; time < 2; time += 1) await request(document, {});
    expect(bodies.map(({ query }) => query)).toEqual([undefined, textOf(document), undefined]);
  });

  it('goes whole where the browser cannot make hashes', async () => {
    vi.stubGlobal('crypto', {});
    const other = graphql('query WhoElse { me { id name } }');
    const bodies = server(new Set(['']));
    await request(other, {});
    expect(bodies).toEqual([{ operationName: 'WhoElse', query: textOf(other), variables: {} }]);
  });
});
