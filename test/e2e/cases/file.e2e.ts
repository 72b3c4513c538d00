import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type Desk, deskOf, type Language, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let enkhjargal: Desk;
let tuul: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, enkhjargal, tuul] = await Promise.all([
    deskOf(api, people.bolormaa),
    deskOf(api, people.enkhjargal),
    deskOf(api, people.tuul),
  ]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const rows = async (text: string, ...values: unknown[]) =>
  (await world.owner.query(text, values)).rows as never[];

describe('Bolormaa in Seoul files', () => {
  it('a detention, and sees it as it is kept', async () => {
    const detention = aCaseFile().ofDetention({ facility: 'Сөүлийн хорих анги', firstVisitOn: '2026-03-12' });
    const filed = await bolormaa.filed(detention.about({ patronymic: ' Дорж ', given: 'Бат', sex: 'MALE' }));
    expect(filed).toMatchObject({
      id: detention.input.id,
      caseNo: expect.stringMatching(/^SEL-20\d\d-\d{5}$/),
      type: 'DETENTION',
      status: 'REGISTERED',
      version: 1,
      openedOn: '2026-03-09',
      closedOn: null,
      mission: { id: 'SEL' },
      hostCountry: { code: 'KR' },
      subject: { displayName: 'Д.Бат' },
      owner: { name: 'Болормаа' },
      cause: { code: '05', list: 'ICCS' },
      latestEntry: { kind: 'FILED', toStatus: 'REGISTERED', by: { name: 'Болормаа' } },
      nextStatuses: ['TRIAGED', 'REJECTED'],
      detention: { offence: { code: '05' }, facility: 'Сөүлийн хорих анги', firstVisitOn: '2026-03-12' },
      death: null,
    });
    expect(await bolormaa.finds({ caseNo: filed.caseNo })).toEqual(filed);
  });

  it.each([
    [
      'DEATH',
      aCaseFile().ofDeath({ inCustody: 'NO', causeText: 'Авто осол' }),
      'V01-V99',
      { causeText: 'Авто осол', inCustody: 'NO', atWork: 'UNKNOWN' },
    ],
    ['MISSING', aCaseFile().ofMissing(), 'TRAVEL', { lastSeenOn: '2026-03-08' }],
    [
      'CRIME_VICTIM',
      aCaseFile().ofCrimeVictim({ reportedPoliceOn: '2026-03-09' }),
      '02',
      { reportedPoliceOn: '2026-03-09' },
    ],
    [
      'LABOUR',
      aCaseFile().ofLabour({ issues: ['WORK_ACCIDENT', 'UNPAID_WAGES'], injuryFatal: 'NO' }),
      'WORK_ACCIDENT',
      { issues: [{ code: 'WORK_ACCIDENT' }, { code: 'UNPAID_WAGES' }], injuryFatal: 'NO' },
    ],
    [
      'INSURANCE',
      aCaseFile().ofInsurance({ benefit: 'UNKNOWN' }),
      'WORK_INJURY',
      { claim: { code: 'FILED' } },
    ],
    ['MEDICAL', aCaseFile().ofMedical(), 'A00-B99', undefined],
    ['WELFARE', aCaseFile().ofWelfare('SCHOOL'), 'SCHOOL', undefined],
  ])('a case of the type %s with what its counts need', async (type, builder, cause, record) => {
    const filed = await bolormaa.filed(builder);
    expect(filed).toMatchObject({ type, cause: { code: cause } });
    const name = { CRIME_VICTIM: 'crimeVictim' }[type] ?? type.toLowerCase();
    if (record) expect(filed[name]).toMatchObject(record);
  });

  it('somebody unnamed, at a time and for a cause that nobody knows', async () => {
    const filed = await bolormaa.filed(
      aCaseFile().ofDeath({ icd10: null, manner: null }).aboutSomebodyUnnamed().atSomeTime(),
    );
    expect(filed.subject).toMatchObject({ displayName: null, sex: 'UNKNOWN', birth: { date: null } });
    expect(filed.occurred).toEqual({ date: null, precision: 'UNKNOWN' });
    expect(filed.cause.code).toBe('UNKNOWN');
  });

  it.each([
    ['a day', aCaseFile().on('2026-03-08'), '2026-03-08', 'DAY'],
    ['a month', aCaseFile().inMonthOf('2026-02-17'), '2026-02-01', 'MONTH'],
    ['a year', aCaseFile().inYearOf('2025-07-17'), '2025-01-01', 'YEAR'],
  ])('what is known to %s only, cut to it', async (_, builder, date, precision) => {
    expect((await bolormaa.filed(builder)).occurred).toEqual({ date, precision });
  });

  it('a name with letters of every script and an emoji, and gets it back unchanged', async () => {
    const summary = 'Ө, ү, Ё – 한국어 – čeština – 👩‍👧‍👦';
    const filed = await bolormaa.filed(aCaseFile().saying(summary).about({ given: 'Өнөрцэцэг🌼' }));
    expect([filed.summary, filed.subject.given]).toEqual([summary, 'Өнөрцэцэг🌼']);
  });

  it('the day on which she learned of it by the calendar of Seoul', async () => {
    const filed = await bolormaa.filed(aCaseFile().learnedAt('2026-03-09T23:30:00Z'));
    expect(filed.openedOn).toBe('2026-03-10');
  });
});

describe('the same filing sent again', () => {
  it('is one case, with its reference', async () => {
    const filing = aCaseFile();
    const once = await bolormaa.filed(filing);
    const again = await bolormaa.filed(filing);
    expect(again).toEqual(once);
    expect(await rows('select 1 from cases.timeline_entry where case_id = $1', once.id)).toHaveLength(1);
  });

  it('is one case also with its fields in another order, and with nulls for what was left out', async () => {
    const filing = aCaseFile();
    const once = await bolormaa.filed(filing);
    const shuffled = Object.fromEntries(Object.entries(filing.input).reverse());
    const answer = await bolormaa.asks.file({ ...shuffled, cause: null, labour: null });
    expect(answer.data).toMatchObject({ fileCase: { caseNo: once.caseNo } });
  });

  it('twenty times at once is one case, one person, one entry, one fact', async () => {
    const filing = aCaseFile().ofLabour();
    const sent = await Promise.all(Array.from({ length: 20 }, () => bolormaa.filed(filing)));
    expect(new Set(sent.map((file) => file.caseNo)).size).toBe(1);
    const { id } = filing.input;
    expect(await rows('select 1 from cases.case_file where id = $1', id)).toHaveLength(1);
    expect(await rows('select 1 from cases.labour where case_id = $1', id)).toHaveLength(1);
    expect(await rows('select 1 from cases.timeline_entry where case_id = $1', id)).toHaveLength(1);
    expect(await rows('select 1 from cases.case_fact where case_id = $1', id)).toHaveLength(1);
    expect(
      await rows(
        'select 1 from cases.person p where not exists (select from cases.case_file where subject_id = p.id)',
      ),
    ).toEqual([]);
  });

  it('with other content is refused, and the case stays as it was', async () => {
    const filing = aCaseFile().saying('Эхний хувилбар');
    await bolormaa.filed(filing);
    const { refusals } = await bolormaa.files(filing.saying('Өөр хувилбар'));
    expect(said(refusals)).toEqual(['ID_ALREADY_USED id']);
    expect((await bolormaa.finds({ id: filing.input.id }))?.summary).toBe('Эхний хувилбар');
  });

  it('under an id of another mission is refused without a word about that case', async () => {
    const ofSeoul = await bolormaa.filed(aCaseFile());
    const { refusals, answer } = await tuul.files(aCaseFile().as(ofSeoul.id).in('CZ'));
    expect(said(refusals)).toEqual(['ID_ALREADY_USED id']);
    expect(JSON.stringify(answer)).not.toContain('SEL');
  });
});

describe('for another mission', () => {
  it('Bolormaa may not file, whether there is such a mission or not', async () => {
    for (const mission of ['PRG', 'QQQ']) {
      expect(said((await bolormaa.files(aCaseFile().at(mission))).refusals)).toEqual([
        'NOT_YOUR_MISSION missionId',
      ]);
    }
  });

  it('the consular department may, and must name one that there is', async () => {
    const filed = await enkhjargal.filed(aCaseFile().at('PRG').in('CZ'));
    expect(filed.caseNo).toMatch(/^PRG-/);
    expect((await tuul.finds({ id: filed.id }))?.caseNo).toBe(filed.caseNo);
    expect(said((await enkhjargal.files(aCaseFile().at('QQQ'))).refusals)).toEqual([
      'UNKNOWN_CODE missionId',
    ]);
    expect((await enkhjargal.filed(aCaseFile())).mission.id).toBe('ULN');
  });
});

describe('what cannot be so is refused, with the field and a remedy in the language of the reader', () => {
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const cases: [string, ReturnType<typeof aCaseFile>, string[]][] = [
    ['an event in the future', aCaseFile().on(tomorrow.slice(0, 10)), ['FUTURE_DATE occurred.date']],
    ['learned in the future', aCaseFile().learnedAt(tomorrow), ['FUTURE_DATE awareAt']],
    ['learned before it happened', aCaseFile().on('2026-03-20'), ['AWARE_BEFORE_EVENT awareAt']],
    ['an event before 1900', aCaseFile().on('1899-12-31'), ['TOO_OLD occurred.date']],
    [
      'a birth in the future',
      aCaseFile().about({ birth: { date: tomorrow.slice(0, 10), precision: 'DAY' } }),
      ['FUTURE_DATE subject.birth.date'],
    ],
    [
      'a date without its precision',
      aCaseFile().with({ occurred: { date: '2026-03-08', precision: 'UNKNOWN' } }),
      ['DATE_AND_PRECISION occurred'],
    ],
    [
      'a precision without its date',
      aCaseFile().with({ occurred: { date: null, precision: 'DAY' } }),
      ['DATE_AND_PRECISION occurred'],
    ],
    [
      'a visit before the arrest',
      aCaseFile().ofDetention({ firstVisitOn: '2026-03-01' }),
      ['ORDER_OF_DATES detention.firstVisitOn'],
    ],
    ['a country that there is not', aCaseFile().in('QQ'), ['UNKNOWN_CODE hostCountry']],
    ['a source that there is not', aCaseFile().with({ source: 'RUMOUR' }), ['UNKNOWN_CODE source']],
    [
      'an offence that there is not',
      aCaseFile().ofDetention({ offence: '99' }),
      ['UNKNOWN_CODE detention.offence'],
    ],
    [
      'a labour issue that there is not',
      aCaseFile().ofLabour({ issues: ['UNPAID_WAGES', 'TIRED'] }),
      ['UNKNOWN_CODE labour.issues'],
    ],
    ['no cause where one is needed', aCaseFile().ofMedical().with({ cause: null }), ['CAUSE_NEEDED cause']],
    ['a cause of another list', aCaseFile().ofMedical('DOCUMENTS'), ['UNKNOWN_CODE cause']],
    ['a cause beside a record', aCaseFile().with({ cause: '05' }), ['WRONG_RECORD cause']],
    [
      'the record of another type',
      aCaseFile().with({ death: { manner: 'ACCIDENT' } }),
      ['WRONG_RECORD death'],
    ],
    ['an empty summary', aCaseFile().saying('  '), ['REQUIRED summary']],
    ['a summary of 501 letters', aCaseFile().saying('ө'.repeat(501)), ['TOO_LONG summary']],
    [
      'a name of 10,000 letters',
      aCaseFile().about({ given: 'Б'.repeat(10_000) }),
      ['TOO_LONG subject.given'],
    ],
    ['a name with a null byte', aCaseFile().about({ given: 'Ба\u0000т' }), ['BAD_TEXT subject.given']],
    ['half of an emoji', aCaseFile().saying('Нэр \ud83d'), ['BAD_TEXT summary']],
    ['an id that is not a UUIDv7', aCaseFile().as('7'), ['BAD_ID id']],
    ['a random UUID for an id', aCaseFile().as('3f2a7c1e-5b7d-4c43-9d55-0c6b4f3a1b11'), ['BAD_ID id']],
    [
      'null bytes in codes',
      aCaseFile().in('K\u0000').with({ source: 'SE\u0000LF' }),
      ['BAD_TEXT hostCountry', 'BAD_TEXT source'],
    ],
    [
      'two things at once',
      aCaseFile().in('QQ').on('1066-10-14'),
      ['TOO_OLD occurred.date', 'UNKNOWN_CODE hostCountry'],
    ],
  ];

  it.each(cases)('%s', async (_, builder, expected) => {
    const { refusals } = await bolormaa.files(builder, 'en');
    expect(said(refusals)).toEqual(expected);
    const inMongolian = await bolormaa.files(builder, 'mn');
    expect(said(inMongolian.refusals)).toEqual(expected);
    for (const [language, list] of [
      ['en', refusals],
      ['mn', inMongolian.refusals],
    ] as [Language, typeof refusals][]) {
      for (const { message, remedy } of list)
        expect(isSentenceIn(language, message) && isSentenceIn(language, remedy)).toBe(true);
    }
    expect(await rows('select 1 from cases.case_file where id::text = $1', builder.input.id)).toEqual([]);
  });

  it('and a refused filing leaves no person behind, and in the log only that it was refused', async () => {
    const before = await rows(
      'select (select count(*) from cases.person) p, (select count(*) from access.log where refused is null) l',
    );
    await bolormaa.files(aCaseFile().in('QQ').as(uuidv7()));
    expect(
      await rows(
        'select (select count(*) from cases.person) p, (select count(*) from access.log where refused is null) l',
      ),
    ).toEqual(before);
  });
});

/** No key of the catalogue, no hole, and Cyrillic in Mongolian. */
function isSentenceIn(language: Language, text: string): boolean {
  const whole = text.length > 10 && !text.includes('refusal.') && !text.includes('{{');
  return whole && /[а-яөү]{3}/i.test(text) === (language === 'mn');
}
