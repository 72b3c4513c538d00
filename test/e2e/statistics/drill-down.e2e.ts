import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { opened } from '#statistics/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { casesBehind, cellsOf, counts } from './counting-desk.js';

let world: World;
let api: RunningApi;
let clients: Client[];

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  clients = await Promise.all(
    [people.enkhjargal, people.tuul, people.bolormaa].map((person) => api.as(person)),
  );
  const matters = [
    ['DETENTION', '06'],
    ['CRIME_VICTIM', '06'],
    ['DEATH', 'V01-V99'],
    ['DEATH', 'UNKNOWN'],
    ['DETENTION', 'UNKNOWN'],
    ['MISSING', 'TRAVEL'],
    ['INSURANCE', 'TRAVEL'],
  ] as const;
  const posts = [
    ['SEL', 'KR'],
    ['PRG', 'CZ'],
    ['PRG', 'SK'],
  ] as const;
  for (let at = 0; at < 90; at += 1) {
    const [type, cause] = matters[at % 7] ?? matters[0];
    const [mission, country] = posts[at % 3] ?? posts[0];
    const openedOn = `${2015 + (at % 3)}-${String(1 + (at % 12)).padStart(2, '0')}-15`;
    const precision = (['DAY', 'MONTH', 'YEAR', 'UNKNOWN'] as const)[at % 4] ?? 'DAY';
    const occurred = {
      DAY: openedOn,
      MONTH: `${openedOn.slice(0, 7)}-01`,
      YEAR: `${openedOn.slice(0, 4)}-01-01`,
    };
    await opened(world.owner, {
      ...{ type, cause, mission, country, openedOn, precision },
      sex: at % 2 ? 'MALE' : 'FEMALE',
      occurredOn: precision === 'UNKNOWN' ? null : occurred[precision],
      closedOn: at % 5 < 2 ? `${Number(openedOn.slice(0, 4)) + 1}-02-10` : null,
    });
    if (at === 60) await world.owner.query('select stat.fold()');
  }
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const month = fc
  .tuple(fc.integer({ min: 2014, max: 2018 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const some = (...codes: string[]) => fc.option(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 }));
const filter = fc
  .record({
    basis: fc.constantFrom('OPENED', 'OCCURRED', 'OPEN_AT_END'),
    ends: fc.oneof(fc.tuple(month, month), fc.constant(['2015-01', '2017-12'] as const)),
    types: some('DETENTION', 'DEATH', 'MISSING', 'INSURANCE'),
    countries: some('KR', 'CZ', 'SK', 'DE'),
    causes: some(
      'ICCS.06',
      'ICD10.UNKNOWN',
      'MISSING_CIRCUMSTANCE.TRAVEL',
      'ICD10.V01-V99',
      'TRAVEL',
      'UNKNOWN',
    ),
    sexes: some('MALE', 'FEMALE', 'OTHER'),
    monthUnknown: fc.boolean(),
  })
  .map(({ ends, monthUnknown, ...rest }) => {
    const [from = '', to = ''] = [...ends].sort();
    const wholeYear = ['2014', '2015', '2016', '2017', '2018'].some(
      (year) => from <= `${year}-01` && `${year}-12` <= to,
    );
    return { ...rest, from, to, monthUnknown: monthUnknown && wholeYear && rest.basis === 'OCCURRED' };
  });

describe('the cases behind a figure', () => {
  it('are as many as the figure says, for any filter and whoever asks', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(filter, fc.nat(2), async (asked, who) => {
        const client = clients[who] as Client;
        const { total } = await counts(client, ['TYPE'], asked);
        const ids = await casesBehind(client, asked);
        expect(new Set(ids).size).toBe(total);
        shown += total;
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(100);
  }, 120_000);

  it('are as many when causes of several lists are chosen and one code is in both', async () => {
    const client = clients[0] as Client;
    const asked = { basis: 'OPENED', from: '2015-01', to: '2017-12', causes: ['ICCS.06', 'ICD10.UNKNOWN'] };
    const { total } = await counts(client, ['TYPE'], asked);
    expect(await casesBehind(client, asked)).toHaveLength(total);
  });

  it('of each cell add up to the table', async () => {
    const client = clients[0] as Client;
    const over = { basis: 'OPENED', from: '2015-01', to: '2017-12' };
    const table = await counts(client, ['COUNTRY', 'CAUSE'], over);
    const [countries, causes] = table.axes.map(({ categories }) => categories.map(({ code }) => code));
    for (const [country = 0, cause = 0, n] of table.cells) {
      const cell = { ...over, countries: [countries?.[country]], causes: [causes?.[cause]] };
      expect(await casesBehind(client, cell)).toHaveLength(n ?? -1);
    }
    expect(table.total).toBe(90);
  });

  it('the ministry opens the figure of 2016’s unknown month and sees as many cases as it says', async () => {
    const enkhjargal = clients[0] as Client;
    const over = { basis: 'OCCURRED', from: '2015-07', to: '2017-06' };
    const unknown = { ...over, from: '2016-01', to: '2016-12', monthUnknown: true };
    const byMonth = cellsOf(await counts(enkhjargal, ['MONTH', 'TYPE'], over));
    const figures = Object.entries(byMonth).filter(([cell]) => cell.startsWith('2016-00 '));
    expect(figures.length).toBeGreaterThan(1);
    for (const [cell, n] of figures) {
      const behind = { ...unknown, types: [cell.split(' ')[1]] };
      expect([cell, (await casesBehind(enkhjargal, behind)).length]).toEqual([cell, n]);
      expect((await counts(enkhjargal, ['COUNTRY'], behind)).total).toBe(n);
    }
    const all = figures.reduce((sum, [, n]) => sum + n, 0);
    expect(await casesBehind(enkhjargal, unknown)).toHaveLength(all);
    // Of all the years in a period only the whole ones: 2015 and 2017 are cut.
    expect(await casesBehind(enkhjargal, { ...over, monthUnknown: true })).toHaveLength(all);
  });

  it('Tuul opens it and sees those of Prague', async () => {
    const tuul = clients[1] as Client;
    const unknown = { basis: 'OCCURRED', from: '2016-01', to: '2016-12', monthUnknown: true };
    const byMission = cellsOf(await counts(tuul, ['MISSION', 'MONTH'], unknown));
    expect(Object.keys(byMission)).toEqual(['PRG 2016-00']);
    expect(await casesBehind(tuul, unknown)).toHaveLength(byMission['PRG 2016-00'] ?? -1);
  });

  it.each([
    ['what was opened', { basis: 'OPENED', from: '2016-01', to: '2016-12' }, 'MONTH_ALWAYS_KNOWN'],
    ['a year cut short', { basis: 'OCCURRED', from: '2016-02', to: '2016-12' }, 'NO_WHOLE_YEAR'],
  ])('of unknown month, by %s, are refused with the reason', async (_, filter, code) => {
    const { errors } = await (clients[0] as Client).query(
      `query ($filter: StatisticsFilter!) { statisticsCases(filter: $filter) { totalCount } }`,
      { filter: { ...filter, monthUnknown: true } },
      'mn',
    );
    expect(errors?.[0]?.extensions.refusals).toMatchObject([
      {
        ...{ code, field: 'monthUnknown' },
        message: expect.stringMatching(/[а-яөү]/),
        remedy: expect.stringContaining('«сар нь тодорхойгүй»'),
      },
    ]);
  });
});
