import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let ganbold: Desk;
let enkhjargal: Desk;
let tuul: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, ganbold, enkhjargal, tuul] = await Promise.all([
    deskOf(api, people.bolormaa),
    deskOf(api, people.ganbold),
    deskOf(api, people.enkhjargal),
    deskOf(api, people.tuul),
  ]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const toResolved = ['TRIAGED', 'IN_PROGRESS', 'RESOLVED'];
const resolved = async (builder = aCaseFile().ofLabour()) =>
  bolormaa.brings(await bolormaa.filed(builder), ...toResolved);
const closed = async (builder = aCaseFile().ofLabour()) =>
  (await ganbold.closes(await resolved(builder))).case;
/** As if it had been closed that many days ago. */
const endedDaysAgo = (file: CaseSeen, days: number) =>
  world.owner.query(
    `update cases.case_file set closed_on = current_date - $2::int, opened_on = current_date - 400 where id = $1`,
    [file.id, days],
  );

describe('Bolormaa moves a case of unpaid wages', () => {
  it('through its whole life, each step in the timeline with its before and after', async () => {
    let file = await bolormaa.filed(aCaseFile().ofLabour());
    const path = [
      'TRIAGED',
      'IN_PROGRESS',
      'WAITING_HOST',
      'WAITING_CLIENT',
      'WAITING_OTHER',
      'IN_PROGRESS',
      'RESOLVED',
    ];
    for (const to of path) {
      expect(file.nextStatuses).toContain(to);
      const from = file.status;
      const more = to === 'RESOLVED' ? { outcome: 'PAID_FULL', reason: 'Цалинг бүрэн олгосон' } : {};
      file = (await bolormaa.moves(file, to, more)).case;
      expect(file).toMatchObject({
        status: to,
        latestEntry: { kind: 'STATUS_CHANGED', fromStatus: from, toStatus: to },
      });
    }
    file = (await bolormaa.closes(file, { note: 'Дууссан' })).case;
    expect(file).toMatchObject({
      status: 'CLOSED',
      outcome: { code: 'PAID_FULL' },
      closedOn: expect.stringMatching(/^20/),
      latestEntry: { kind: 'CLOSED', text: 'Дууссан', outcome: { code: 'PAID_FULL' } },
      version: path.length + 2,
      nextStatuses: ['REOPENED'],
    });
    file = (await bolormaa.reopens(file, 'Шинэ баримт')).case;
    expect(file).toMatchObject({
      status: 'REOPENED',
      closedOn: null,
      outcome: null,
      // Nothing is lost: the entry keeps how the case had ended.
      latestEntry: {
        kind: 'REOPENED',
        text: 'Шинэ баримт',
        fromStatus: 'CLOSED',
        outcome: { code: 'PAID_FULL' },
      },
      nextStatuses: ['IN_PROGRESS'],
    });
  });

  it('and the months in which it was open follow in the facts', async () => {
    const file = await closed();
    const sums = async () =>
      (
        await world.owner.query<{ closed: boolean; n: number }>(
          `select closed_month is not null as closed, sum(sign)::int as n from cases.case_fact
            where case_id = $1 group by 1 having sum(sign) <> 0`,
          [file.id],
        )
      ).rows;
    expect(await sums()).toEqual([{ closed: true, n: 1 }]);
    await bolormaa.reopens(file, 'Шинэ баримт');
    expect(await sums()).toEqual([{ closed: false, n: 1 }]);
  });

  it('nowhere but along the table: refused with what is possible instead', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour());
    for (const to of ['IN_PROGRESS', 'RESOLVED', 'REGISTERED']) {
      const { refusals } = await bolormaa.moves(file, to, { outcome: 'PAID_FULL', reason: 'учир' });
      expect(said(refusals)).toEqual(['NO_SUCH_STEP to']);
      expect(refusals[0]?.remedy).toContain('TRIAGED, REJECTED');
    }
    expect(await bolormaa.finds({ id: file.id })).toEqual(file);
  });

  it.each([
    ['closed', 'CLOSED', 'CLOSING_IS_AN_ACT to', 'closeCase'],
    ['reopened', 'REOPENED', 'REOPENING_IS_AN_ACT to', 'reopenCase'],
  ])('not to %s, which is an act of its own, as the refusal says', async (_, to, expected, act) => {
    const file = to === 'CLOSED' ? await resolved() : await closed();
    const { refusals } = await ganbold.moves(file, to, { outcome: 'PAID_FULL', reason: 'учир' });
    expect(said(refusals)).toEqual([expected]);
    expect(refusals[0]?.remedy).toContain(act);
    expect((await bolormaa.finds({ id: file.id }))?.status).toBe(file.status);
  });

  it('back to work: it has not ended in any way any more, and the entry says how it had', async () => {
    const { case: after } = await bolormaa.moves(await resolved(), 'IN_PROGRESS');
    expect(after).toMatchObject({
      outcome: null,
      latestEntry: { kind: 'STATUS_CHANGED', outcome: { code: 'UNKNOWN' } },
    });
  });

  it('out of the register with a reason only', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour());
    expect(said((await bolormaa.moves(file, 'REJECTED')).refusals)).toEqual(['REASON_NEEDED reason']);
    const { case: after } = await bolormaa.moves(file, 'REJECTED', { reason: 'Манай иргэн биш' });
    expect(after).toMatchObject({
      status: 'REJECTED',
      closedOn: expect.any(String),
      latestEntry: { text: 'Манай иргэн биш' },
    });
  });

  it.each([
    ['without an outcome', {}, 'OUTCOME_NEEDED outcome'],
    ['with an outcome that there is not', { outcome: 'HAPPY' }, 'UNKNOWN_CODE outcome'],
    ['with the outcome of another type', { outcome: 'ACQUITTED' }, 'UNKNOWN_CODE outcome'],
    ['with a null byte for an outcome', { outcome: '\u0000' }, 'BAD_TEXT outcome'],
  ])('to resolved %s: refused', async (_, more, expected) => {
    const file = await bolormaa.brings(
      await bolormaa.filed(aCaseFile().ofLabour()),
      'TRIAGED',
      'IN_PROGRESS',
    );
    expect(said((await bolormaa.moves(file, 'RESOLVED', more)).refusals)).toEqual([expected]);
  });

  it('on an old version: refused, naming who was faster', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour());
    await ganbold.moves(file, 'TRIAGED');
    const { refusals } = await bolormaa.moves(file, 'REJECTED', { reason: 'учир' });
    expect(said(refusals)).toEqual(['STALE_VERSION version']);
    expect(refusals[0]?.message).toContain('Ганболд');
  });

  it('one of five moves at once', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour());
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => bolormaa.moves(file, 'TRIAGED')));
    expect(sent.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
    expect((await bolormaa.timeline(file.id)).totalCount).toBe(2);
  });
});

