import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { codingFor, compressAnswers, WORTH_IT } from './compression.js';

const long = { names: Array.from({ length: 200 }, (_, n) => `Энхжаргал ${n}`) };
const text = JSON.stringify(long);

let server: FastifyInstance;
beforeAll(() => {
  server = fastify();
  compressAnswers(server);
  server.get('/long', () => long);
  server.get('/short', () => ({ ok: true }));
  server.get('/picture', (_, reply) => reply.type('image/png').send(Buffer.alloc(2 * WORTH_IT)));
  server.get('/packed', (_, reply) => reply.type('text/csv').header('content-encoding', 'zstd').send(text));
  server.get('/cookie', (_, reply) => reply.header('set-cookie', 'elchin=1').send(long));
});
afterAll(() => server.close());

const get = (url: string, encodings?: string) =>
  server.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

describe('an answer of some length', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['GZIP;q=0.5, br;q=0', 'gzip', gunzipSync],
  ] as const)('is packed for a client that reads %s', async (encodings, coding, unpack) => {
    const { headers, rawPayload } = await get('/long', encodings);
    expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' });
    expect(Number(headers['content-length'])).toBe(rawPayload.length);
    expect(rawPayload.length).toBeLessThan(Buffer.byteLength(text) / 4);
    expect(unpack(rawPayload).toString()).toBe(text);
  });

  it.each([undefined, '', 'identity', 'deflate', 'br;q=0, gzip;q=0.0', 'brotli'])(
    'goes out as it is to one that reads %s',
    async (encodings) => {
      const { headers, body } = await get('/long', encodings);
      expect([headers['content-encoding'], body]).toEqual([undefined, text]);
      expect(codingFor(encodings)).toBeUndefined();
    },
  );
});

describe('other answers go out as they are', () => {
  it.each([
    ['short ones', '/short', undefined],
    ['pictures', '/picture', undefined],
    ['what is packed already', '/packed', 'zstd'],
    ['one that hands over a cookie', '/cookie', undefined],
  ])('%s', async (_, url, coding) => {
    const { headers, statusCode } = await get(url, 'br, gzip');
    expect([statusCode, headers['content-encoding']]).toEqual([200, coding]);
  });
});
