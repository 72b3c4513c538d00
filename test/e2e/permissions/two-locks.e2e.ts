import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashToken } from '#access';
import { aCaseFile, type CaseFileBuilder } from '#cases/testing';
import { type Client, people, type PersonOfTest, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

/** Only in the cases of Seoul: Tuul must never read it. */
const MARKER = 'зөвхөн-сөүлд';
const FILE = `mutation ($input: FileCaseInput!) { fileCase(input: $input) {
  ... on CaseFile { id caseNo version } ... on Refused { refusals { code } } } }`;

let world: World;
let api: RunningApi;
let tuul: Client;
let seoul: { id: string; caseNo: string; version: number };
let app: pg.Client;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  tuul = await api.as(people.tuul);
  const bolormaa = await api.as(people.bolormaa);
  const kinds: CaseFileBuilder[] = [
    ...[
      aCaseFile().ofDeath(),
      aCaseFile().ofLabour(),
      aCaseFile().ofInsurance(),
      aCaseFile().ofCrimeVictim(),
    ],
    ...[aCaseFile().ofMissing(), aCaseFile().ofMedical(), aCaseFile().ofWelfare(), aCaseFile().ofDetention()],
  ];
  for (const kind of kinds) seoul = await filed(bolormaa, kind.saying(MARKER).about({ given: MARKER }));
  await filed(tuul, aCaseFile().in('CZ').saying('зөвхөн-прагт'));
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await api.close();
  await world.end();
});

async function filed(by: Client, builder: CaseFileBuilder): Promise<typeof seoul> {
  const { data, errors } = await by.query(FILE, { input: builder.input });
  const made = data?.fileCase as unknown as typeof seoul | undefined;
  if (!made?.id) throw new Error(JSON.stringify({ data, errors }));
  return made;
}

/** Raw SQL as the application's role, after the person has shown her session, in a transaction that leaves nothing. */
async function behindTheCode(person: PersonOfTest, sql: string, values: unknown[] = []) {
  const { token, staffId } = await api.as(person);
  await app.query('begin');
  try {
    const session = [hashToken(token), staffId, person.role, person.missionId];
    await app.query('select access.enter($1, $2, $3, $4)', session);
    return await app.query<Record<string, unknown>>(sql, values);
  } finally {
    await app.query('rollback');
  }
}

interface Table {
  name: string;
  hasMission: boolean;
}

/** Every table and view about cases that the application may read, also those that will be added one day. */
async function tablesOfCases(): Promise<Table[]> {
  const { rows } = await world.owner.query<Table>(
    `select c.oid::regclass::text as name, exists (select from pg_attribute a
              where a.attrelid = c.oid and a.attname = 'mission_id' and not a.attisdropped) as "hasMission"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('cases', 'stat') and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and has_table_privilege('elchin_app', c.oid, 'select') order by 1`,
  );
  return rows;
}

const countOf = async (person: PersonOfTest, table: Table, where = 'true'): Promise<number> =>
  Number((await behindTheCode(person, `select count(*) as n from ${table.name} where ${where}`)).rows[0]?.n);

/** It says how far the counts go, and nothing of any case. */
const withoutRowsOfCases = ['stat.fold_mark'];

