import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aCaseFile } from '#cases/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Desk } from '../cases/desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Client;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
  const desk = new Desk(bolormaa);
  for (const given of ['Сарнай', 'Наран', 'Солонго'])
    await desk.filed(aCaseFile().at('SEL').about({ given }));
});
afterAll(async () => {
  await api.close();
  await world.end();
});

interface Entry {
  operation: string;
  subject_id: string | null;
  shown: string[] | null;
  refused: string | null;
  detail: unknown;
}
const lastOf = async (staffId: string): Promise<Entry | undefined> => {
  const { rows } = await world.owner.query<Entry>(
    'select operation, subject_id, shown, refused, detail from access.log where staff_id = $1 order by at desc, id desc limit 1',
    [staffId],
  );
  return rows[0];
};

describe('the access log holds', () => {
  it('what Bolormaa’s worklist showed: these rows and no other', async () => {
    const { data } = await bolormaa.query('{ worklist(first: 2) { edges { node { id } } totalCount } }');
    const list = data?.worklist as unknown as { edges: { node: { id: string } }[]; totalCount: number };
    expect(list.totalCount).toBe(3);
    const entry = await lastOf(bolormaa.staffId);
    expect(entry).toMatchObject({ operation: 'cases.worklist', refused: null });
    expect(entry?.shown).toEqual(list.edges.map(({ node }) => node.id));
  });

  it('that Tuul’s worklist showed nothing', async () => {
    const tuul = await api.as(people.tuul);
    const { data } = await tuul.query('{ worklist { edges { node { id } } } }');
    expect(data?.worklist).toEqual({ edges: [] });
    expect(await lastOf(tuul.staffId)).toMatchObject({ operation: 'cases.worklist', shown: [] });
  });

  it('whom a search found, and not what was typed', async () => {
    const { data } = await bolormaa.query('{ searchCases(fragment: "солон") { id } }');
    const found = (data?.searchCases as unknown as { id: string }[]).map(({ id }) => id);
    expect(found).toHaveLength(1);
    expect(await lastOf(bolormaa.staffId)).toMatchObject({ operation: 'cases.search', shown: found });
    const { rows } = await world.owner.query<{ all: string }>(
      `select string_agg(l::text, ' ') as all from access.log l`,
    );
    expect(rows[0]?.all).not.toMatch(/солон/i);
  });

  it('that somebody counted', async () => {
    const analyst = await api.as(people.analyst);
    await analyst.query(
      '{ statistics(dimensions: [COUNTRY], filter: { from: "2026-01", to: "2026-12" }) { __typename } }',
    );
    expect(await lastOf(analyst.staffId)).toMatchObject({ operation: 'statistics.read', refused: null });
  });

  it('what was asked for and refused to a role', async () => {
    const analyst = await api.as(people.analyst);
    const id = uuidv7();
    const { errors } = await analyst.query(`{ caseFile(id: "${id}") { id } }`);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await lastOf(analyst.staffId)).toMatchObject({
      ...{ operation: 'cases.read', subject_id: id, refused: 'FORBIDDEN' },
    });
  });

  it('what was asked for and refused by a rule, with its code', async () => {
    const { errors } = await bolormaa.query('{ caseFile(id: "x") { id } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await lastOf(bolormaa.staffId)).toMatchObject({ operation: 'cases.read', refused: 'BAD_ID' });
  });

  it('rights before and after they were changed', async () => {
    const tuul = await api.as(people.tuul);
    await world.owner.query(`update access.staff set role = 'ANALYST', mission_id = null where id = $1`, [
      tuul.staffId,
    ]);
    const { rows } = await world.owner.query<Entry>(
      `select operation, subject_id, detail from access.log where operation = 'staff.rights'`,
    );
    expect(rows).toEqual([
      {
        ...{ operation: 'staff.rights', subject_id: tuul.staffId },
        detail: {
          old: { role: 'OFFICER', mission: 'PRG', active: true },
          new: { role: 'ANALYST', mission: null, active: true },
        },
      },
    ]);
  });
});

describe('the auditor', () => {
  const ask = async (filter: object) => {
    const auditor = await api.as(people.auditor);
    const { data, errors } = await auditor.query(
      `query L($filter: AccessLogFilter) { accessLog(filter: $filter, first: 100) {
         edges { node { operation refused shownCount missionId } } } }`,
      { filter },
    );
    expect(errors).toBeUndefined();
    return (data?.accessLog as unknown as { edges: { node: Record<string, unknown> }[] }).edges.map(
      ({ node }) => node,
    );
  };

  it('finds who saw a case, also in a list and in a search', async () => {
    const { data } = await bolormaa.query('{ searchCases(fragment: "сарнай") { id } }');
    const [found] = data?.searchCases as unknown as { id: string }[];
    await bolormaa.query('{ worklist { edges { node { id } } } }');
    const acts = (await ask({ subjectId: found?.id })).map(({ operation }) => operation);
    expect(acts).toEqual(expect.arrayContaining(['cases.file', 'cases.search', 'cases.worklist']));
    expect(await ask({ subjectId: uuidv7() })).toEqual([]);
  });

  it('narrows to a mission, and to what was refused', async () => {
    const refused = await ask({ missionId: 'SEL', refused: true });
    expect(refused).toEqual([expect.objectContaining({ operation: 'cases.read', refused: ['BAD_ID'] })]);
    const done = await ask({ missionId: 'SEL', refused: false });
    expect(done.length).toBeGreaterThan(3);
    expect(done.every((entry) => entry.refused === null && entry.missionId === 'SEL')).toBe(true);
  });

  it('has the log checked, and sees a change', async () => {
    const auditor = await api.as(people.auditor);
    const verify = async () => {
      const { data } = await auditor.query('{ accessLogVerdict { rows fault faultAt } }');
      return data?.accessLogVerdict as unknown as { rows: number; fault: string | null; faultAt: number };
    };
    let verdict = await verify();
    for (const until = Date.now() + 30_000; verdict.rows === 0 && Date.now() < until;)
      verdict = await verify();
    expect(verdict.fault).toBeNull();
    await world.owner.query(
      `update access.log set operation = 'x' where id = (select log_id from access.log_link where n = 1)`,
    );
    expect(await verify()).toMatchObject({ fault: 'ROW_CHANGED', faultAt: 1, rows: 0 });
  });
});
