import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aCaseFile } from '#cases/testing';
import { type Answer, type Client, people, type RunningApi, startApi } from '#support/api';
import { entering } from '#support/entering';
import { aWorld, type World } from '#support/world';
import { Desk } from '../cases/desk.js';

let world: World;
let api: RunningApi;
let auditor: Client;
let bolormaa: Client;
let theCase: { id: string; caseNo: string };
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  auditor = await api.as(people.auditor);
  bolormaa = await api.as(people.bolormaa);
  theCase = await new Desk(bolormaa).filed(aCaseFile().at('SEL').about({ given: 'Наранцэцэг' }));
  await bolormaa.query(`{ caseFile(caseNo: "${theCase.caseNo}") { summary } }`);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const whichId = (who: Client, caseNo: string, language?: 'mn'): Promise<Answer> =>
  who.query('query W($caseNo: String!) { caseIdInLog(caseNo: $caseNo) }', { caseNo }, language);
const refusalsOf = ({ errors }: Answer) => errors?.[0]?.extensions.refusals;

const list = async (
  filter: object,
): Promise<{ id: string; operation: string; by: { name: string } | null }[]> => {
  const { data } = await auditor.query(
    'query L($filter: AccessLogFilter) { accessLog(filter: $filter, first: 100) { edges { node { id operation by { name } } } } }',
    { filter },
  );
  return (data?.accessLog as unknown as { edges: { node: never }[] }).edges.map(({ node }) => node);
};

const file = (who: Client, filter: object = {}, language: 'mn' | 'en' = 'en'): Promise<Answer> =>
  who.query('query F($filter: AccessLogFilter) { accessLogCsv(filter: $filter) }', { filter }, language);
const tableOf = ({ data }: Answer): string[][] =>
  parse(data?.accessLogCsv as unknown as string, { bom: true });

describe('who saw a case, by its reference', () => {
  it('the auditor finds that Bolormaa filed it and opened it', async () => {
    const { data } = await whichId(auditor, ` ${theCase.caseNo.toLowerCase()} `);
    expect(data).toEqual({ caseIdInLog: theCase.id });
    const seen = await list({ subjectId: theCase.id, operation: 'cases.read' });
    expect(seen.map(({ by }) => by?.name)).toContain('Болормаа');
    expect((await list({ subjectId: theCase.id })).map(({ operation }) => operation)).toContain('cases.file');
  });

  it('and that the auditor asked stands there too', async () => {
    await whichId(auditor, theCase.caseNo);
    expect((await list({ subjectId: theCase.id }))[0]).toMatchObject({
      operation: 'log.read',
      by: { name: 'Аудитор' },
    });
  });

  it('while the case itself stays shut to the auditor', async () => {
    const { errors } = await auditor.query(`{ caseFile(id: "${theCase.id}") { summary } }`);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('a reference that was never given is refused in plain words, with its field', async () => {
    const answer = await whichId(auditor, 'SEL-2026-99999', 'mn');
    expect(refusalsOf(answer)).toEqual([
      expect.objectContaining({
        code: 'NO_SUCH_CASE_NUMBER',
        field: 'caseNo',
        message: 'Ийм дугаартай хэрэг хэзээ ч бүртгэгдээгүй.',
      }),
    ]);
  });

  it.each(['bolormaa', 'enkhjargal', 'admin'] as const)('%s may not ask', async (name) => {
    const { errors } = await whichId(await api.as(people[name]), theCase.caseNo);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    ['bolormaa', null],
    ['admin', null],
    ['auditor', 'the id'],
  ] as const)('the database answers %s with %s, whatever the code asks for', async (name, expected) => {
    const [, rows] = await world.database.oneTrip([
      entering(await api.as(people[name]), people[name]),
      { name: 'test.id', text: 'select cases.id_for_auditor($1) as id', values: [theCase.caseNo] },
    ]);
    expect(rows?.[0]?.id).toBe(expected === null ? null : theCase.id);
  });
});

describe('whom the log can be asked about', () => {
  const asked = '{ accessLogPeople { id name role missionId } }';

  it('is everybody, with role and post, so that two of one name are told apart', async () => {
    const inPrague = { ...people.bolormaa, email: 'bolormaa@prague.elchin.example', missionId: 'PRG' };
    const other = await api.as(inPrague);
    const { data } = await auditor.query(asked);
    const found = (data?.accessLogPeople as unknown as { name: string }[]).filter(
      ({ name }) => name === 'Болормаа',
    );
    const both = [bolormaa, other].map(({ staffId }, at) => ({
      ...{ id: staffId, name: 'Болормаа', role: 'OFFICER', missionId: at === 0 ? 'SEL' : 'PRG' },
    }));
    expect(found).toEqual(expect.arrayContaining(both));
    expect(found).toHaveLength(2);
  });

  it('is nobody for Bolormaa, even past the guard', async () => {
    expect((await bolormaa.query(asked)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const [, rows] = await world.database.oneTrip([
      entering(bolormaa, people.bolormaa),
      { name: 'test.people', text: 'select * from access.people_for_auditor()', values: [] },
    ]);
    expect(rows).toEqual([]);
  });
});

describe('the list as a file', () => {
  it('equals the list, with acts in words', async () => {
    const filter = { subjectId: theCase.id };
    const [heading, ...lines] = tableOf(await file(auditor, filter));
    expect(heading?.slice(0, 6)).toEqual([
      'When (Ulaanbaatar)',
      'When (UTC)',
      'Who',
      'Role',
      'Mission',
      'What',
    ]);
    expect(lines.map((line) => line.at(-1))).toEqual((await list(filter)).map(({ id }) => id));
    expect(lines.at(-1)?.slice(2, 6)).toEqual(['Болормаа', 'Consular officer', 'SEL', 'Filed a case']);
  });

  it('speaks the language of its reader, and begins so that spreadsheets know its letters', async () => {
    const answer = await file(auditor, { subjectId: theCase.id, operation: 'cases.file' }, 'mn');
    expect(String(answer.data?.accessLogCsv).startsWith('\uFEFF')).toBe(true);
    expect(tableOf(answer)[1]?.slice(2, 6)).toEqual([
      'Болормаа',
      'Консулын ажилтан',
      'SEL',
      'Хэрэг бүртгэсэн',
    ]);
  });

  it('holds no formula, whatever somebody is called', async () => {
    const sly = await api.as({ ...people.tuul, name: '=HYPERLINK("x")', email: 'sly@prague.elchin.example' });
    await sly.query('{ worklist { totalCount } }');
    expect(tableOf(await file(auditor, { staffId: sly.staffId }))[1]?.[2]).toBe(`'=HYPERLINK("x")`);
  });

  it('is in the log itself', async () => {
    const before = (await list({ operation: 'log.export' })).length;
    await file(auditor, { subjectId: theCase.id });
    const after = await list({ operation: 'log.export' });
    expect(after).toHaveLength(before + 1);
    expect(after[0]?.by?.name).toBe('Аудитор');
  });

  it('is not for Bolormaa', async () => {
    const { errors, data } = await file(bolormaa, { subjectId: theCase.id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(data).toBeNull();
  });
});
