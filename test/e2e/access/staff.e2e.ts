import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

const member = '... on StaffMember { id name email role mission { id label } active lastSignInAt version }';
const refused = '... on Refused { refusals { code field message remedy } }';
const create = `mutation Create($input: CreateStaffInput!) { createStaff(input: $input) { ${member} ${refused} } }`;
const update = `mutation Update($input: UpdateStaffInput!) { updateStaff(input: $input) { ${member} ${refused} } }`;
const invite = `mutation Invite($input: InviteStaffInput!) { inviteStaff(input: $input) { ... on Invited { token endsAt } ${refused} } }`;
const use = `mutation Use($input: UseInviteInput!) { useInvite(input: $input) { ... on InviteUsed { email } ${refused} } }`;
const decide = `mutation Decide($input: DecideRightsInput!) { decideRights(input: $input) { ... on RightsRequest { id decision } ${refused} } }`;
const list = `query Staff($first: Int! = 50, $after: String) { staff(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { name role active mission { id } } } } }`;
const signIn = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { token me { mission { id } } } } }`;

let world: World;
let api: RunningApi;
let admin: Client;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  admin = await api.as(people.admin);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const PASSWORD = 'тэмээ салхи нуур гутал';

interface Outcome {
  id: string;
  token: string;
  email: string;
  version: number;
  refusals?: { code: string; field: string | null; message: string }[];
}

const act = async (
  document: string,
  input: object,
  by = admin,
  language: 'mn' | 'en' = 'en',
): Promise<Outcome> => {
  const { data, errors } = await by.query(document, { input }, language);
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0] as Outcome;
};
const approve = async (staffId: string): Promise<void> => {
  const head = await api.as(people.jisheebayar);
  const { data } = await head.query('{ rightsRequests { id open person { id } } }');
  const requests = data?.rightsRequests as unknown as { id: string; open: boolean; person: { id: string } }[];
  const waiting = requests.find(({ open, person }) => open && person.id === staffId);
  expect(reasons(await act(decide, { id: waiting?.id, approve: true }, admin))).toEqual(['id: OWN_REQUEST']);
  expect(await act(decide, { id: waiting?.id, approve: true }, head)).toMatchObject({ decision: 'APPROVED' });
};
const reasons = ({ refusals }: Outcome) => refusals?.map(({ code, field }) => `${field}: ${code}`);
const sarnai = (more: object = {}) => ({
  ...{ id: uuidv7(), name: 'Сарнай', email: `${uuidv7()}@tokyo.elchin.example` },
  ...{ role: 'ANALYST', missionId: null },
  ...more,
});

describe('the administrator', () => {
  it('enters Sarnai for Tokyo, who, once the head of the department has approved it, chooses a password behind her link, signs in and acts for Tokyo', async () => {
    const input = sarnai({ role: 'OFFICER', missionId: 'TYO' });
    const waiting = { role: 'OFFICER', mission: { id: 'TYO' }, active: false, version: 1 };
    expect(await act(create, input)).toMatchObject(waiting);
    expect(reasons(await act(invite, { id: input.id }))).toEqual(['id: INACTIVE_STAFF']);
    await approve(input.id);
    const { token } = await act(invite, { id: input.id });
    expect((await act(use, { token, password: PASSWORD }, api.nobody)).email).toBe(input.email);
    const { data } = await api.nobody.query(signIn, {
      input: { email: input.email.toUpperCase(), password: PASSWORD, deliver: 'TOKEN' },
    });
    expect(data?.signIn).toMatchObject({ __typename: 'SignedIn', me: { mission: { id: 'TYO' } } });
  });

  it('reads every reason at once, beside its field, in either language', async () => {
    const wrong = sarnai({ email: 'sarnai', role: 'OFFICER', missionId: 'XXX', name: ' ' });
    const english = await act(create, wrong);
    expect(reasons(english)).toEqual(['name: REQUIRED', 'email: BAD_EMAIL', 'missionId: NO_SUCH_MISSION']);
    expect(english.refusals?.[2]?.message).toBe('There is no such mission today.');
    const mongolian = await act(create, wrong, admin, 'mn');
    expect(mongolian.refusals?.[2]?.message).toBe('Ийм төлөөлөгчийн газар өнөөдөр байхгүй.');
  });

  it.each([
    ['a 10,000-character name', { name: 'Б'.repeat(10_000) }, 'name: TOO_LONG'],
    ['a null byte', { name: 'Сар\0най' }, 'name: BAD_TEXT'],
    ['an identifier of another kind', { id: '42' }, 'id: BAD_ID'],
    ['no name', { name: '' }, 'name: REQUIRED'],
  ])('does not enter %s', async (_, more, reason) => {
    expect(reasons(await act(create, sarnai(more)))).toEqual([reason]);
  });

  it('enters a name with emoji as it is', async () => {
    expect(await act(create, sarnai({ name: 'Сарнай 🐪' }))).toMatchObject({ name: 'Сарнай 🐪' });
  });

  it('moves Tuul to Seoul: her session in Prague is dead once a second person has approved', async () => {
    const tuul = await api.as(people.tuul);
    const waiting = { mission: { id: 'PRG' }, version: 2 };
    expect(await act(update, { id: tuul.staffId, version: 1, missionId: 'SEL' })).toMatchObject(waiting);
    expect((await tuul.query('{ me { mission { id } } }')).data?.me).toEqual({ mission: { id: 'PRG' } });
    await approve(tuul.staffId);
    expect((await tuul.query('{ me { id } }')).data).toEqual({ me: null });
    const { errors } = await tuul.query('mutation { setLanguage(language: en) { id } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('shuts out whoever has left, in a process that has only just served them', async () => {
    const analyst = await api.as({ ...people.analyst, email: 'leaves@mfa.elchin.example' });
    await analyst.query('{ countries { code } }');
    await act(update, { id: analyst.staffId, version: 1, active: false });
    expect((await analyst.query('{ countries { code } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is told when somebody else was faster', async () => {
    const { id } = await act(create, sarnai());
    await act(update, { id, version: 1, name: 'Сарнай 2' });
    expect(reasons(await act(update, { id, version: 1, name: 'Сарнай 3' }))).toEqual([
      'version: STALE_STAFF_VERSION',
    ]);
  });

  it('changes neither their own role nor their own account', async () => {
    expect(reasons(await act(update, { id: admin.staffId, version: 1, role: 'AUDITOR' }))).toEqual([
      'role: OWN_ROLE',
    ]);
    expect(reasons(await act(update, { id: admin.staffId, version: 1, active: false }))).toEqual([
      'active: OWN_DEACTIVATION',
    ]);
  });

  it('resets somebody’s access by a link: the old password opens no more, the one they choose does', async () => {
    const person = sarnai();
    const { id } = await act(create, person);
    const opens = async (password: string) =>
      (await api.nobody.query(signIn, { input: { email: person.email, password, deliver: 'TOKEN' } })).data
        ?.signIn;
    const first = await act(invite, { id });
    await act(use, { token: first.token, password: PASSWORD }, api.nobody);
    expect(await opens(PASSWORD)).toMatchObject({ __typename: 'SignedIn' });
    const second = await act(invite, { id });
    expect(await opens(PASSWORD)).toEqual({ __typename: 'Refused' });
    await act(use, { token: second.token, password: 'шинэ өвөл гурван нохой' }, api.nobody);
    expect(await opens('шинэ өвөл гурван нохой')).toMatchObject({ __typename: 'SignedIn' });
  });

  it('reads the staff by pages, in the order of the alphabet', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await admin.query(list, { first: 2, after });
      const page = data?.staff as unknown as {
        totalCount: number;
        edges: { node: { name: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      names.push(...page.edges.map(({ node }) => node.name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (after === null) expect(names).toHaveLength(page.totalCount);
    } while (after !== null);
    expect(names).toEqual([...names].sort(new Intl.Collator('mn').compare));
  });

  it.each([
    ['0 rows', { first: 0 }, 'PAGE_SIZE'],
    ['101 rows', { first: 101 }, 'PAGE_SIZE'],
    ['a made-up cursor', { after: 'x' }, 'BAD_CURSOR'],
    [
      'a made-up cursor of the right shape',
      { after: Buffer.from('["Туул","x"]').toString('base64url') },
      'BAD_CURSOR',
    ],
  ])('does not get %s', async (_, variables, code) => {
    const { errors } = await admin.query(list, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusals: [{ code }] });
  });

  it('never gets to a case: not by list, id, reference, search or figure', async () => {
    for (const document of [
      '{ worklist { totalCount } }',
      `{ caseFile(id: "${uuidv7()}") { id } }`,
      '{ caseFile(caseNo: "SEL-2026-00001") { id } }',
      '{ searchCases(fragment: "бат") { id } }',
      '{ statistics(dimensions: [COUNTRY], filter: { from: "2026-01", to: "2026-12" }) { total } }',
    ]) {
      const { errors } = await admin.query(document);
      expect([document, errors?.[0]?.extensions.code]).toEqual([document, 'FORBIDDEN']);
    }
  });
});
