import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ensureStaff, hashPassword } from '#access';
import { aCaseFile } from '#cases/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

let world: World;
let api: RunningApi;
let bolormaa: Client;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const ME = '{ me { name } }';
const post = () => request(api.url).post('/graphql').set('authorization', `Bearer ${bolormaa.token}`);
const asBolormaa = (extra: Record<string, string>) => post().set(extra);

describe('a request that is none', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['JSON that breaks off', json, '{"query": "{ me', 400, 'NOT_JSON'],
    ['an empty body', json, '', 400, 'NOT_JSON'],
    [
      'a body with a prototype in it',
      json,
      '{"query": "{ me { id } }", "__proto__": {"a": 1}}',
      400,
      'NOT_JSON',
    ],
    [
      'a body of more than 256 KB',
      json,
      JSON.stringify({ query: ME, variables: { a: 'ө'.repeat(140_000) } }),
      413,
      'BODY_TOO_BIG',
    ],
    [
      'JSON in cp1251',
      { 'content-type': 'application/json; charset=windows-1251' },
      JSON.stringify({ query: ME }),
      415,
      'NOT_UTF8',
    ],
    [
      'JSON in UTF-7',
      { 'content-type': 'application/json; charset="utf-7"' },
      JSON.stringify({ query: ME }),
      415,
      'NOT_UTF8',
    ],
    [
      'a form, as a foreign page could send it',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'query=%7Bme%7Bid%7D%7D',
      415,
      'WRONG_CONTENT_TYPE',
    ],
    [
      'plain text, as a foreign page could send it',
      { 'content-type': 'text/plain' },
      JSON.stringify({ query: ME }),
      415,
      'WRONG_CONTENT_TYPE',
    ],
    ['a compressed body', { ...json, 'content-encoding': 'gzip' }, 'H4sI', 415, 'COMPRESSED'],
  ])('%s: says what is wrong and what to do', async (_, headers, body, status, code) => {
    for (const language of ['en', 'mn']) {
      const answer = await asBolormaa(headers).set('accept-language', language).send(body);
      expect([answer.status, answer.body]).toEqual([
        status,
        { code, message: expect.any(String), remedy: expect.any(String) },
      ]);
      const { message, remedy } = answer.body as { message: string; remedy: string };
      expect(/[а-яөү]{3}/i.test(message) && /[а-яөү]{3}/i.test(remedy)).toBe(language === 'mn');
    }
  });

  it('utf-8 by name is welcome', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf8"']) {
      const answer = await asBolormaa({ 'content-type': `application/json; charset=${charset}` }).send(
        JSON.stringify({ query: ME }),
      );
      expect(answer.status).toBe(200);
    }
  });

  it('a question in the address is refused: addresses end up in logs', async () => {
    for (const query of ['{ me { id } }', 'mutation { signOut }']) {
      const answer = await request(api.url)
        .get('/graphql')
        .query({ query })
        .set('apollo-require-preflight', '1')
        .set('authorization', `Bearer ${bolormaa.token}`);
      expect([answer.status, answer.headers.allow, (answer.body as { code: string }).code]).toEqual([
        405,
        'POST',
        'ONLY_POST',
      ]);
    }
    expect((await bolormaa.query(ME)).data).toEqual({ me: { name: 'Болормаа' } });
  });

  it('an address is what it means, however it is written: GraphQL is guarded at /%67raphql too', async () => {
    const { hostname, port } = new URL(api.url);
    const path = '/%67raphql';
    expect(await statusOf(api.url, `${path}?query=%7Bme%7Bid%7D%7D`)).toBe(405);
    const form = httpRequest({
      hostname,
      port,
      path,
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
    });
    form.end(JSON.stringify({ query: ME }));
    const [answer] = (await once(form, 'response')) as [{ statusCode: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(415);
  });

  it.each(['get', 'put', 'delete', 'patch', 'options'] as const)(
    'nothing is at other addresses (%s)',
    async (method) => {
      const answer = await request(api.url)[method]('/wp-admin.php');
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'NOTHING_HERE']);
    },
  );

  it('an address outside the folder of the web app leads nowhere', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
      '/%c0%ae%c0%ae/',
      '/%',
    ]) {
      const status = await statusOf(api.url, path);
      expect([400, 404]).toContain(status);
    }
  });
});