describe('the database’s lock, with the code’s lock off', () => {
  it('shows Tuul, in raw SQL, no row of Seoul in any table about cases', async () => {
    const tables = (await tablesOfCases()).filter(({ name }) => !withoutRowsOfCases.includes(name));
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cases.case_file', 'cases.person']),
    );
    for (const table of tables) {
      const elsewhere = table.hasMission ? `mission_id <> 'PRG'` : 'true';
      expect([table.name, await countOf(people.tuul, table, elsewhere)]).toEqual([table.name, 0]);
    }
  });

  it('shows the same tables to the consular department, so that the test above can fail', async () => {
    const filled = ['case_file', 'person', 'timeline_entry', 'detention', 'death', 'labour', 'insurance'];
    for (const name of [...filled, 'crime_victim', 'missing', 'case_fact', 'case_fact_now']) {
      const table = { name: `cases.${name}`, hasMission: true };
      expect([name, (await countOf(people.enkhjargal, table, `mission_id = 'SEL'`)) > 0]).toEqual([
        name,
        true,
      ]);
    }
    expect(await countOf(people.tuul, { name: 'cases.case_file', hasMission: true })).toBe(1);
  });

  it('shows no case to whoever counts, keeps staff or reads the log, and counts to the analyst alone', async () => {
    const analyst = { ...people.analyst, email: 'counts@mfa.elchin.example', missionId: null };
    for (const table of await tablesOfCases()) {
      if (withoutRowsOfCases.includes(table.name)) continue;
      for (const person of [people.admin, people.auditor]) {
        expect([table.name, person.role, await countOf(person, table)]).toEqual([table.name, person.role, 0]);
      }
      const isNameless = /^stat\.|case_fact/.test(table.name);
      if (!isNameless) expect([table.name, await countOf(analyst, table)]).toEqual([table.name, 0]);
    }
    expect(await countOf(analyst, { name: 'cases.case_fact', hasMission: true })).toBe(9);
  });

  it('shows nothing to a connection on which nobody has shown a session', async () => {
    for (const { name } of await tablesOfCases()) {
      if (withoutRowsOfCases.includes(name)) continue;
      const { rows } = await app.query(`select count(*)::int as n from ${name}`);
      expect([name, rows[0]]).toEqual([name, { n: 0 }]);
    }
  });

  it('lets Tuul change no row of Seoul, nor push one of hers there', async () => {
    const changed = await behindTheCode(
      people.tuul,
      `update cases.case_file set summary = 'x' where id = $1`,
      [seoul.id],
    );
    expect(changed.rowCount).toBe(0);
    const pushed = behindTheCode(people.tuul, `update cases.case_file set mission_id = 'SEL'`);
    await expect(pushed).rejects.toThrow('row-level security');
    const noted = behindTheCode(
      people.tuul,
      `insert into cases.timeline_entry (case_id, mission_id, kind, at) values ($1, 'SEL', 'NOTE', now())`,
      [seoul.id],
    );
    await expect(noted).rejects.toThrow('row-level security');
  });

  it('lets nobody rewrite history: no entry is changed, no row deleted, not even by the department', async () => {
    for (const sql of [
      `update cases.timeline_entry set body = 'x'`,
      'delete from cases.timeline_entry',
      'delete from cases.case_file',
      'delete from cases.person',
      'update cases.case_fact set mission_id = mission_id',
      'delete from cases.case_fact',
    ]) {
      await expect(behindTheCode(people.enkhjargal, sql)).rejects.toThrow('permission denied');
    }
  });

  it('lets nobody restate the facts by hand', async () => {
    const restate = behindTheCode(people.enkhjargal, 'select cases.restate_facts($1)', [[seoul.id]]);
    await expect(restate).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody hang an entry of one post on the case of another', async () => {
    const hung = behindTheCode(
      people.tuul,
      `insert into cases.timeline_entry (case_id, mission_id, kind, at) values ($1, 'PRG', 'NOTE', now())`,
      [seoul.id],
    );
    await expect(hung).rejects.toThrow();
  });

  it('belongs to a role that owns nothing and cannot pass it', async () => {
    const { rows } = await world.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
         from pg_roles r where rolname = 'elchin_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 },
    ]);
  });
});