describe('closing', () => {
  it('never precedes opening: a case that its post’s calendar opens only tomorrow is closed then', async () => {
    const file = await resolved();
    const { rows } = await world.owner.query<{ day: string }>(
      `update cases.case_file set opened_on = current_date + 3 where id = $1 returning opened_on::text as day`,
      [file.id],
    );
    expect((await bolormaa.closes(file)).case).toMatchObject({ status: 'CLOSED', closedOn: rows[0]?.day });
  });
});

describe('what needs a second pair of eyes', () => {
  it.each([
    ['a detention', aCaseFile().ofDetention()],
    ['a death', aCaseFile().ofDeath()],
    ['a missing person', aCaseFile().ofMissing()],
  ])('%s is resolved by Bolormaa and closed by the head of mission', async (_, builder) => {
    const file = await resolved(builder);
    expect(file.nextStatuses).toEqual(['IN_PROGRESS']);
    expect(said((await bolormaa.closes(file)).refusals)).toEqual(['NEEDS_SUPERVISOR to']);
    expect((await ganbold.finds({ id: file.id }))?.nextStatuses).toEqual(['CLOSED', 'IN_PROGRESS']);
    expect((await ganbold.closes(file)).case).toMatchObject({
      status: 'CLOSED',
      latestEntry: { by: { name: 'Ганболд' } },
    });
  });

  it('or by the consular department in Ulaanbaatar', async () => {
    const file = await resolved(aCaseFile().ofDeath());
    expect((await enkhjargal.closes(file)).case.status).toBe('CLOSED');
  });
});

describe('a closed case', () => {
  it('is reopened with a reason only', async () => {
    const file = await closed();
    expect(said((await bolormaa.reopens(file, ' ')).refusals)).toEqual(['REASON_NEEDED reason']);
  });

  it('is reopened by Bolormaa for ninety days', async () => {
    const file = await closed();
    await endedDaysAgo(file, 89);
    expect((await bolormaa.reopens(file, 'Шинэ баримт')).case.status).toBe('REOPENED');
  });

  it('and afterwards by the head of mission only', async () => {
    const file = await closed();
    await endedDaysAgo(file, 92);
    expect((await bolormaa.finds({ id: file.id }))?.nextStatuses).toEqual([]);
    const { refusals } = await bolormaa.reopens(file, 'Шинэ баримт');
    expect(said(refusals)).toEqual(['REOPEN_TOO_LATE to']);
    expect(refusals[0]?.message).toContain('90');
    expect((await ganbold.reopens(file, 'Шинэ баримт')).case.status).toBe('REOPENED');
  });
});

it('Tuul in Prague moves, closes and reopens nothing of Seoul’s: for her there is no such case', async () => {
  const file = await resolved();
  const nowhere = { id: '01900000-0000-7000-8000-000000000000', version: file.version };
  for (const act of ['moves', 'closes', 'reopens'] as const) {
    const [to, more] = act === 'moves' ? ['IN_PROGRESS', {}] : [act === 'reopens' ? 'учир' : {}, undefined];
    const forbidden = await tuul[act](file, to as never, more as never);
    const absent = await tuul[act](nowhere, to as never, more as never);
    expect(said(forbidden.refusals)).toEqual(['NOT_FOUND caseId']);
    expect(forbidden.refusals).toEqual(absent.refusals);
  }
  expect((await bolormaa.finds({ id: file.id }))?.version).toBe(file.version);
});
