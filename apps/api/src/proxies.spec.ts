import { afterEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { readConfig } from '#platform';
import { trustedProxies } from './proxies.js';

let server: FastifyInstance | undefined;
afterEach(() => server?.close());

/** Whom Elchin takes for the sender, for the counters against guessing and the log. */
async function senderOf(setting: string, remoteAddress: string, forwardedFor?: string): Promise<string> {
  const { behindProxy } = readConfig({ ELCHIN_BEHIND_PROXY: setting });
  server = fastify({ trustProxy: trustedProxies(behindProxy) });
  server.get('/', ({ ip }) => ip);
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return (await server.inject({ url: '/', remoteAddress, headers })).body;
}

const FORGED = '6.6.6.6';
const TSETSEG = '203.0.113.7';

describe('who sends a request', () => {
  it('is who connects, whatever the request says, where no proxy is set', async () => {
    expect(await senderOf('', TSETSEG, FORGED)).toBe(TSETSEG);
    expect(await senderOf('0', '127.0.0.1', FORGED)).toBe('127.0.0.1');
  });

  it('is whom the one proxy names, not what she wrote before it', async () => {
    for (const proxy of ['127.0.0.1', '10.0.0.5', '::1', '::ffff:192.168.1.1', 'fd00::5']) {
      expect(await senderOf('1', proxy, TSETSEG)).toBe(TSETSEG);
      expect(await senderOf('1', proxy, `${FORGED}, ${TSETSEG}`)).toBe(TSETSEG);
      expect(await senderOf('1', proxy, `${FORGED}, 10.0.0.9, ${TSETSEG}`)).toBe(TSETSEG);
    }
  });

  it('is whom the outer of two proxies names', async () => {
    expect(await senderOf('2', '10.0.0.5', `${FORGED}, ${TSETSEG}, 10.0.0.6`)).toBe(TSETSEG);
    expect(await senderOf('2', '10.0.0.5', `${TSETSEG}`)).toBe(TSETSEG);
  });

  it('is who connects from the world past the proxies that are counted', async () => {
    expect(await senderOf('1', TSETSEG, FORGED)).toBe(TSETSEG);
  });

  it('is the first from the right that is no proxy of ours, where these are named', async () => {
    const named = '10.0.0.5,198.51.100.0/24';
    expect(await senderOf(named, '10.0.0.5', `${FORGED}, ${TSETSEG}`)).toBe(TSETSEG);
    expect(await senderOf(named, '10.0.0.5', `${FORGED}, ${TSETSEG}, 198.51.100.9`)).toBe(TSETSEG);
    expect(await senderOf(named, '10.0.0.6', `${FORGED}, ${TSETSEG}`)).toBe('10.0.0.6');
  });
});
