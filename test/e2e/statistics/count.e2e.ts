import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { emptied, foldedCompletely, opened } from '#statistics/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type Desk, deskOf } from '../cases/desk.js';
import { asks, cellsOf, counts, march, year2026 } from './counting-desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk, ganbold: Desk, tuul: Desk, enkhjargal: Desk;
let analyst: Client;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, ganbold, tuul, enkhjargal, analyst] = await Promise.all([
    deskOf(api, people.bolormaa),
    deskOf(api, people.ganbold),
    deskOf(api, people.tuul),
    deskOf(api, people.enkhjargal),
    api.as(people.analyst),
  ]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});
beforeEach(() => emptied(world.owner));

const byCountryAndCause = async (who: Client, filter: object = march) =>
  cellsOf(await counts(who, ['COUNTRY', 'CAUSE'], { ...filter }));

describe('the figures follow each act at once', () => {
  it('Bolormaa files; the department counts it in the same second, and after the fold', async () => {
    await bolormaa.filed(aCaseFile().ofDetention({ offence: '06' }));
    expect(await byCountryAndCause(enkhjargal.client)).toEqual({ 'KR ICCS.06': 1 });
    await foldedCompletely(world.owner);
    expect(await byCountryAndCause(enkhjargal.client)).toEqual({ 'KR ICCS.06': 1 });
    await bolormaa.filed(aCaseFile().ofDeath({ icd10: 'X60-X84' }));
    expect(await byCountryAndCause(enkhjargal.client)).toEqual({ 'KR ICCS.06': 1, 'KR ICD10.X60-X84': 1 });
  });

  it('a correction moves it, closing takes it out of the stock, reopening brings it back', async () => {
    const stock = async () =>
      (await counts(enkhjargal.client, ['TYPE'], { ...year2026, basis: 'OPEN_AT_END' })).total;
    const file = await bolormaa.filed(aCaseFile().ofDetention({ offence: '05' }));
    const { case: moved } = await bolormaa.amends(file, { hostCountry: 'JP', subject: { sex: 'FEMALE' } });
    expect(cellsOf(await counts(analyst, ['COUNTRY', 'SEX'], march))).toEqual({ 'JP FEMALE': 1 });
    expect(await stock()).toBe(1);
    const resolved = await ganbold.brings(moved, 'TRIAGED', 'IN_PROGRESS', 'RESOLVED');
    const { case: closed } = await ganbold.closes(resolved);
    expect([closed.status, await stock()]).toEqual(['CLOSED', 0]);
    await foldedCompletely(world.owner);
    const { case: reopened } = await ganbold.reopens(closed, 'Шинэ нөхцөл байдал');
    expect([reopened.status, await stock()]).toEqual(['REOPENED', 1]);
  });
});

