import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ensureStaff, hashPassword, hashToken, newToken } from '#access';
import { signedInAs } from '#access/testing';
import { people } from '#support/api';
import { endLaunched, launch, type Launched } from '#support/launched';
import { aWorld, type World } from '#support/world';
import { disableDemo } from '../../../apps/cli/src/disable-demo/disable-demo.js';
import { DEMO_PASSWORD, demoStaff } from '../../../apps/cli/src/seed/index.js';

let world: World;
let folder: string;

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'elchin-launch-'));
});
afterAll(async () => {
  endLaunched();
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

/** In production on a server of one's own. */
const launched = (environment: Record<string, string> = {}): Promise<Launched> =>
  launch({ DATABASE_URL: world.ownerUrl, ELCHIN_DATA_DIR: folder, ...environment });

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

const COUNTED = 'HTTP/1.1 200 OK {"data":{"worklist":{"totalCount":0}}}';

/** One connection to the server, past clients that would quietly ask again. */
class Line {
  private heard = '';
  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => (this.heard += String(data))).on('error', () => undefined);
  }

  static async to(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((connected) => socket.once('connect', connected));
    return new Line(socket);
  }

  /** Resolves when the request has left. */
  ask(token: string): Promise<void> {
    this.heard = '';
    const body = JSON.stringify({ query: '{ worklist { totalCount } }' });
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n`;
    return new Promise((left) =>
      this.socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`, () => left()),
    );
  }

  /** The answer's first and last line, or what there is of it when the connection ends. */
  async answer(): Promise<string> {
    while (!this.heard.includes('}}}') && !this.socket.destroyed)
      await new Promise((later) => setTimeout(later, 10));
    const lines = this.heard.trim().split('\r\n');
    return `${lines[0]} ${lines.at(-1)?.trim()}`;
  }
}

