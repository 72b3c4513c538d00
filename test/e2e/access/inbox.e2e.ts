import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { hashToken, Inbox, type Notice } from '#access';
import { type Client, people, type PersonOfTest, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Clerk } from '../import/clerk.js';

const READ = `query Inbox($first: Int! = 50, $after: String) { unreadNotices inbox(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id code text subjectKind subjectId readAt } } } }`;
const MARK = 'mutation Mark($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) }';
const CASE = '01890000-0000-7000-8000-000000000001';

interface Seen {
  unread: number;
  total: number;
  next: string | null;
  notices: { id: string; code: string; text: string; subjectId: string | null; readAt: string | null }[];
}

let world: World;
let api: RunningApi;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
});
afterAll(async () => {
  await api.close();
  await world.end();
});
beforeEach(() => world.owner.query('truncate access.notice, access.notice_reader'));

async function seenBy(client: Client, variables: object = {}, language: 'mn' | 'en' = 'en'): Promise<Seen> {
  const { data, errors } = await client.query(READ, variables, language);
  if (errors) throw new Error(JSON.stringify(errors));
  const { unreadNotices, inbox } = data as unknown as {
    unreadNotices: number;
    inbox: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: Seen['notices'][number] }[];
    };
  };
  const notices = inbox.edges.map(({ node }) => node);
  const next = inbox.pageInfo.hasNextPage ? inbox.pageInfo.endCursor : null;
  return { unread: unreadNotices, total: inbox.totalCount, next, notices };
}

const tell = (notice: Partial<Notice> & Pick<Notice, 'to'>) =>
  world.database.transaction((manager) =>
    api.app.get(Inbox, { strict: false }).tell(manager, { code: 'IMPORT_FAILED', ...notice }),
  );

describe('what Bolormaa is told', () => {
  it('reaches her in words, in her language, with what it is about; and not Tuul', async () => {
    const [bolormaa, tuul] = [await api.as(people.bolormaa), await api.as(people.tuul)];
    const params = { imported: 8389, alreadyThere: 0, refused: 1 };
    await tell({ to: bolormaa, code: 'IMPORT_DONE', params, subject: { kind: 'IMPORT', id: CASE } });
    const english = await seenBy(bolormaa);
    expect(english).toMatchObject({ unread: 1, total: 1 });
    expect(english.notices[0]).toMatchObject({
      text: 'Your import is done. Cases added: 8,389; there before: 0; refused: 1.',
      subjectKind: 'IMPORT',
      subjectId: CASE,
      readAt: null,
    });
    expect((await seenBy(bolormaa, {}, 'mn')).notices[0]?.text).toContain('Нэмэгдсэн хэрэг: 8,389;');
    expect(await seenBy(tuul)).toEqual({ unread: 0, total: 0, next: null, notices: [] });
  });

  it('as one of the officers of her post reaches no other post, and in general every officer', async () => {
    const [bolormaa, tuul, ganbold] = [
      await api.as(people.bolormaa),
      await api.as(people.tuul),
      await api.as(people.ganbold),
    ];
    expect(await tell({ to: { role: 'OFFICER', missionId: 'SEL' } })).toBe(1);
    expect(await tell({ to: { role: 'OFFICER', missionId: null } })).toBe(2);
    const unread = async (client: Client) => (await seenBy(client)).unread;
    expect([await unread(bolormaa), await unread(tuul), await unread(ganbold)]).toEqual([2, 1, 0]);
  });

  it('is not told to colleagues who may not sign in any more, nor to those who come later', async () => {
    const gone = await api.as({ ...people.tuul, name: 'Сараа', email: 'saraa@prague.elchin.example' });
    await world.owner.query('update access.staff set active = false where id = $1', [gone.staffId]);
    await tell({ to: { role: 'OFFICER', missionId: 'PRG' } });
    const { rows } = await world.owner.query('select 1 from access.notice_reader where staff_id = $1', [
      gone.staffId,
    ]);
    expect(rows).toEqual([]);
  });

  it('is told only when the act behind it is kept', async () => {
    const bolormaa = await api.as(people.bolormaa);
    const inbox = api.app.get(Inbox, { strict: false });
    await world.database
      .transaction(async (manager) => {
        await inbox.tell(manager, { to: bolormaa, code: 'IMPORT_FAILED' });
        throw new Error('thought better of it');
      })
      .catch(() => undefined);
    expect((await seenBy(bolormaa)).unread).toBe(0);
  });

  it('is marked read by her, once and for good, and by nobody else', async () => {
    const [bolormaa, tuul] = [await api.as(people.bolormaa), await api.as(people.tuul)];
    for (let at = 0; at < 3; at += 1) await tell({ to: bolormaa });
    const [first] = (await seenBy(bolormaa)).notices;
    const mark = async (client: Client, ids?: string[]) =>
      (await client.query(MARK, { input: { ids } })).data as unknown;
    expect(await mark(tuul, [first?.id ?? ''])).toEqual({ markNoticesRead: 0 });
    expect((await seenBy(bolormaa)).unread).toBe(3);
    expect(await mark(bolormaa, [first?.id ?? ''])).toEqual({ markNoticesRead: 2 });
    const { readAt } = (await seenBy(bolormaa)).notices[0] ?? {};
    expect(readAt).toMatch(/Z$/);
    expect(await mark(bolormaa)).toEqual({ markNoticesRead: 0 });
    expect((await seenBy(bolormaa)).notices[0]?.readAt).toBe(readAt);
  });

  it('comes page by page, newest first, each once', async () => {
    const bolormaa = await api.as(people.bolormaa);
    for (let at = 1; at <= 5; at += 1)
      await tell({ to: bolormaa, code: 'IMPORT_DONE', params: { imported: at } });
    const texts: string[] = [];
    let after: string | null = null;
    do {
      const page: Seen = await seenBy(bolormaa, { first: 2, after });
      texts.push(...page.notices.map(({ text }) => /added: (\d)/.exec(text)?.[1] ?? '?'));
      after = page.next;
    } while (after);
    expect(texts).toEqual(['5', '4', '3', '2', '1']);
  });
});

