import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf, type EntrySeen, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let ganbold: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, ganbold] = await Promise.all([deskOf(api, people.bolormaa), deskOf(api, people.ganbold)]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const WITHOUT_REASON = { reason: null };
/** An entry's changes, as they are kept: codes as codes. */
const kept = async (caseId: string): Promise<string[]> => {
  const { rows } = await world.owner.query<{ changes: { field: string; old: unknown; new: unknown }[] }>(
    `select changes from cases.timeline_entry where case_id = $1 and kind = 'AMENDED' order by recorded_at desc limit 1`,
    [caseId],
  );
  return (rows[0]?.changes ?? []).map(
    (change) => `${change.field}: ${JSON.stringify(change.old)} → ${JSON.stringify(change.new)}`,
  );
};
/** What the ledger of facts adds up to for a case: one line a fact that stands. */
const facts = async (caseId: string) =>
  (
    await world.owner.query<{ type: string; cause: string; opened: string }>(
      `select type, cause, opened_month::text as opened from cases.case_fact where case_id = $1
        group by 1, 2, 3 having sum(sign) <> 0`,
      [caseId],
    )
  ).rows;
const resolved = async (builder = aCaseFile().ofLabour()): Promise<CaseSeen> =>
  bolormaa.brings(await bolormaa.filed(builder), 'TRIAGED', 'IN_PROGRESS', 'RESOLVED');
const shown = ({ changes }: EntrySeen) =>
  changes.map(({ field, before, after }) => ({ field, before, after }));

describe('Bolormaa fills in what was not known', () => {
  it('without a reason: names, a date of birth, a place, a field of the record', async () => {
    const file = await bolormaa.filed(
      aCaseFile()
        .ofDetention({ facility: null, basis: null })
        .about({ given: null, latinGiven: null, sex: 'UNKNOWN', birth: null })
        .in('KR'),
    );
    const { case: after, refusals } = await bolormaa.amends(file, {
      ...WITHOUT_REASON,
      place: 'Пусан',
      subject: { given: 'Бат', sex: 'MALE', birth: { date: '1990-05-17', precision: 'YEAR' } },
      detention: { facility: 'Анги 1' },
    });
    expect(refusals).toEqual([]);
    expect(after.latestEntry).toMatchObject({ kind: 'AMENDED', text: null });
    expect(shown(after.latestEntry)).toEqual(
      expect.arrayContaining([
        { field: 'subject.birth', before: null, after: { text: '1990-01-01', precision: 'YEAR' } },
        { field: 'subject.sex', before: null, after: { text: 'MALE', precision: null } },
      ]),
    );
  });

  it('without a reason also where UNKNOWN had been chosen', async () => {
    const file = await bolormaa.filed(aCaseFile().ofMissing({ circumstance: 'UNKNOWN' }));
    const filled = await bolormaa.amends(file, { ...WITHOUT_REASON, missing: { circumstance: 'TRAVEL' } });
    expect(filled.refusals).toEqual([]);
  });

  it.each([
    ['what was said changes', { summary: 'Өөр' }],
    ['what was said is taken away', { subject: { given: null } }],
    ['something changes beside what is filled in', { detention: { facility: 'Анги 1', offence: '06' } }],
    ['a year becomes a day', { occurred: { date: '2026-03-08', precision: 'DAY' } }],
  ])('but not without a reason when %s', async (_, change) => {
    const builder = aCaseFile().ofDetention({ facility: null }).about({ given: 'Бат' });
    const file = await bolormaa.filed(builder.on('2026-03-07'));
    expect(said((await bolormaa.amends(file, { ...WITHOUT_REASON, ...change })).refusals)).toEqual([
      'REASON_NEEDED reason',
    ]);
  });
});

describe('Bolormaa corrects what kind of case it is', () => {
  it('the new record begins with what she gives, the entry keeps the old one, facts follow, the number stays', async () => {
    const file = await bolormaa.filed(
      aCaseFile().ofCrimeVictim({ offence: '02', reportedPoliceOn: '2026-03-09' }),
    );
    const { case: after } = await bolormaa.amends(file, {
      type: 'DEATH',
      death: { manner: 'HOMICIDE', icd10: 'X85-Y09' },
      reason: 'Эмнэлэгт нас барсан',
    });
    expect(after).toMatchObject({
      type: 'DEATH',
      caseNo: file.caseNo,
      crimeVictim: null,
      death: { manner: { code: 'HOMICIDE' }, inCustody: 'UNKNOWN' },
      cause: { code: 'X85-Y09', list: 'ICD10' },
    });
    expect(await kept(file.id)).toEqual([
      'type: "CRIME_VICTIM" → "DEATH"',
      'death.icd10: null → "X85-Y09"',
      'death.manner: null → "HOMICIDE"',
      'crimeVictim.offence: "02" → null',
      expect.stringMatching(/^crimeVictim.reportedPoliceOn: .*2026-03-09.* → null$/),
    ]);
    expect(await facts(file.id)).toMatchObject([{ type: 'DEATH', cause: 'X85-Y09' }]);
  });

  it('and back again: nothing of the first record comes back by itself', async () => {
    const file = await bolormaa.filed(aCaseFile().ofDetention({ facility: 'Анги 1' }));
    const { case: other } = await bolormaa.amends(file, { type: 'WELFARE', cause: 'DOCUMENTS' });
    expect(other).toMatchObject({ cause: { code: 'DOCUMENTS', list: 'WELFARE_NEED' }, detention: null });
    const { case: back } = await bolormaa.amends(other, { type: 'DETENTION', detention: { offence: '05' } });
    expect(back).toMatchObject({ detention: { facility: null, arrestedOn: null, offence: { code: '05' } } });
  });

  it.each([
    ['without a reason', { type: 'WELFARE', cause: 'DOCUMENTS', reason: null }, 'REASON_NEEDED reason'],
    ['to one that needs a cause, without one', { type: 'WELFARE' }, 'CAUSE_NEEDED cause'],
    [
      'with the record of the former type',
      { type: 'DEATH', detention: { offence: '06' } },
      'WRONG_RECORD detention',
    ],
    ['by taking it away', { type: null }, 'REQUIRED type'],
  ])('%s: refused', async (_, change, expected) => {
    const file = await bolormaa.filed(aCaseFile());
    expect(said((await bolormaa.amends(file, change)).refusals)).toContain(expected);
    expect(await bolormaa.finds({ id: file.id })).toEqual(file);
  });

  it('of a case whose outcome does not fit: refused, until it is taken up again', async () => {
    const file = await bolormaa.brings(
      await bolormaa.filed(aCaseFile().ofLabour()),
      'TRIAGED',
      'IN_PROGRESS',
    );
    const { case: paid } = await bolormaa.moves(file, 'RESOLVED', { outcome: 'PAID_FULL' });
    const change = { type: 'WELFARE', cause: 'DOCUMENTS' };
    expect(said((await bolormaa.amends(paid, change)).refusals)).toEqual(['OUTCOME_OF_OTHER_TYPE type']);
    const { case: back } = await bolormaa.moves(paid, 'IN_PROGRESS');
    expect((await bolormaa.amends(back, change)).case.type).toBe('WELFARE');
  });

  it('not to a detention once it is closed: that is the head of mission’s to say', async () => {
    const { case: closed } = await bolormaa.closes(await resolved());
    const change = { type: 'DETENTION', detention: { offence: '05' } };
    expect(said((await bolormaa.amends(closed, change)).refusals)).toEqual(['TYPE_NEEDS_SUPERVISOR type']);
    expect((await ganbold.amends(closed, change)).case).toMatchObject({
      type: 'DETENTION',
      status: 'CLOSED',
    });
  });
});

describe('Bolormaa corrects when the mission learned of it', () => {
  const learned = (awareAt: string) => aCaseFile().ofWelfare().on('2026-01-02').learnedAt(awareAt);

  it('the day of opening follows, in Seoul’s time, and the month in the counts; the number stays', async () => {
    const file = await bolormaa.filed(learned('2026-03-09T05:00:00Z'));
    const { case: after } = await bolormaa.amends(file, { awareAt: '2026-01-31T15:30:00Z' });
    expect(after).toMatchObject({ openedOn: '2026-02-01', caseNo: file.caseNo });
    expect(await kept(file.id)).toEqual(['awareAt: "2026-03-09T05:00:00.000Z" → "2026-01-31T15:30:00.000Z"']);
    expect(await facts(file.id)).toMatchObject([{ opened: '2026-02-01' }]);
  });

  it.each([
    ['to the future', '2199-01-01T00:00:00Z', 'FUTURE_DATE awareAt'],
    ['to before it happened', '2025-12-01T00:00:00Z', 'AWARE_BEFORE_EVENT awareAt'],
    ['to nothing', null, 'REQUIRED awareAt'],
  ])('%s: refused', async (_, awareAt, expected) => {
    const file = await bolormaa.filed(learned('2026-03-09T05:00:00Z'));
    expect(said((await bolormaa.amends(file, { awareAt })).refusals)).toEqual([expected]);
  });

  it('to a day after the case was closed: refused', async () => {
    const { case: closed } = await bolormaa.closes(await resolved(aCaseFile().ofLabour()));
    await world.owner.query(`update cases.case_file set closed_on = '2026-04-01' where id = $1`, [closed.id]);
    const { refusals } = await bolormaa.amends(closed, { awareAt: '2026-04-03T00:00:00Z' });
    expect(said(refusals)).toEqual(['OPENED_AFTER_CLOSED awareAt']);
    expect(refusals[0]?.message).toContain('2026-04-01');
  });
});

describe('an entry of an earlier version', () => {
  it('shows what was there before, and that it kept no more', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await world.owner.query(
      `insert into cases.timeline_entry (case_id, mission_id, kind, at, changes) values ($1, 'SEL', 'AMENDED', now(), $2)`,
      [file.id, { summary: 'Өмнөх', subject: { given: 'Бат', clan: null }, detention: { offence: '05' } }],
    );
    const [newest] = (await bolormaa.timeline(file.id)).edges;
    expect(newest?.node.changes).toMatchObject([
      { field: 'detention.offence', before: { text: 'Acts against property only' }, afterIsKept: false },
      { field: 'summary', before: { text: 'Өмнөх' }, after: null },
      { field: 'subject.given', before: { text: 'Бат' } },
    ]);
  });
});