describe('the bundled server', () => {
  it('says where it is, answers, finds its data files, and stops when told to', async () => {
    const { process: child, url = '', ended } = await launched();
    await request(url).get('/health/ready').expect(200);
    const query = '{ importProfiles { name } worklist { totalCount } }';
    const token = await tokenOfEnkhjargal();
    const sent = request(url).post('/graphql').set('authorization', `Bearer ${token}`).send({ query });
    const answer: { body: unknown } = await sent;
    expect(answer.body).toEqual({
      data: { importProfiles: [{ name: 'us-deaths' }], worklist: { totalCount: 0 } },
    });
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('told to stop in a crowd, answers every request that was sent before, over connections that were open and new ones', async () => {
    const { process: child, url = '', ended } = await launched();
    const token = await tokenOfEnkhjargal();
    const { port } = new URL(url);
    const lines = await Promise.all(Array.from({ length: 25 }, () => Line.to(Number(port))));
    for (const line of lines) await line.ask(token);
    expect(await Promise.all(lines.map((line) => line.answer()))).toEqual(Array(25).fill(COUNTED));
    const more = await Promise.all(Array.from({ length: 25 }, () => Line.to(Number(port))));
    await Promise.all([...lines, ...more].map((line) => line.ask(token)));
    child.kill('SIGTERM');
    const answers = await Promise.all([...lines, ...more].map((line) => line.answer()));
    expect(answers).toEqual(Array(50).fill(COUNTED));
    expect(await ended).toEqual([0, null]);
  });

  it('told to stop while a statement does not come to its end, breaks it off and is gone within eight seconds', async () => {
    const { process: child, url = '', ended } = await launched();
    const token = await tokenOfEnkhjargal();
    const blocker = await world.owner.connect();
    await blocker.query('begin; lock table cases.case_file in access exclusive mode');
    try {
      const asked = request(url)
        .post('/graphql')
        .set('authorization', `Bearer ${token}`)
        .send({ query: '{ worklist { totalCount } }' })
        .then(({ status, body }) => ({ status, body: body as { data: unknown } }));
      await new Promise((later) => setTimeout(later, 300));
      const told = Date.now();
      child.kill('SIGTERM');
      const { body } = await asked;
      expect(body.data ?? null).toBeNull();
      expect(await ended).toEqual([0, null]);
      expect(Date.now() - told).toBeLessThan(8_000);
    } finally {
      await blocker.query('rollback');
      blocker.release();
    }
  });
});

/** It ended before it listened, and said why in a few lines without a stack. */
async function refusal(attempt: Promise<Launched>): Promise<string> {
  const { url, said, ended } = await attempt;
  expect([url, await ended]).toEqual([undefined, [1, null]]);
  expect(said()).not.toMatch(/^\s+at |Error:/m);
  return said();
}

describe('the server does not start, and says what to do,', () => {
  it('where the port is taken: before it has made anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as AddressInfo;
    const empty = mkdtempSync(join(tmpdir(), 'elchin-empty-'));
    const said = await refusal(launch({ PORT: String(port), ELCHIN_DATA_DIR: join(empty, 'data') }));
    expect(said).toMatch(new RegExp(`Port ${port} .* is taken.*set PORT`));
    expect(readdirSync(empty)).toEqual([]);
    rmSync(empty, { recursive: true });
    other.close();
  });

  it('where the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const said = await refusal(launch({ ELCHIN_DATA_DIR: join(file, 'data') }));
    expect(said).toMatch(
      /Nothing can be kept in the data folder .*a-file\/data: a file is in its place.*ELCHIN_DATA_DIR/,
    );
  });

  it('where the demo would be open to other machines', async () => {
    const said = await refusal(
      launch({ NODE_ENV: 'development', HOST: '0.0.0.0', ELCHIN_DATA_DIR: join(folder, 'x') }),
    );
    expect(said).toMatch(/passwords are public.*NODE_ENV=production.*ELCHIN_DEMO_OPEN=1/);
  });

  it('where nothing answers at DATABASE_URL', async () => {
    const said = await refusal(launched({ DATABASE_URL: 'postgres://elchin:x@127.0.0.1:1/elchin' }));
    expect(said).toMatch(/No database answers at DATABASE_URL.*Start it, or mend the address/);
  });
});

describe('in production the server does not start', () => {
  afterEach(() => world.owner.query('update access.staff set active = false'));
  const enter = async (email: string, password: string, id?: string) => {
    const passwordHash = await hashPassword(password);
    await ensureStaff(world.owner, { ...people.admin, email, passwordHash, ...(id && { id }) });
  };
  const REFUSED = /demo's public password, as .*npm run cli -- disable-demo/s;

  it('with people of the demo, under their addresses or under others; disabled, it does', async () => {
    await enter(people.admin.email, 'another password than the demo’s');
    await enter('renamed@mfa.gov.example', 'another password', demoStaff[0]?.id);
    const said = await refusal(launched());
    expect(said).toMatch(REFUSED);
    expect(said).toMatch(/admin@elchin\.example.*renamed@mfa/);
    const owner = await world.owner.connect();
    expect(await disableDemo(owner)).toEqual([people.admin.email, 'renamed@mfa.gov.example']);
    owner.release();
    const { process: child, url, ended } = await launched();
    expect(url).toBeDefined();
    child.kill('SIGTERM');
    await ended;
  });

  it('with anybody who has the demo’s password; looked at once, others cost no second look', async () => {
    await enter('tsetseg@mfa.gov.example', 'намар-38-шувуу-нисэв');
    const first = await launched();
    expect(first.url).toBeDefined();
    first.process.kill('SIGTERM');
    await first.ended;
    await enter('dorj@mfa.gov.example', DEMO_PASSWORD);
    const said = await refusal(launched());
    expect(said).toMatch(REFUSED);
    expect([said.includes('dorj@'), said.includes('tsetseg@')]).toEqual([true, false]);
  });
});
