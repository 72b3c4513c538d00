import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { endLaunched, launch } from '#support/launched';
import { aWorld, type World } from '#support/world';

let world: World;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'elchin-health-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  endLaunched();
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A process that opens the door, works for 0.4 s and then never comes back from a computation. */
async function aProcessThatHangs(appUrl: string): Promise<string> {
  const door = resolve('dist/libs/platform/src/health/health-door.js');
  const watched = { host: '127.0.0.1', port: 0, appUrl, dataDir: folder };
  const program = `import { openHealthDoor } from ${JSON.stringify(door)};
    console.log(await openHealthDoor(${JSON.stringify(watched)}, { busyMs: 600, hangsMs: 1200 }));
    setTimeout(() => { for (;;); }, 400);`;
  const path = join(folder, 'hangs.mjs');
  writeFileSync(path, program);
  const child = spawn(process.execPath, [path]);
  children.push(child);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${String(port).trim()}`;
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const statusOf = async (url: string, path: string) => (await request(url).get(path)).status;

/** Asks until the answer is this one; gives up after 5 s. */
async function becomes(url: string, path: string, wanted: number): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await statusOf(url, path)) === wanted) return wanted;
    await wait(50);
  }
  return statusOf(url, path);
}

describe("the watchers' own door", () => {
  it('answers beside the one for everybody, and nothing else', async () => {
    const port = await aFreePort();
    const { url } = await launch({
      DATABASE_URL: world.ownerUrl,
      ELCHIN_APP_DATABASE_URL: world.appUrl,
      ELCHIN_DATA_DIR: folder,
      ELCHIN_HEALTH_PORT: String(port),
    });
    expect(url).toBeDefined();
    const own = `http://127.0.0.1:${port}`;
    const paths = ['/health/live', '/health/ready', '/graphql', '/'];
    expect(await Promise.all(paths.map((path) => statusOf(own, path)))).toEqual([200, 200, 404, 404]);
  });

  it('says of a process that hangs first that it takes no work, then that it is not alive', async () => {
    const own = await aProcessThatHangs(world.appUrl);
    expect([await statusOf(own, '/health/ready'), await statusOf(own, '/health/live')]).toEqual([200, 200]);
    expect(await becomes(own, '/health/ready', 503)).toBe(503);
    expect(await becomes(own, '/health/live', 503)).toBe(503);
  });

  it('says that no work can be done where the database is away, and that the process is alive', async () => {
    const own = await aProcessThatHangs(`postgres://nobody:none@127.0.0.1:${await aFreePort()}/none`);
    expect([await statusOf(own, '/health/ready'), await statusOf(own, '/health/live')]).toEqual([503, 200]);
  });

  it('taken by another program, the start ends with a sentence that names the setting', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const elchin = await launch({
      DATABASE_URL: world.ownerUrl,
      ELCHIN_DATA_DIR: folder,
      ELCHIN_HEALTH_PORT: String(port),
    });
    taken.close();
    expect(elchin.url).toBeUndefined();
    expect(elchin.said()).toMatch(new RegExp(`Port ${port} of 127.0.0.1 is taken .* set ELCHIN_HEALTH_PORT`));
  });
});
