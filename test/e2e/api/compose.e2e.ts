import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '#platform';

interface Compose {
  services: Record<
    string,
    { image?: string; environment: Record<string, string>; ports?: string[]; build?: { dockerfile: string } }
  >;
}

const { services } = parse(readFileSync(resolve('docker-compose.yml'), 'utf8')) as Compose;

/** What the composer puts in for `${NAME:-default}` and `${NAME:?words}`. */
function filledIn(text: string, given: Record<string, string>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name] ?? '';
    if (value === '' && kind === '?') throw new Error(`${name}: ${rest}`);
    return value || rest;
  });
}

/** What Elchin is told in its container. */
function configOf(given: Record<string, string>) {
  const filled = Object.entries(services.elchin?.environment ?? {}).map(([name, text]) => [
    name,
    filledIn(text, given),
  ]);
  const image = { HOST: '0.0.0.0', PORT: '3000' };
  return readConfig({ ...image, ...(Object.fromEntries(filled) as Record<string, string>) });
}

const POSTGRES_PASSWORD = 'c0ffee5ad';

describe('docker-compose.yml', () => {
  it('runs for real unless told otherwise, behind as many proxies as are named', () => {
    const config = configOf({ POSTGRES_PASSWORD });
    expect(config).toMatchObject({ production: true, behindProxy: false, host: '0.0.0.0' });
    expect(config.databaseUrl).toBe(`postgres://elchin:${POSTGRES_PASSWORD}@postgres:5432/elchin`);
    expect(configOf({ POSTGRES_PASSWORD, ELCHIN_BEHIND_PROXY: '2' }).behindProxy).toBe(2);
  });

  it('shows the demo only where somebody says so twice', () => {
    const demo = { POSTGRES_PASSWORD, NODE_ENV: 'development' };
    expect(() => configOf(demo)).toThrow(/ELCHIN_DEMO_OPEN=1/);
    expect(configOf({ ...demo, ELCHIN_DEMO_OPEN: '1' }).production).toBe(false);
  });

  it('has no default for a secret, in no service, and both sides mean the same one', () => {
    expect(() => configOf({})).toThrow(/^POSTGRES_PASSWORD: set it/);
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name, text]) => /PASSWORD|SECRET|KEY|TOKEN|URL/.test(name + text)),
    );
    expect(secrets.map(([name]) => name)).toEqual(['POSTGRES_PASSWORD', 'DATABASE_URL']);
    for (const [, text] of secrets) {
      expect(text).toMatch(/\$\{POSTGRES_PASSWORD:\?[^}]+\}/);
      expect(text).not.toMatch(/:-/);
    }
  });

  it('opens one port, on this machine alone; PostgreSQL none', () => {
    expect(services.postgres?.ports).toBeUndefined();
    expect(services.elchin?.ports?.map((port) => filledIn(port, {}))).toEqual(['127.0.0.1:3000:3000']);
  });

  it('builds an image that runs for real by itself', () => {
    const dockerfile = readFileSync(resolve(services.elchin?.build?.dockerfile ?? ''), 'utf8');
    expect(dockerfile).toMatch(/^ENV NODE_ENV=production HOST=0\.0\.0\.0/m);
  });
});
