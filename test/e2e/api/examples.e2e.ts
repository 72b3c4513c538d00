import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, parse } from 'graphql';
import request from 'supertest';
import { type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { demoStaff, DEMO_PASSWORD, seedWhenEmpty } from '../../../apps/cli/src/seed/index.js';

const folder = resolve(import.meta.dirname, '../../../apps/api/examples');
const read = (file: string) => readFileSync(resolve(folder, file), 'utf8');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.graphql') ? [file.slice(0, -8)] : []));
const operationsOf = (document: DocumentNode) =>
  document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value ?? ''] : [],
  );

let world: World;
let api: RunningApi;
const tokens: Record<string, string> = {};
const ran = new Set<string>();

interface Answer {
  data: Record<string, Record<string, unknown>>;
  errors?: unknown[];
}

/** Sends an example as an API client would, to the letter but for what only the running register can know. */
async function run(name: string, as?: string, operation?: string, instead: object = {}): Promise<Answer> {
  const variables = { ...(JSON.parse(read(`${name}.variables.json`)) as object), ...instead };
  const sent = request(api.url).post('/graphql').set('accept-language', 'en');
  if (as) sent.set('authorization', `Bearer ${tokens[as]}`);
  const answer = await sent.send({ query: read(`${name}.graphql`), variables, operationName: operation });
  ran.add(`${name} ${operation ?? operationsOf(parse(read(`${name}.graphql`)))[0]}`);
  expect([answer.status, (answer.body as Answer).errors]).toEqual([200, undefined]);
  return answer.body as Answer;
}

async function signsIn(name: string, email: string): Promise<Answer> {
  const input = { email, password: DEMO_PASSWORD, deliver: 'TOKEN' };
  const answer = await run('sign-in', undefined, undefined, { input });
  tokens[name] = answer.data.signIn?.token as string;
  return answer;
}

beforeAll(async () => {
  world = await aWorld();
  await seedWhenEmpty(world.ownerUrl);
  api = await startApi(world);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

describe('each example runs on the demo data', () => {
  it('sign-in: as it stands, and for everybody of the demo', async () => {
    const answer = await run('sign-in');
    expect(answer.data.signIn).toMatchObject({
      __typename: 'SignedIn',
      token: expect.stringMatching(/^.{40,}$/),
      me: { name: 'Болормаа', role: 'OFFICER', mission: { id: 'SEL' } },
    });
    for (const person of demoStaff) {
      expect((await signsIn(person.email.split('@')[0] ?? '', person.email)).data.signIn).toMatchObject({
        me: { name: person.name, role: person.role },
      });
      expect(read('README.md')).toContain(`\`${person.email}\``);
    }
    expect(read('README.md')).toContain(`\`${DEMO_PASSWORD}\``);
  });

  it('file-case: once, however often', async () => {
    const once = await run('file-case', 'bolormaa');
    expect(once.data.fileCase).toMatchObject({
      __typename: 'CaseFile',
      caseNo: expect.stringMatching(/^SEL-/),
    });
    expect(await run('file-case', 'bolormaa')).toEqual(once);
  });

  it('worklist: the newest 50 open cases of Seoul, with person, cause, country, latest entry and total', async () => {
    const { worklist } = (await run('worklist', 'bolormaa')).data as {
      worklist: { totalCount: number; edges: { node: { registeredAt: string } }[] };
    };
    const { rows } = await world.owner.query<{ n: number }>(
      `select count(*)::int as n from cases.case_file where mission_id = 'SEL' and status not in ('CLOSED', 'REJECTED')`,
    );
    expect(worklist.totalCount).toBe(rows[0]?.n);
    expect(worklist.edges).toHaveLength(Math.min(50, worklist.totalCount));
    const times = worklist.edges.map(({ node }) => node.registeredAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(worklist.edges[0]?.node).toMatchObject({
      subject: { displayName: 'Ж.Батзориг' },
      hostCountry: { label: expect.stringContaining('Korea') },
      cause: { code: '05', label: expect.any(String) },
      latestEntry: { kind: 'FILED' },
    });
  });

  it('case: everything about one', async () => {
    const { caseFile } = (await run('case', 'bolormaa')).data;
    expect(caseFile).toMatchObject({
      mission: { id: 'SEL' },
      detention: { offence: { code: expect.any(String) } },
      subject: { id: expect.any(String) },
      illustration: true,
      timeline: { edges: expect.arrayContaining([expect.objectContaining({ node: expect.any(Object) })]) },
    });
  });

  it('search: a Latin fragment finds Cyrillic names too', async () => {
    const { searchCases } = (await run('search', 'bolormaa')).data as unknown as {
      searchCases: { subject: { displayName: string } }[];
    };
    expect(searchCases.map(({ subject }) => subject.displayName).join()).toMatch(/Мөнх/);
  });

  it('statistics and statistics-by-month: what a recount of the cases says', async () => {
    const count = async (from: string, to: string) => {
      const { rows } = await world.owner.query<{ n: number }>(
        'select count(*)::int as n from cases.case_file where opened_on >= $1 and opened_on < $2',
        [from, to],
      );
      return rows[0]?.n;
    };
    for (const [name, from, to, axes] of [
      ['statistics', '2016-01-01', '2017-01-01', 2],
      ['statistics-by-month', '2016-01-01', '2027-01-01', 3],
    ] as const) {
      const { statistics } = (await run(name, 'enkhjargal')).data as unknown as {
        statistics: { total: number; cells: number[][]; axes: unknown[] };
      };
      expect(statistics.axes).toHaveLength(axes);
      expect(statistics.total).toBe(await count(from, to));
      expect(statistics.cells.reduce((sum, cell) => sum + (cell.at(-1) ?? 0), 0)).toBe(statistics.total);
    }
  });

  it('import: a file is checked, looked at, and imported', async () => {
    const file = readFileSync(
      resolve(folder, '../../../libs/cases/src/import/fixtures/us-2002-2012.csv'),
      'utf8',
    );
    const sent = await request(api.url)
      .post('/files')
      .set({
        authorization: `Bearer ${tokens.enkhjargal}`,
        'content-type': 'text/csv',
        'x-file-name': 'deaths.csv',
      })
      .send(file.split('\n').slice(0, 31).join('\n'));
    const { check } = JSON.parse(read('import.variables.json')) as { check: object };
    const { fileId } = sent.body as { fileId: string };
    const checked = await run('import', 'enkhjargal', 'CheckImport', { check: { ...check, fileId } });
    expect(checked.data.checkImport).toMatchObject({ __typename: 'Import' });
    expect(await until('CHECKED')).toMatchObject({ refused: 0, rowsTotal: 30 });
    await run('import', 'enkhjargal', 'RunImport');
    expect(await until('IMPORTED')).toMatchObject({ imported: 30, rows: { totalCount: 30 } });
  });
});

async function until(status: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { data } = await run('import', 'enkhjargal', 'ImportProgress');
    if (data.import?.status === status) return data.import;
    if (data.import?.status === 'FAILED') throw new Error(JSON.stringify(data.import));
    await wait(100);
  }
  throw new Error(`never ${status}`);
}

it('no example stays untried, and each has its variables and stands in the README', () => {
  const all = names.flatMap((name) =>
    operationsOf(parse(read(`${name}.graphql`))).map((one) => `${name} ${one}`),
  );
  expect([...ran].sort()).toEqual(all.sort());
  expect(names.filter((name) => !read('README.md').includes(`(${name}.graphql)`))).toEqual([]);
  expect(readdirSync(folder).filter((file) => file.endsWith('.variables.json'))).toHaveLength(names.length);
});