describe.each(['on', 'off'])('the code’s lock, with the database’s lock %s', (lock) => {
  beforeAll(async () => {
    if (lock === 'on') return;
    const { rows } = await world.owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('cases', 'stat') and c.relrowsecurity`,
    );
    for (const { name } of rows) await world.owner.query(`alter table ${name} disable row level security`);
    expect(await countOf(people.tuul, { name: 'cases.case_file', hasMission: true })).toBe(9);
  });

  const asked = async (document: string, variables: object = {}): Promise<string> =>
    JSON.stringify(await tuul.query(document, variables));

  it.each([
    [
      'her worklist',
      '{ worklist { totalCount edges { node { id caseNo summary } } } }',
      { worklist: { totalCount: 1 } },
    ],
    [
      'her worklist by text',
      `{ worklist(filter: { text: "${MARKER}" }) { totalCount edges { node { id } } } }`,
      { worklist: { totalCount: 0 } },
    ],
    ['a search', `{ searchCases(fragment: "${MARKER}") { id caseNo } }`, { searchCases: [] }],
    [
      'statistics',
      '{ statistics(dimensions: [MISSION, COUNTRY], filter: { from: "2020-01", to: "2026-12" }) { total cells } }',
      { statistics: { total: 1 } },
    ],
    [
      'the cases behind a figure',
      '{ statisticsCases(filter: { from: "2020-01", to: "2026-12" }) { totalCount edges { node { caseNo } } } }',
      { statisticsCases: { totalCount: 1 } },
    ],
  ])('keeps Seoul out of %s', async (_, document, expected) => {
    expect((await tuul.query(document)).data).toMatchObject(expected);
    expect(await asked(document)).not.toMatch(new RegExp(`${seoul.caseNo.slice(0, 8)}|${seoul.id}`));
  });

  it.each([
    ['worklist', '{ worklist(filter: { missionId: "SEL" }) { totalCount edges { node { id } } } }'],
    [
      'statistics',
      '{ statistics(dimensions: [MISSION], filter: { from: "2020-01", to: "2026-12", missions: ["SEL"] }) { total } }',
    ],
    [
      'cases behind a figure',
      '{ statisticsCases(filter: { from: "2020-01", to: "2026-12", missions: ["SEL"] }) { totalCount } }',
    ],
  ])('gives Tuul nothing when she asks for Seoul’s %s by name', async (_, document) => {
    const { data, errors } = await tuul.query(document);
    if (errors) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    else expect(JSON.stringify(data)).toMatch(/"(total|totalCount)":0/);
  });

  it('answers for a case of Seoul as for one that there is not', async () => {
    const byId = 'query ($id: ID) { caseFile(id: $id) { id summary } }';
    const byNo = 'query ($no: String) { caseFile(caseNo: $no) { id summary } }';
    const absent = uuidv7();
    expect(await asked(byId, { id: seoul.id })).toBe(await asked(byId, { id: absent }));
    expect(await asked(byNo, { no: seoul.caseNo })).toBe(await asked(byNo, { no: 'SEL-2026-99999' }));
    for (const [act, type, input] of [
      [
        'addEntry',
        'AddEntryInput',
        { id: uuidv7(), kind: 'NOTE', at: '2026-03-10T00:00:00Z', text: 'x', caseId: '?' },
      ],
      ['amendCase', 'AmendCaseInput', { version: 1, reason: 'x', summary: 'x', id: '?' }],
      ['changeStatus', 'ChangeStatusInput', { version: 1, to: 'TRIAGED', caseId: '?' }],
      ['closeCase', 'CloseCaseInput', { version: 1, caseId: '?' }],
      ['reopenCase', 'ReopenCaseInput', { version: 1, reason: 'x', caseId: '?' }],
    ] as const) {
      const document = `mutation ($input: ${type}!) { ${act}(input: $input) { __typename ... on Refused { refusals { code field message } } } }`;
      const about = (id: string) =>
        asked(document, { input: { ...input, ['id' in input && input.id === '?' ? 'id' : 'caseId']: id } });
      const answer = await about(seoul.id);
      expect(answer).toContain('"Refused"');
      expect(answer).toBe(await about(absent));
    }
  });

  it('takes no filing from Tuul for Seoul', async () => {
    const answer = await asked(FILE, { input: aCaseFile().at('SEL').input });
    expect(answer).toContain('NOT_YOUR_MISSION');
  });

  it('lets the department see every post, so that the tests above can fail', async () => {
    const enkhjargal = await api.as(people.enkhjargal);
    const { data } = await enkhjargal.query(
      `{ worklist { totalCount } searchCases(fragment: "${MARKER}") { id } caseFile(id: "${seoul.id}") { summary } }`,
    );
    expect(data).toMatchObject({ worklist: { totalCount: 9 }, caseFile: { summary: MARKER } });
    expect(data?.searchCases).toHaveLength(8);
  });
});
