import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type Desk, deskOf, type EntrySeen, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let ganbold: Desk;
let tuul: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, ganbold, tuul] = await Promise.all([
    deskOf(api, people.bolormaa),
    deskOf(api, people.ganbold),
    deskOf(api, people.tuul),
  ]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

/** An entry's changes as a person reads them. */
const readable = ({ changes }: EntrySeen): string[] =>
  changes.map(({ field, before, after }) => `${field}: ${before?.text ?? '—'} → ${after?.text ?? '—'}`);
/** What the ledger of facts adds up to for a case: one line a fact that stands. */
const facts = async (caseId: string) =>
  (
    await world.owner.query<{ country: string; cause: string; sex: string; year: number }>(
      `select country, cause, sex, occurred_year as year from cases.case_fact where case_id = $1
        group by 1, 2, 3, 4 having sum(sign) <> 0`,
      [caseId],
    )
  ).rows;

describe('Bolormaa corrects a case', () => {
  it('only what she gives changes, and the timeline keeps each field, old → new, and why', async () => {
    const file = await bolormaa.filed(
      aCaseFile().ofDetention({ facility: 'Анги 1' }).about({ given: 'Бат', patronymic: 'Дорж' }),
    );
    const { case: after } = await bolormaa.amends(file, {
      reason: 'Паспортоос',
      summary: 'Зассан',
      subject: { latinGiven: 'Bat' },
      detention: { offence: '06' },
    });
    expect(after).toMatchObject({
      version: 2,
      summary: 'Зассан',
      place: file.place,
      subject: { displayName: 'Д.Бат' },
      detention: { offence: { code: '06' }, facility: 'Анги 1', arrestedOn: '2026-03-08' },
      latestEntry: { kind: 'AMENDED', text: 'Паспортоос', by: { name: 'Болормаа' } },
    });
    expect(readable(after.latestEntry)).toEqual([
      'detention.offence: Acts against property only → Acts involving controlled drugs or other psychoactive substances',
      'summary: Жишээ хэрэг → Зассан',
      'subject.latinGiven: — → Bat',
    ]);
    const [seen] = (await bolormaa.timeline(file.id)).edges;
    expect(seen?.node.changes).toEqual(after.latestEntry.changes);
  });

  it('and the facts that the counts are made of follow', async () => {
    const file = await bolormaa.filed(aCaseFile().about({ sex: 'MALE' }));
    expect(await facts(file.id)).toEqual([{ country: 'KR', cause: '05', sex: 'MALE', year: 2026 }]);
    await bolormaa.amends(file, {
      hostCountry: 'JP',
      detention: { offence: '01' },
      subject: { sex: 'FEMALE' },
      occurred: { date: '2025-06-01', precision: 'YEAR' },
    });
    expect(await facts(file.id)).toEqual([{ country: 'JP', cause: '01', sex: 'FEMALE', year: 2025 }]);
  });

  it('a corrected name is found by the new name and not by the old', async () => {
    const file = await bolormaa.filed(aCaseFile().about({ given: 'Цэцэгмаа' }));
    await bolormaa.amends(file, { subject: { given: 'Сарантуяа' } });
    expect((await bolormaa.searches('Сарантуяа')).map(({ id }) => id)).toEqual([file.id]);
    expect(await bolormaa.searches('Цэцэгмаа')).toEqual([]);
  });

  it('takes a name, a place and a date of birth away when she says null', async () => {
    const file = await bolormaa.filed(
      aCaseFile()
        .in('KR', 'Сөүл')
        .about({ given: 'Бат', birth: { date: '1990-01-01', precision: 'DAY' } }),
    );
    const { case: after } = await bolormaa.amends(file, {
      place: null,
      subject: { given: null, birth: null },
    });
    expect(after).toMatchObject({ place: null, subject: { given: null, birth: { date: null } } });
  });

  it('keeps the sex when she corrects only the name', async () => {
    const file = await bolormaa.filed(aCaseFile().about({ given: 'Бат', sex: 'MALE' }));
    const { case: after } = await bolormaa.amends(file, { subject: { given: 'Баттулга' } });
    expect(after.subject.sex).toBe('MALE');
  });
});

describe('a correction is refused', () => {
  it('when somebody was faster, naming who', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await ganbold.amends(file, { summary: 'Ганболдын засвар' });
    const { refusals } = await bolormaa.amends(file, { summary: 'Болормаагийн засвар' });
    expect(refusals).toMatchObject([{ code: 'STALE_VERSION', message: expect.stringContaining('Ганболд') }]);
    expect((await bolormaa.finds({ id: file.id }))?.summary).toBe('Ганболдын засвар');
  });

  it('names who changed it, not who has only added a note since', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await ganbold.amends(file, { summary: 'Ганболдын засвар' });
    await bolormaa.notes(file.id, 'Тэмдэглэл');
    const { refusals } = await bolormaa.amends(file, { summary: 'Дахин' });
    expect(refusals[0]?.message).toContain('Ганболд');
  });

  it('for all but one of five that come at once', async () => {
    const file = await bolormaa.filed(aCaseFile());
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => bolormaa.amends(file, { summary: `Засвар ${n}` })),
    );
    expect(sent.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
    expect((await bolormaa.finds({ id: file.id }))?.version).toBe(2);
  });

  it.each([
    ['nothing differs', { summary: 'Жишээ хэрэг' }, 'NOTHING_TO_CHANGE'],
    ['nothing is given', {}, 'NOTHING_TO_CHANGE'],
    ['there is no reason', { summary: 'Өөр', reason: '  ' }, 'REASON_NEEDED reason'],
    ['the country is unknown', { hostCountry: 'QQ' }, 'UNKNOWN_CODE hostCountry'],
    ['the country is taken away', { hostCountry: null }, 'REQUIRED hostCountry'],
    ['the summary is taken away', { summary: null }, 'REQUIRED summary'],
    ['the source is taken away', { source: null }, 'REQUIRED source'],
    ['the date is taken away', { occurred: null }, 'REQUIRED occurred'],
    ['the person is taken away', { subject: null }, 'REQUIRED subject'],
    [
      'the date lies in the future',
      { occurred: { date: '2199-01-01', precision: 'DAY' } },
      'FUTURE_DATE occurred.date',
    ],
    ['it brings the record of another type', { death: { manner: 'ACCIDENT' } }, 'WRONG_RECORD death'],
    ['it brings a name with a null byte', { subject: { given: '\u0000' } }, 'BAD_TEXT subject.given'],
    [
      'it moves the arrest behind the visit',
      { detention: { arrestedOn: '2026-04-01', firstVisitOn: '2026-03-09' } },
      'ORDER_OF_DATES detention.firstVisitOn',
    ],
  ])('when %s', async (_, change, expected) => {
    const file = await bolormaa.filed(aCaseFile());
    const { refusals } = await bolormaa.amends(file, change);
    expect(said(refusals)).toEqual([expected]);
    expect(await bolormaa.finds({ id: file.id })).toEqual(file);
  });

  it('for Tuul in Prague as if there were no such case', async () => {
    const file = await bolormaa.filed(aCaseFile());
    const forbidden = await tuul.amends(file, { summary: 'Өөр' });
    const absent = await tuul.amends(
      { id: '01900000-0000-7000-8000-000000000000', version: 1 },
      { summary: 'Өөр' },
    );
    expect(forbidden.refusals).toEqual(absent.refusals);
  });
});
