import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const hostOf = (env: NodeJS.ProcessEnv) => readConfig(env).host;
const proxiesOf = (ELCHIN_BEHIND_PROXY: string) => readConfig({ ELCHIN_BEHIND_PROXY }).behindProxy;

describe('where Elchin listens', () => {
  it.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1'])('a demo may be on this machine: %s', (HOST) => {
    expect(hostOf({ HOST })).toBe(HOST);
    expect(hostOf({})).toBe('127.0.0.1');
    expect(hostOf({ HOST: '' })).toBe('127.0.0.1');
  });

  it.each(['0.0.0.0', '::', '10.1.2.3', '127.0.0.1.example.org', 'register.mfa.example'])(
    'a demo is not opened to other machines by HOST=%s alone; production, or whoever says so, may',
    (HOST) => {
      expect(() => hostOf({ HOST })).toThrow(ConfigError);
      expect(() => hostOf({ HOST, ELCHIN_DEMO_OPEN: '0' })).toThrow(
        /NODE_ENV=production.*ELCHIN_DEMO_OPEN=1/,
      );
      expect(hostOf({ HOST, ELCHIN_DEMO_OPEN: '1' })).toBe(HOST);
      expect(hostOf({ HOST, NODE_ENV: 'production' })).toBe(HOST);
    },
  );
});

describe('whose word on addresses is believed', () => {
  it('nobody’s, unless the operator says otherwise', () => {
    expect([readConfig({}).behindProxy, proxiesOf(''), proxiesOf('0')]).toEqual([false, false, false]);
  });

  it('that of so many proxies, or of those at these addresses', () => {
    expect([proxiesOf('1'), proxiesOf('3')]).toEqual([1, 3]);
    expect(proxiesOf('10.0.0.5, 192.168.7.0/24,fd00::/8')).toEqual([
      '10.0.0.5',
      '192.168.7.0/24',
      'fd00::/8',
    ]);
  });

  it.each(['true', 'yes', '-1', '1.5', '10', '10.0.0', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.5,', 'nginx'])(
    'but never of anybody: %s is refused, with an example',
    (text) => {
      expect(() => proxiesOf(text)).toThrow(/ELCHIN_BEHIND_PROXY.*for example/);
    },
  );
});
