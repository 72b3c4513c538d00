import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let tuul: Desk;
let file: CaseSeen;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await deskOf(api, people.bolormaa);
  tuul = await deskOf(api, people.tuul);
  file = await bolormaa.filed(aCaseFile());
});
afterAll(async () => {
  await api.close();
  await world.end();
});

describe('Bolormaa adds to the timeline of her case', () => {
  it('a visit, in as many lines as she likes', async () => {
    const text = 'Уулзсан.\n\nЭрүүл мэнд хэвийн.\tДараагийн уулзалт: 4-р сар.';
    const now = Date.now();
    const inSeoul = new Date(now + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
    const { case: after } = await bolormaa.notes(file.id, text, { kind: 'VISIT', at: inSeoul });
    expect(after.latestEntry).toMatchObject({
      kind: 'VISIT',
      text,
      by: { name: 'Болормаа' },
    });
    expect(Date.parse(after.latestEntry.at)).toBe(now);
    expect(after.version).toBe(file.version);
  });

  it('a call noted by a device whose clock is four minutes fast: it counts as made now', async () => {
    const fast = new Date(Date.now() + 240_000).toISOString();
    const { case: after } = await bolormaa.notes(file.id, 'Утсаар ярив', { at: fast });
    const age = Date.now() - Date.parse(after.latestEntry.at);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
  });

  it('the same entry again, and five times at once: it is there once', async () => {
    const entry = { id: uuidv7(), kind: 'CALL' };
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map(() => bolormaa.notes(file.id, 'Гэрт нь утасдсан', entry)),
    );
    expect(sent.flatMap((one) => one.refusals)).toEqual([]);
    const { edges } = await bolormaa.timeline(file.id);
    expect(edges.filter(({ node }) => node.kind === 'CALL')).toHaveLength(1);
  });

  it('nothing under the id of another entry', async () => {
    const id = uuidv7();
    await bolormaa.notes(file.id, 'Нэг', { id });
    expect(said((await bolormaa.notes(file.id, 'Хоёр', { id })).refusals)).toEqual(['ID_ALREADY_USED id']);
    const other = await bolormaa.filed(aCaseFile());
    expect(said((await bolormaa.notes(other.id, 'Нэг', { id })).refusals)).toEqual(['ID_ALREADY_USED id']);
  });

  it.each([
    ['the future', { at: '2199-01-01T00:00:00Z' }, 'FUTURE_DATE at'],
    ['the Middle Ages', { at: '1206-01-01T00:00:00Z' }, 'TOO_OLD at'],
    ['the year 1', { at: '0001-01-01T00:00:00Z' }, 'TOO_OLD at'],
    ['an entry that only the register makes', { kind: 'STATUS_CHANGED' }, 'KIND_NOT_TYPED kind'],
    ['blanks', { text: ' \n ' }, 'REQUIRED text'],
    ['10,001 letters', { text: 'ө'.repeat(10_001) }, 'TOO_LONG text'],
    ['a null byte', { text: 'а\u0000б' }, 'BAD_TEXT text'],
    ['an id that is none', { id: 'ab' }, 'BAD_ID id'],
    ['a case whose id is none', { caseId: 'SEL-2026-00001' }, 'BAD_ID caseId'],
    ['a case that there is not', { caseId: '01900000-0000-7000-8000-000000000000' }, 'NOT_FOUND caseId'],
  ])('nothing of %s', async (_, entry, expected) => {
    const { edges } = await bolormaa.timeline(file.id);
    const { refusals } = await bolormaa.notes(file.id, 'Тэмдэглэл', entry);
    expect(said(refusals)).toEqual([expected]);
    expect((await bolormaa.timeline(file.id)).edges).toHaveLength(edges.length);
  });

  it('10,000 letters', async () => {
    const { case: after } = await bolormaa.notes(file.id, 'ө'.repeat(10_000));
    expect(after.latestEntry.text).toHaveLength(10_000);
  });
});

it('Tuul in Prague adds nothing to it: for her there is no such case', async () => {
  const absent = await tuul.notes('01900000-0000-7000-8000-000000000000', 'Тэмдэглэл');
  const forbidden = await tuul.notes(file.id, 'Тэмдэглэл');
  expect(forbidden.refusals).toEqual(absent.refusals);
  expect(said(forbidden.refusals)).toEqual(['NOT_FOUND caseId']);
});

describe('a long timeline', () => {
  it('is read page by page, newest first, without a gap or a repetition, while new notes arrive', async () => {
    const long = await bolormaa.filed(aCaseFile());
    for (let day = 1; day <= 9; day += 1) {
      await bolormaa.notes(long.id, `тэмдэглэл ${day}`, { at: `2026-03-1${day}T00:00:00Z` });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await bolormaa.timeline(long.id, { first: 4, after });
      seen.push(...page.edges.map(({ node }) => node.text ?? node.kind));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await bolormaa.notes(long.id, 'шинэ', { at: new Date().toISOString() });
    } while (after);
    // The filing itself is the newest: it happened now, the notes speak of March.
    expect(seen).toEqual(['FILED', ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((day) => `тэмдэглэл ${day}`)]);
  });

  it('counts all its entries, and gives a hundred at most', async () => {
    const { totalCount } = await bolormaa.timeline(file.id, { first: 1 });
    const [{ n }] = (
      await world.owner.query('select count(*)::int n from cases.timeline_entry where case_id = $1', [
        file.id,
      ])
    ).rows as [{ n: number }];
    expect(totalCount).toBe(n);
    for (const first of [0, 101, -1]) {
      const { errors } = await bolormaa.asks.timeline({ id: file.id, first });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        refusals: [{ code: 'PAGE_SIZE' }],
      });
    }
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['another list’s', Buffer.from('["SEL"]').toString('base64url')],
    ['values that are no instant', Buffer.from('["yesterday","also"]').toString('base64url')],
    ['a day that there is not', Buffer.from(`["2026-02-30T00:00:00Z","${uuidv7()}"]`).toString('base64url')],
  ])('refuses a cursor that is %s', async (_, after) => {
    const { errors } = await bolormaa.asks.timeline({ id: file.id, after });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      refusals: [{ code: 'BAD_CURSOR' }],
    });
  });
});
