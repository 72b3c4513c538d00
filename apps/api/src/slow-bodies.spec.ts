import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { cutSlowBodies } from './slow-bodies.js';

const LIMIT = 300;
let server: FastifyInstance;
beforeAll(async () => {
  server = fastify();
  cutSlowBodies(server, LIMIT);
  server.post('/graphql', async () => {
    await wait(2 * LIMIT);
    return 'done';
  });
  server.post('/files', () => 'taken');
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Sends the pieces with a pause before each, and answers what came back until the server closed, or `patience` was over. */
async function answerTo(pieces: readonly string[], pause: number, patience = 1500): Promise<string> {
  const socket: Socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => (heard += String(data))).on('error', () => undefined);
  const closed = once(socket, 'close').then(() => 'closed');
  for (const piece of pieces) {
    if (!socket.destroyed) socket.write(piece);
    await wait(pause);
  }
  const end = await Promise.race([closed, wait(patience, 'open')]);
  socket.destroy();
  return `${heard.split('\r\n')[0]} ${end}`;
}

describe('a body that does not come to an end', () => {
  it('is cut off, whether it stops or trickles, also at an address where nothing is', async () => {
    expect(await answerTo([head('/graphql', 100)], 0)).toBe('HTTP/1.1 408 Request Timeout closed');
    const drops = Array.from({ length: 12 }, () => '1');
    expect(await answerTo([head('/graphql', 100), ...drops], 50)).toBe('HTTP/1.1 408 Request Timeout closed');
    expect(await answerTo([head('/nowhere', 100)], 0)).toBe('HTTP/1.1 408 Request Timeout closed');
  });

  it('may take its time where files come in', async () => {
    expect(await answerTo([head('/files', 2), '1', '2'], LIMIT)).toBe('HTTP/1.1 200 OK open');
  });
});

describe('a request whose body is there', () => {
  it('may be worked on for longer than a body may take', async () => {
    expect(await answerTo([head('/graphql', 1), '1'], 0)).toBe('HTTP/1.1 200 OK open');
  });
});
