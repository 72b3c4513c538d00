import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

const read = `query Log($filter: AccessLogFilter, $first: Int! = 100) { accessLog(filter: $filter, first: $first) {
  totalCount edges { cursor node { id at by { id name } role missionId operation subjectId } } } }`;

let world: World;
let api: RunningApi;
let auditor: Client;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  auditor = await api.as(people.auditor);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

interface Entry {
  at: string;
  by: { id: string; name: string } | null;
  role: string | null;
  missionId: string | null;
  operation: string;
  subjectId: string | null;
}

const entries = async (filter: object = {}): Promise<Entry[]> => {
  const { data, errors } = await auditor.query(read, { filter });
  expect(errors).toBeUndefined();
  return (data?.accessLog as unknown as { edges: { node: Entry }[] }).edges.map(({ node }) => node);
};

describe('the auditor reads', () => {
  it('that the administrator asked for a new link for somebody: who, when, for whom', async () => {
    const admin = await api.as(people.admin);
    const tuul = await api.as(people.tuul);
    await admin.query(`mutation R($input: InviteStaffInput!) { askReset(input: $input) { __typename } }`, {
      input: { id: tuul.staffId },
    });
    const [entry] = await entries({ staffId: admin.staffId });
    expect(entry).toEqual({
      ...{ id: expect.any(String) as unknown, at: expect.stringMatching(/Z$/) as unknown },
      ...{ by: { id: admin.staffId, name: 'Админ' }, role: 'ADMINISTRATOR', missionId: null },
      ...{ operation: 'staff.write', subjectId: tuul.staffId },
    });
  });

  it('that somebody failed to sign in, and not whose name they typed', async () => {
    await api.nobody.query('mutation S($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: 'my password by mistake', password: 'x', deliver: 'TOKEN' },
    });
    expect(await entries({ operation: 'signin.failed' })).toEqual([
      expect.objectContaining({ by: null, role: null, missionId: null, subjectId: null }),
    ]);
  });

  it('that Bolormaa looked at her worklist', async () => {
    const bolormaa = await api.as(people.bolormaa);
    await bolormaa.query('{ worklist { totalCount } }');
    expect(await entries({ staffId: bolormaa.staffId, from: '2026-01-01T00:00:00Z' })).toEqual([
      expect.objectContaining({ operation: 'cases.worklist', missionId: 'SEL', role: 'OFFICER' }),
    ]);
  });

  it('that Bolormaa asked for a case by its id, whether or not there was one', async () => {
    const bolormaa = await api.as(people.bolormaa);
    const subjectId = uuidv7();
    await bolormaa.query(`{ caseFile(id: "${subjectId}") { id } }`);
    expect(await entries({ subjectId })).toEqual([
      expect.objectContaining({ operation: 'cases.read', by: { id: bolormaa.staffId, name: 'Болормаа' } }),
    ]);
  });

  it('that the auditor reads', async () => {
    await entries();
    expect((await entries({ staffId: auditor.staffId }))[0]).toMatchObject({ operation: 'log.read' });
  });

  it('no mistaken filter: it is refused with its field', async () => {
    const { errors } = await auditor.query(read, { filter: { staffId: 'Bolormaa' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      refusals: [{ code: 'BAD_ID', field: 'staffId' }],
    });
  });
});

describe('nobody else reads it', () => {
  it.each(['bolormaa', 'ganbold', 'enkhjargal', 'analyst', 'admin'] as const)('not %s', async (name) => {
    const { errors, data } = await (await api.as(people[name])).query(read);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(data).toBeNull();
  });
});