describe('who sees which figures', () => {
  beforeEach(async () => {
    await bolormaa.filed(aCaseFile().ofDetention({ offence: '06' }));
    await tuul.filed(aCaseFile().ofLabour().in('CZ'));
  });

  it('Tuul in Prague counts Prague', async () => {
    const table = await counts(tuul.client, ['COUNTRY', 'CAUSE', 'MISSION'], year2026);
    expect(cellsOf(table)).toEqual({ 'CZ LABOUR_ISSUE.UNPAID_WAGES PRG': 1 });
    expect(JSON.stringify(table)).not.toMatch(/KR|SEL|Seoul|Korea/);
  });

  it('Tuul is told in her language that Seoul is not hers to count, for a table and for the cases behind it', async () => {
    const inMongolian = await asks(tuul.client, ['TYPE'], { ...march, missions: ['SEL'] }, 'mn');
    expect(inMongolian.errors?.[0]).toMatchObject({
      message: expect.stringContaining('зөвхөн өөрийн төлөөлөгчийн газрын'),
      extensions: {
        code: 'BAD_USER_INPUT',
        refusals: [{ code: 'COUNTS_OF_ANOTHER_MISSION', field: 'missions' }],
      },
    });
    const cases = await tuul.client.query(
      `query ($filter: StatisticsFilter!) { statisticsCases(filter: $filter) { totalCount } }`,
      { filter: { ...march, missions: ['SEL'] } },
    );
    expect(cases.errors?.[0]?.extensions.refusals?.[0]?.code).toBe('COUNTS_OF_ANOTHER_MISSION');
  });

  it('the analyst counts every mission, and sees no case behind a figure', async () => {
    expect(cellsOf(await counts(analyst, ['MISSION'], march))).toEqual({ SEL: 1, PRG: 1 });
    const cases = await analyst.query(
      `query { statisticsCases(filter: { from: "2026-03", to: "2026-03" }) { totalCount } }`,
    );
    expect(cases.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('counting is in the access log, and so is looking at the cases', async () => {
    const rows = async () => {
      const { rows: found } = await world.owner.query<{ operation: string }>(
        `select operation from access.log where staff_id = $1 and operation like 'statistics%' order by at, id`,
        [enkhjargal.client.staffId],
      );
      return found.map(({ operation }) => operation);
    };
    await counts(enkhjargal.client, ['TYPE'], march);
    expect((await rows()).at(-1)).toBe('statistics.read');
    await enkhjargal.client.query(
      `query { statisticsCases(filter: { from: "2026-03", to: "2026-03" }) { totalCount } }`,
    );
    expect((await rows()).at(-1)).toBe('statistics.cases');
  });
});

describe('a question that cannot be answered', () => {
  const codesOf = async (dimensions: string[], filter: object) => {
    const { errors } = await asks(analyst, dimensions, { ...march, ...filter });
    return errors?.[0]?.extensions.refusals?.map(({ code, field }) => `${code} ${field}`);
  };

  it.each([
    ['no dimension', [], {}, ['HOW_MANY_DIMENSIONS dimensions']],
    ['four dimensions', ['TYPE', 'SEX', 'YEAR', 'MONTH'], {}, ['HOW_MANY_DIMENSIONS dimensions']],
    ['one dimension twice', ['TYPE', 'TYPE'], {}, ['DIMENSION_TWICE dimensions']],
    ['an end before the beginning', ['TYPE'], { from: '2026-04' }, ['PERIOD_REVERSED to']],
    ['sixty years', ['TYPE'], { from: '1966-01' }, ['PERIOD_TOO_LONG from']],
    ['a country that is none', ['TYPE'], { countries: ['KR', 'QQ'] }, ['UNKNOWN_CATEGORY countries']],
    ['a cause of another list', ['TYPE'], { causes: ['ICCS.TRAVEL'] }, ['UNKNOWN_CATEGORY causes']],
    ['a mission that is none', ['TYPE'], { missions: ['XXX'] }, ['UNKNOWN_CATEGORY missions']],
    ['too many codes', ['TYPE'], { countries: Array<string>(301).fill('KR') }, ['TOO_MANY countries']],
    [
      'the unknown month of what was opened',
      ['TYPE'],
      { ...year2026, monthUnknown: true },
      ['MONTH_ALWAYS_KNOWN monthUnknown'],
    ],
    [
      'the unknown month of a year cut short',
      ['TYPE'],
      { basis: 'OCCURRED', from: '2016-01', to: '2016-11', monthUnknown: true },
      ['NO_WHOLE_YEAR monthUnknown'],
    ],
    [
      'several things at once',
      ['TYPE', 'TYPE'],
      { from: '2026-04', countries: ['QQ'] },
      ['DIMENSION_TWICE dimensions', 'PERIOD_REVERSED to', 'UNKNOWN_CATEGORY countries'],
    ],
  ])('%s', async (_, dimensions, filter, expected) => {
    expect(await codesOf(dimensions, filter)).toEqual(expected);
  });

  it.each(['2026-13', '2026', 'March', ''])('a month written as %p', async (from) => {
    const { errors, data } = await asks(analyst, ['TYPE'], { ...march, from });
    expect([data?.statistics, errors?.length]).toEqual([undefined, 1]);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('says what is wrong and what to do, in both languages, with no word left to fill in', async () => {
    const wrong = [
      { ...march, from: '1900-01', countries: ['QQ'] },
      { ...march, monthUnknown: true },
      { ...march, basis: 'OCCURRED', monthUnknown: true },
    ];
    for (const language of ['mn', 'en'] as const) {
      const answers = await Promise.all(
        wrong.map((filter) => asks(analyst, ['TYPE', 'TYPE'], filter, language)),
      );
      const refusals = answers.flatMap(({ errors }) => errors?.[0]?.extensions.refusals ?? []) as unknown as {
        message: string;
        remedy: string;
      }[];
      expect(refusals).toHaveLength(7);
      for (const { message, remedy } of refusals) {
        expect(`${message} ${remedy}`).not.toMatch(/\{|refusal\./);
        expect(/[а-яөүё]/i.test(message)).toBe(language === 'mn');
        expect(remedy.length).toBeGreaterThan(10);
      }
    }
  });
});

describe('what no period can hold', () => {
  it('cases of unknown date are told where events are counted, before the fold and after, within one’s reach', async () => {
    const events = { basis: 'OCCURRED', from: '2016-01', to: '2026-12' };
    await opened(world.owner, { occurredOn: null, precision: 'UNKNOWN' });
    await opened(world.owner, { occurredOn: null, precision: 'UNKNOWN', mission: 'PRG', country: 'CZ' });
    await opened(world.owner, { occurredOn: '2019-05-01' });
    for (const state of ['pending', 'folded']) {
      const all = await counts(enkhjargal.client, ['YEAR'], events, 'en');
      expect([state, all.total, all.undated]).toEqual([state, 1, 2]);
      expect(all.statement).toContain('2 of unknown date');
      expect((await counts(tuul.client, ['YEAR'], events)).undated).toBe(1);
      expect((await counts(enkhjargal.client, ['SEX'], { ...events, countries: ['KR'] })).undated).toBe(1);
      expect((await counts(enkhjargal.client, ['YEAR'], { ...events, basis: 'OPENED' })).undated).toBeNull();
      await foldedCompletely(world.owner);
    }
    const file = await bolormaa.filed(aCaseFile().inYearOf('2017-01-01'));
    expect((await counts(enkhjargal.client, ['YEAR'], events)).undated).toBe(2);
    await bolormaa.amends(file, { occurred: { date: null, precision: 'UNKNOWN' } });
    expect((await counts(enkhjargal.client, ['YEAR'], events)).undated).toBe(3);
  });

  it('months that have not ended carry no stock: the running one is as of now and says so, a later one is refused', async () => {
    await bolormaa.filed(aCaseFile());
    const stock = { basis: 'OPEN_AT_END', from: '2026-01', to: `${new Date().getUTCFullYear() + 2}-03` };
    const { axes, statement, to } = await counts(enkhjargal.client, ['MONTH'], stock, 'en');
    expect(axes[0]?.categories.at(-1)?.code).toBe(to);
    expect(statement).toContain(`${to} has not ended`);
    expect(Date.parse(`${to}-01T00:00:00Z`)).toBeLessThan(Date.now() + 86_400_000);
    const { errors } = await asks(enkhjargal.client, ['MONTH'], { ...stock, from: stock.to });
    expect(JSON.stringify(errors)).toContain('STOCK_TO_COME');
  });
});

describe('the table as a spreadsheet', () => {
  it('is a clean table, long or as on the page; what is counted stands above it for those who ask', async () => {
    await bolormaa.filed(aCaseFile().ofDetention({ offence: '06' }));
    const { csv, crosstab, told } = await counts(enkhjargal.client, ['COUNTRY', 'CAUSE'], {
      ...march,
      countries: ['KR'],
    });
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.slice(1).split('\r\n')).toEqual([
      'Country (code),Country,Cause (code),Cause,Cases',
      expect.stringMatching(/^KR,.*Korea.*,ICCS\.06,.*drugs.*,1$/),
      '',
    ]);
    expect(crosstab.slice(1)).toMatch(/^Country \(code\),Country,.*drugs.*,Total\r\nKR,.*Korea.*,1,1\r\n$/);
    const lines = told.slice(1).split('\r\n');
    expect(lines[0]).toBe(
      'What is counted,"Cases opened from 2026-03 to 2026-03, by the day on which the mission learned of the matter."',
    );
    expect(lines[1]).toBe('Basis,opened in the period');
    expect(lines[2]).toBe('Period,2026-03,2026-03');
    expect(lines[3]).toMatch(/^Only: Country,.*Korea/);
    expect(lines[4]).toMatch(/^Counted at,20\d\d-\d\d-\d\dT.*Z$/);
    expect(lines[5]).toBe('Total,1');
    expect(lines.slice(-3)).toEqual([
      'Country (code),Country,Cause (code),Cause,Cases',
      expect.stringMatching(/^KR,.*Korea.*,ICCS\.06,.*drugs.*,1$/),
      '',
    ]);
  });

  it('speaks Mongolian to Tuul, and says that illustrations are fictional', async () => {
    await opened(world.owner, { mission: 'PRG', country: 'CZ', illustration: true });
    const { told, statement } = await counts(tuul.client, ['COUNTRY'], year2026, 'mn');
    expect(statement).toMatch(/^2026-01 – 2026-12 хугацаанд нээсэн/);
    expect(told).toContain('1 хэргийн 1 нь зохиомол жишээ.');
    expect(told).toContain('Зөвхөн: Төлөөлөгчийн газар,Прага');
    expect(told).toMatch(/\r\nCZ,Чех.*,1\r\n$/);
  });
});
