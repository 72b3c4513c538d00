import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Words } from '#platform';
import { allWords } from '../../street.js';
import { boundTheCrowd } from './admission.js';
import { Admission } from './admission.rules.js';

let room: boolean;
let server: FastifyInstance;
beforeEach(async () => {
  room = false;
  const admission = new Admission();
  admission.hasRoom = () => room;
  server = fastify();
  boundTheCrowd(server, await Words.of(allWords), admission);
  server.post('/graphql', () => ({ data: {} }));
  server.post('/files', () => 'taken');
  server.get('/health/live', () => 'alive');
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

/** What is answered to a request of which only the head has come. */
async function answerToHead(language: string): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\naccept-language: ${language}\r\n` +
      'content-type: application/json\r\ncontent-length: 9000\r\n\r\n',
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return String(answer);
}

describe('where there is no room', () => {
  it.each([
    ['en', 'Try again'],
    ['mn', 'дахин оролдоно уу'],
  ])(
    'a request hears so in words before its body is read, and when to come back (%s)',
    async (language, words) => {
      const answer = await answerToHead(language);
      expect(answer).toMatch(/^HTTP\/1\.1 503 /);
      expect(answer).toMatch(/^retry-after: 2\r$/m);
      expect(answer).toContain('"code":"TOO_BUSY"');
      expect(answer).toContain(words);
    },
  );

  it('health and files go by', async () => {
    const health = await server.inject({ method: 'GET', url: '/health/live' });
    const file = await server.inject({ method: 'POST', url: '/files' });
    expect([health.statusCode, file.statusCode]).toEqual([200, 200]);
  });

  it('and where there is room again, the next one is answered as ever', async () => {
    await answerToHead('en');
    room = true;
    const answer = await server.inject({ method: 'POST', url: '/graphql', payload: {} });
    expect([answer.statusCode, answer.json()]).toEqual([200, { data: {} }]);
  });
});
