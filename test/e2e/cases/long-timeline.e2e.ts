import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf } from './desk.js';

const DAYS = `query ($id: ID!) { caseFile(id: $id) { timelineDays { day count } } }`;
const STRETCH = `query ($caseId: ID!, $before: DateTime, $first: Int!, $after: String) {
  caseTimeline(caseId: $caseId, before: $before, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id at text } } } }`;

interface Stretch {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string; at: string; text: string | null } }[];
}

let world: World;
let api: RunningApi;
let bolormaa: Desk, tuul: Desk;
let file: CaseSeen;

/** A case with a note on each of 400 days, two on each tenth. */
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await deskOf(api, people.bolormaa);
  tuul = await deskOf(api, people.tuul);
  file = await bolormaa.filed(aCaseFile());
  await world.owner.query(
    `insert into cases.timeline_entry (case_id, mission_id, kind, at, body)
     select $1, 'SEL', 'NOTE', '2024-01-01T15:30:00Z'::timestamptz + n * interval '1 day' + again * interval '1 hour', n::text
       from generate_series(0, 399) n, generate_series(0, 1) again where again = 0 or n % 10 = 0`,
    [file.id],
  );
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const daysOf = async (desk: Desk) =>
  (await desk.client.query(DAYS, { id: file.id })).data as unknown as {
    caseFile: { timelineDays: { day: string; count: number }[] } | null;
  };
async function stretch(desk: Desk, variables: object): Promise<Stretch> {
  const { data, errors } = await desk.client.query(STRETCH, { caseId: file.id, first: 10, ...variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { caseTimeline: Stretch }).caseTimeline;
}

describe('a long timeline', () => {
  it('has an index of its days on the calendar of the post, newest first, with how much stands on each', async () => {
    const days = (await daysOf(bolormaa)).caseFile?.timelineDays ?? [];
    // 15:30 UTC is half past midnight of the next day in Seoul.
    expect(days.at(-1)).toEqual({ day: '2024-01-02', count: 2 });
    expect(days.at(-2)).toEqual({ day: '2024-01-03', count: 1 });
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort().reverse());
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(441);
  });

  it('is read from any day on, and further from there, each in one question', async () => {
    const endOfDay = '2024-06-01T15:00:00Z';
    const page = await stretch(bolormaa, { before: endOfDay });
    expect(page.totalCount).toBe(441);
    expect(page.edges[0]?.node.at).toBe('2024-05-31T15:30:00Z');
    expect(page.edges[1]?.node.at).toBe('2024-05-30T16:30:00Z');
    const next = await stretch(bolormaa, { before: endOfDay, after: page.pageInfo.endCursor });
    const last = page.edges.at(-1)?.node.at ?? '';
    expect((next.edges[0]?.node.at ?? 'none') < last).toBe(true);
    expect((await stretch(bolormaa, { after: page.pageInfo.endCursor })).edges).toEqual(next.edges);
  });

  it('turned page by page from the newest entry on is the whole of it, each entry once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Stretch = await stretch(bolormaa, { first: 100, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([441, 441]);
  });

  it('of Seoul is not there for Tuul in Prague, neither its days nor its entries', async () => {
    expect(await stretch(tuul, {})).toEqual({
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [],
    });
    expect((await daysOf(tuul)).caseFile).toBeNull();
  });

  it('asked for with what is no id, no moment or no cursor is refused', async () => {
    for (const wrong of [{ caseId: 'x' }, { before: 'yesterday' }, { after: 'x' }, { first: 101 }])
      await expect(stretch(bolormaa, wrong)).rejects.toThrow();
  });
});
