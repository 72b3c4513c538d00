import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { hashToken, newToken } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';

let world: World;
let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'elchin-launch-'));
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The bundle that `npm start` runs, as a process of its own, in production on a server of one's own. */
async function launched(): Promise<{ process: ChildProcess; url: string }> {
  const environment = {
    DATABASE_URL: world.ownerUrl,
    ELCHIN_DATA_DIR: folder,
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [resolve('dist/server/launch.js')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of child.stdout) {
    const url = /http:\/\/\S+/.exec(String(text))?.[0];
    if (url) return { process: child, url };
  }
  throw new Error('ended before it listened');
}

/** A session of the consular department, made without signing in. */
async function tokenOfEnkhjargal(): Promise<string> {
  const { tokenHash } = await signedInAs(world.owner, {
    name: 'Энхжаргал',
    role: 'CONSULAR_OFFICER',
    missionId: 'ULN',
  });
  const token = newToken();
  await world.owner.query('update access.session set token_hash = $1 where token_hash = $2', [
    hashToken(token),
    tokenHash,
  ]);
  return token;
}

describe('the bundled server', () => {
  it('says where it is, answers, finds its data files, and stops when told to', async () => {
    const { process: child, url } = await launched();
    server = child;
    await request(url).get('/health/ready').expect(200);
    const query = '{ importProfiles { name } worklist { totalCount } }';
    const token = await tokenOfEnkhjargal();
    const sent = request(url).post('/graphql').set('authorization', `Bearer ${token}`).send({ query });
    const answer: { body: unknown } = await sent;
    expect(answer.body).toEqual({
      data: { importProfiles: [{ name: 'us-deaths' }], worklist: { totalCount: 0 } },
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