describe('a browser', () => {
  const cookie = () => `elchin=${bolormaa.token}`;

  it('asks with its cookie from our own pages', async () => {
    const { host } = new URL(api.url);
    const answer = await request(api.url)
      .post('/graphql')
      .set({ cookie: cookie(), origin: `http://${host}` })
      .send({ query: ME });
    expect(answer.body).toEqual({ data: { me: { name: 'Болормаа' } } });
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense'])(
    'that shows a page from %s is not answered in her name',
    async (origin) => {
      const answer = await request(api.url)
        .post('/graphql')
        .set({ cookie: cookie(), origin })
        .send({ query: ME });
      expect([answer.status, answer.body]).toMatchObject([
        403,
        { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
      ]);
      expect(answer.text).not.toContain('Болормаа');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it.each([
    [false, 'elchin', ['HttpOnly', 'Path=/', 'SameSite=Strict']],
    [true, '__Host-elchin', ['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']],
  ])(
    'gets a cookie that no script reads and no foreign page uses (production: %s)',
    async (production, name, expected) => {
      const house = await startApi(world, { config: { production } });
      const password = 'намар-38-шувуу-нисэв';
      const email = `${name}@seoul.elchin.example`.toLowerCase();
      await ensureStaff(world.owner, {
        ...people.bolormaa,
        email,
        passwordHash: await hashPassword(password),
      });
      const document = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token me { name } } } }`;
      const answer = await request(house.url)
        .post('/graphql')
        .send({ query: document, variables: { input: { email, password } } });
      const [cookie = '', ...more] = answer.headers['set-cookie'] as unknown as string[];
      const [pair = '', ...attributes] = cookie.split('; ');
      expect([pair.split('=')[0], attributes.sort(), more]).toEqual([name, expected, []]);
      expect((answer.body as { data: unknown }).data).toEqual({
        signIn: { token: null, me: { name: 'Болормаа' } },
      });
      const me = () => request(house.url).post('/graphql').set('cookie', pair).send({ query: ME });
      expect((await me()).body).toEqual({ data: { me: { name: 'Болормаа' } } });
      const out = await request(house.url)
        .post('/graphql')
        .set('cookie', pair)
        .send({ query: 'mutation { signOut }' });
      expect(String(out.headers['set-cookie'])).toMatch(/=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
      expect((await me()).body).toEqual({ data: { me: null } });
      expect(answer.headers['strict-transport-security']).toEqual(
        production ? expect.stringContaining('max-age=') : undefined,
      );
      await house.close();
    },
  );

  it('is told to keep nothing, to run no foreign script, and to show us in no frame', async () => {
    for (const answer of [
      await post().send({ query: ME }),
      await request(api.url).get('/health/live'),
      await request(api.url).get('/nowhere'),
    ]) {
      const { headers } = answer;
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'permissions-policy': expect.stringMatching(/camera=\(\), .*geolocation=\(\), .*microphone=\(\)/),
        'x-frame-options': expect.stringMatching(/DENY|SAMEORIGIN/),
        'referrer-policy': 'no-referrer',
      });
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
  });
});

describe('a long answer', () => {
  it('comes packed to a client that reads it so, and says the same', async () => {
    const document = '{ countries { code label } }';
    const ask = (encodings: string) => post().set('accept-encoding', encodings).send({ query: document });
    const plain = await ask('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await ask('gzip, br;q=0');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(packed.body).toEqual(plain.body);
    expect(Number(packed.headers['content-length'])).toBeLessThan(
      Number(plain.headers['content-length']) / 2,
    );
  });
});

describe('whoever watches the process', () => {
  it('hears that it lives and is ready', async () => {
    expect((await request(api.url).get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await request(api.url).get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('hears that it is not ready when the database is gone, and that it is again when it is back', async () => {
    const name = new URL(world.ownerUrl).pathname.slice(1);
    const away = await aWorldAway(name);
    await new Promise((later) => setTimeout(later, 300)); // what was found a moment ago is said again
    try {
      expect((await request(api.url).get('/health/ready')).status).toBe(503);
      expect((await request(api.url).get('/health/live')).status).toBe(200);
      const answer = await post().send({ query: '{ worklist { totalCount } }' });
      expect(answer.text).not.toMatch(/stack|ECONN|postgres|elchin_app|127\.0\.0\.1/i);
    } finally {
      await away.back();
    }
    // What was found a moment ago is said again.
    let status = 503;
    for (let tries = 0; status !== 200 && tries < 100; tries += 1) {
      status = (await request(api.url).get('/health/ready')).status;
      if (status !== 200) await new Promise((later) => setTimeout(later, 100));
    }
    expect(status).toBe(200);
  });
});

describe('when the process is told to stop', () => {
  it('a filing that has arrived is finished and answered', async () => {
    const stopping = await startApi(world);
    const officer = await stopping.as(people.bolormaa);
    const blocker = await world.owner.connect();
    await blocker.query('begin; lock table cases.case_file in access exclusive mode');
    const filing = aCaseFile().input;
    const document =
      'mutation ($input: FileCaseInput!) { fileCase(input: $input) { ... on CaseFile { caseNo } } }';
    const answer = officer.query(document, { input: filing });
    await untilSomebodyWaits();
    const closed = stopping.close();
    await blocker.query('commit');
    blocker.release();
    expect(await answer).toMatchObject({
      status: 200,
      data: { fileCase: { caseNo: expect.stringMatching(/^SEL-/) } },
    });
    await closed;
    await expect(request(stopping.url).get('/health/live')).rejects.toThrow(/ECONNREFUSED/);
    const { rowCount } = await world.owner.query('select 1 from cases.case_file where id = $1', [filing.id]);
    expect(rowCount).toBe(1);
  });
});

async function untilSomebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await world.owner.query(waiting)).rowCount) return;
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error('the filing never came to wait');
}

/** Lets the application into the database no more, and ends the connections it has. */
async function aWorldAway(name: string) {
  await world.owner.query(`revoke connect on database ${name} from public`);
  await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'elchin_app'`,
  );
  return { back: () => world.owner.query(`grant connect on database ${name} to public`) };
}

/** Past supertest, which tidies addresses up. */
function statusOf(url: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}
