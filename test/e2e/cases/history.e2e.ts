import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let tuul: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await deskOf(api, people.bolormaa);
  tuul = await deskOf(api, people.tuul);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

/** What the log wrote while `work` was done: `operation subject`, in order. */
async function logged(work: () => Promise<unknown>, desk = bolormaa): Promise<string[]> {
  const count = async () =>
    Number((await world.owner.query<{ n: string }>('select count(*) as n from access.log')).rows[0]?.n);
  const before = await count();
  await work();
  const { rows } = await world.owner.query<{
    operation: string;
    subject_id: string | null;
    staff_id: string;
  }>('select operation, subject_id, staff_id from access.log order by at, id offset $1', [before]);
  expect(rows.every((row) => row.staff_id === desk.client.staffId)).toBe(true);
  return rows.map((row) => `${row.operation} ${row.subject_id ?? '-'}`);
}

describe('the access log has a row for', () => {
  let file: CaseSeen;
  beforeAll(async () => {
    file = await bolormaa.brings(
      await bolormaa.filed(aCaseFile().ofLabour()),
      'TRIAGED',
      'IN_PROGRESS',
      'RESOLVED',
    );
  });

  it('each act, with the case that was acted on', async () => {
    const filing = aCaseFile();
    expect(await logged(() => bolormaa.filed(filing))).toEqual([`cases.file ${filing.input.id}`]);
    expect(await logged(() => bolormaa.notes(file.id, 'Тэмдэглэл'))).toEqual([`cases.note ${file.id}`]);
    expect(await logged(() => bolormaa.amends(file, { summary: 'Зассан' }))).toEqual([
      `cases.amend ${file.id}`,
    ]);
    const amended = { id: file.id, version: file.version + 1 };
    expect(await logged(() => bolormaa.closes(amended))).toEqual([`cases.close ${file.id}`]);
    const closed = { id: file.id, version: file.version + 2 };
    expect(await logged(() => bolormaa.reopens(closed, 'учир'))).toEqual([`cases.reopen ${file.id}`]);
    const reopened = { id: file.id, version: file.version + 3 };
    expect(await logged(() => bolormaa.moves(reopened, 'IN_PROGRESS'))).toEqual([`cases.status ${file.id}`]);
  });

  it('each read of a case, by id or by reference, and each further page of its timeline', async () => {
    expect(await logged(() => bolormaa.finds({ id: file.id }))).toEqual([`cases.read ${file.id}`]);
    expect(await logged(() => bolormaa.finds({ caseNo: file.caseNo }))).toEqual([`cases.read ${file.id}`]);
    const { pageInfo } = await bolormaa.timeline(file.id, { first: 2 });
    expect(await logged(() => bolormaa.timeline(file.id, { first: 2, after: pageInfo.endCursor }))).toEqual([
      `cases.read ${file.id}`,
      `cases.read ${file.id}`,
    ]);
  });

  it('each list and each search', async () => {
    expect(await logged(() => bolormaa.lists())).toEqual(['cases.worklist -']);
    expect(await logged(() => bolormaa.searches('болд'))).toEqual(['cases.search -']);
  });

  it('Tuul’s try at a case that is not hers', async () => {
    expect(await logged(() => tuul.finds({ id: file.id }), tuul)).toEqual([`cases.read ${file.id}`]);
  });

  it('Tuul’s try by a reference that is not hers, which tells the log no more than her', async () => {
    expect(await logged(() => tuul.finds({ caseNo: file.caseNo }), tuul)).toEqual(['cases.read -']);
    expect(await logged(() => tuul.finds({ caseNo: 'SEL-1999-00001' }), tuul)).toEqual(['cases.read -']);
  });

  it('each of several reads in one request', async () => {
    const document = `query ($id: ID!) { a: caseFile(id: $id) { id } b: caseFile(id: $id) { id } worklist { totalCount } }`;
    const rows = await logged(() => bolormaa.client.query(document, { id: file.id }));
    expect(rows.sort()).toEqual([`cases.read ${file.id}`, `cases.read ${file.id}`, 'cases.worklist -']);
  });

  it('no word of any case: ids only', async () => {
    const { rows } = await world.owner.query('select to_json(l)::text as row from access.log l');
    expect(JSON.stringify(rows)).not.toMatch(/Туршилт|Жишээ|Зассан|Тэмдэглэл/);
  });
});

describe('what cannot be logged is not answered', () => {
  it('an act and a read fail together with their log row, and nothing is kept', async () => {
    await world.owner.query('alter table access.log add constraint closed check (false) not valid');
    try {
      const filing = aCaseFile();
      const { answer } = await bolormaa.files(filing);
      expect(answer.data ?? null).toBeNull();
      expect((await bolormaa.asks.list({})).data ?? null).toBeNull();
      const { rowCount } = await world.owner.query('select 1 from cases.case_file where id = $1', [
        filing.input.id,
      ]);
      expect(rowCount).toBe(0);
    } finally {
      await world.owner.query('alter table access.log drop constraint closed');
    }
  });
});

describe('the database itself lets the application', () => {
  let app: pg.Client;
  beforeAll(async () => {
    await bolormaa.filed(aCaseFile());
    app = new pg.Client({ connectionString: world.appUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  it.each([
    `update cases.timeline_entry set body = 'x'`,
    'delete from cases.timeline_entry',
    'truncate cases.timeline_entry',
    `update access.log set operation = 'x'`,
    'delete from access.log',
    'truncate access.log',
    'delete from cases.case_file',
    'delete from cases.person',
    'delete from cases.detention',
    'insert into cases.case_fact (case_id) values (uuidv7())',
    'update cases.case_fact set sign = 1',
    'delete from cases.case_fact',
    'update cases.case_number set year = 1',
    'alter table cases.case_file disable row level security',
    'drop table cases.person',
    'create table public.mine ()',
    'set role postgres',
  ])('not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|22023|42704)$/),
    });
  });

  it('see no row of any case as long as nobody has shown a session', async () => {
    for (const table of ['case_file', 'person', 'timeline_entry', 'detention', 'case_fact']) {
      expect((await app.query(`select * from cases.${table}`)).rows).toEqual([]);
    }
  });

  it('not pretend to be somebody else', async () => {
    const enter = 'select access.enter($1, $2, $3, $4)';
    const { staffId } = bolormaa.client;
    await expect(app.query(enter, [Buffer.from('guess'), staffId, 'OFFICER', 'SEL'])).rejects.toMatchObject({
      code: 'EL401',
    });
  });
});