describe('an import', () => {
  const file = 'date_of_death,place,country_alpha3,cause_of_death\n2011/03/08,Seoul,KOR,Homicide\n';
  it('that went in, or came to nothing, is told to Enkhjargal, who ordered it, with the way to it', async () => {
    const client = await api.as(people.enkhjargal);
    const enkhjargal = new Clerk(api, client);
    const { id } = await enkhjargal.checked(file);
    expect((await seenBy(client)).unread).toBe(0);
    await enkhjargal.run(id);
    await enkhjargal.ended(id);
    const broken = await enkhjargal.checked('no columns at all\n1\n');
    expect(broken.status).toBe('FAILED');
    const { notices } = await seenBy(client);
    expect(notices.map(({ code, subjectId }) => [code, subjectId])).toEqual([
      ['IMPORT_FAILED', broken.id],
      ['IMPORT_DONE', id],
    ]);
  });
});

describe('behind the code, any SQL as the application’s role', () => {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client({ connectionString: world.appUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  async function as(person: PersonOfTest, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
    const { token, staffId } = await api.as(person);
    await app.query('begin');
    try {
      const session = [hashToken(token), staffId, person.role, person.missionId];
      await app.query('select access.enter($1, $2, $3, $4)', session);
      return await app.query(sql, values);
    } finally {
      await app.query('rollback');
    }
  }

  it('shows Tuul nothing that Bolormaa was told, and marks nothing of hers', async () => {
    await tell({ to: await api.as(people.bolormaa) });
    expect((await as(people.bolormaa, 'select * from access.notice')).rows).toHaveLength(1);
    expect((await as(people.tuul, 'select * from access.notice')).rows).toEqual([]);
    expect((await as(people.tuul, 'select * from access.notice_reader')).rows).toEqual([]);
    expect((await as(people.tuul, 'update access.notice_reader set read_at = now()')).rowCount).toBe(0);
    expect((await as(people.bolormaa, 'update access.notice_reader set read_at = now()')).rowCount).toBe(1);
  });

  it.each([
    ['delete a notice', 'delete from access.notice'],
    ['delete that it was told', 'delete from access.notice_reader'],
    ['change its words', `update access.notice set code = 'IMPORT_DONE'`],
    ['address it to another', 'update access.notice_reader set staff_id = access.acting()'],
    ['write one past the way for it', `insert into access.notice (code) values ('IMPORT_DONE')`],
  ])('cannot %s', async (_, sql) => {
    await expect(as(people.bolormaa, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot unread what was read', async () => {
    const bolormaa = await api.as(people.bolormaa);
    await tell({ to: bolormaa });
    await bolormaa.query(MARK, { input: {} });
    const unread = await as(people.bolormaa, 'update access.notice_reader set read_at = null');
    expect(unread.rowCount).toBe(0);
  });

  it('cannot put a name into a notice', async () => {
    const named = `select access.tell('IMPORT_DONE', '{"who": "Бат-Эрдэнэ"}', null, null, access.acting(), null, null)`;
    await expect(as(people.bolormaa, named)).rejects.toMatchObject({ code: '22023' });
  });
});
