import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf } from './desk.js';

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

const NOWHERE = '01900000-0000-7000-8000-000000000000';
const refusalsOf = async (asked: ReturnType<Desk['asks']['find']>) =>
  (await asked).errors?.[0]?.extensions.refusals?.map(({ code, field }) => `${code} ${field}`);

describe('a case', () => {
  it('is found by its id and by its reference, however that is typed', async () => {
    const file = await bolormaa.filed(aCaseFile());
    expect(await bolormaa.finds({ id: file.id })).toEqual(file);
    expect(await bolormaa.finds({ id: file.id.toUpperCase() })).toEqual(file);
    expect(await bolormaa.finds({ caseNo: `  ${file.caseNo.toLowerCase()} ` })).toEqual(file);
  });

  it('is asked for by one of the two', async () => {
    expect(await refusalsOf(bolormaa.asks.find({}))).toEqual(['ONE_OF_TWO id']);
    expect(await refusalsOf(bolormaa.asks.find({ id: NOWHERE, caseNo: 'SEL-2026-00001' }))).toEqual([
      'ONE_OF_TWO id',
    ]);
    expect(await refusalsOf(bolormaa.asks.find({ id: 'SEL-2026-00001' }))).toEqual(['BAD_ID id']);
    expect(await refusalsOf(bolormaa.asks.find({ caseNo: '\u0000' }))).toEqual(['BAD_TEXT caseNo']);
  });

  it('speaks the language of the reader', async () => {
    const { id } = await bolormaa.filed(aCaseFile());
    expect((await bolormaa.finds({ id }, 'en'))?.hostCountry.label).toMatch(/Korea/);
    expect((await bolormaa.finds({ id }, 'mn'))?.hostCountry.label).toMatch(/Солонгос/);
  });
});

describe('Bolormaa searches by a fragment of a name', () => {
  let batbold: CaseSeen;
  beforeAll(async () => {
    batbold = await bolormaa.filed(
      aCaseFile().about({ clan: 'Боржигон', patronymic: 'Хүрэлбаатар', given: 'Батболд' }),
    );
    await bolormaa.filed(aCaseFile().about({ latinSurname: 'Enkhbayar', latinGiven: 'Tsetsegmaa' }));
    await bolormaa.filed(aCaseFile().about({ patronymic: 'Өлзий', given: 'Мөнх-Эрдэнэ' }));
    await bolormaa.filed(aCaseFile().aboutSomebodyUnnamed());
  });

  it.each([
    ['the beginning', 'Батб', 'Х.Батболд'],
    ['the middle', 'болд', 'Х.Батболд'],
    ['two letters that begin it', 'ба', 'Х.Батболд'],
    ['small letters', 'батболд', 'Х.Батболд'],
    ['capitals', 'БАТБОЛД', 'Х.Батболд'],
    ['Latin for Cyrillic', 'Batbold', 'Х.Батболд'],
    ['a patronymic in Latin, KH for Х', 'Khurelbaatar', 'Х.Батболд'],
    ['the same with H', 'hurelbatar', 'Х.Батболд'],
    ['the clan', 'боржиг', 'Х.Батболд'],
    ['two words in any order', 'батболд хүрэл', 'Х.Батболд'],
    ['Cyrillic for Latin', 'цэцэгмаа', 'Tsetsegmaa Enkhbayar'],
    ['a hyphen left out', 'мөнхэрд', 'Ө.Мөнх-Эрдэнэ'],
    ['a per cent sign that means nothing', 'бат%', 'Х.Батболд'],
  ])('%s: %s', async (_, fragment, name) => {
    expect((await bolormaa.searches(fragment)).map(({ subject }) => subject.displayName)).toContain(name);
  });

  it.each([['__болд'], ['%%'], ['бат_олд'], ['\\\\'], ['.*'], ['болд|энх']])(
    '%s is text, no pattern',
    async (fragment) => {
      const { data, errors } = await bolormaa.asks.search({ fragment });
      const found = (data as { searchCases: CaseSeen[] } | null)?.searchCases ?? [];
      // What is no letter is left out of a name: "__болд" searches for "болд", "бат_олд" for a name that nobody has.
      const plain = fragment.replace(/[^\p{L}]/gu, '');
      if (plain.length < 2)
        expect(errors?.[0]?.extensions.refusals).toMatchObject([
          { code: 'FRAGMENT_TOO_SHORT', field: 'fragment' },
        ]);
      else expect(found.map(({ id }) => id)).toEqual(plain === 'болд' ? [batbold.id] : []);
    },
  );

  it.each(['', ' ', 'б', 'ь', '1', '👩'])('"%s" is too little to search for', async (fragment) => {
    expect(await refusalsOf(bolormaa.asks.search({ fragment }))).toEqual(['FRAGMENT_TOO_SHORT fragment']);
  });

  it('the likest names first, and no more than asked for', async () => {
    for (const given of ['Сарангэрэл', 'Саран', 'Сарантуяа'])
      await bolormaa.filed(aCaseFile().about({ given }));
    expect((await bolormaa.searches('саран'))[0]?.subject.given).toBe('Саран');
    expect(await bolormaa.searches('саран', 2)).toHaveLength(2);
    expect(await refusalsOf(bolormaa.asks.search({ fragment: 'саран', first: 101 }))).toEqual([
      'PAGE_SIZE first',
    ]);
    expect(await refusalsOf(bolormaa.asks.search({ fragment: 'ө'.repeat(101) }))).toEqual([
      'TOO_LONG fragment',
    ]);
  });
});

describe('between Seoul and Prague stands a wall', () => {
  let file: CaseSeen;
  beforeAll(async () => {
    file = await bolormaa.filed(aCaseFile().saying('Битүүмжилсэн').about({ given: 'Битүүбаатар' }));
    await bolormaa.notes(file.id, 'Битүү тэмдэглэл');
  });

  it('by id and by reference: what is forbidden looks like what is absent', async () => {
    for (const asked of [tuul.asks.find({ id: file.id }), tuul.asks.find({ caseNo: file.caseNo })]) {
      const forbidden = await asked;
      expect(forbidden).toEqual(await tuul.asks.find({ id: NOWHERE }));
      expect(forbidden).toEqual({ status: 200, data: { caseFile: null } });
    }
    expect(await tuul.asks.timeline({ id: file.id })).toEqual(await tuul.asks.timeline({ id: NOWHERE }));
  });

  it('by list, count and search: Tuul sees nothing, the consular department everything', async () => {
    const nothing = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    for (const filter of [
      {},
      { missionId: 'SEL' },
      { text: 'Битүү' },
      { text: file.caseNo },
      { countries: ['KR'] },
    ]) {
      expect(await tuul.lists({ filter })).toEqual(nothing);
      expect((await enkhjargal.lists({ filter })).totalCount).toBeGreaterThan(0);
    }
    expect(await tuul.searches('битүүб')).toEqual([]);
    expect(await enkhjargal.searches('битүүб')).toHaveLength(1);
  });

  it('by counts: what happens in Seoul does not show in hers', async () => {
    const document = `query ($filter: StatisticsFilter!) { statistics(dimensions: [COUNTRY], filter: $filter) { total } }`;
    const filter = { from: '2026-01', to: '2026-12' };
    expect((await tuul.client.query(document, { filter })).data).toEqual({ statistics: { total: 0 } });
    const list = `query ($filter: StatisticsFilter!) { statisticsCases(filter: $filter) { totalCount edges { node { id } } } }`;
    expect((await tuul.client.query(list, { filter })).data).toEqual({
      statisticsCases: { totalCount: 0, edges: [] },
    });
  });

  it.each(['analyst', 'admin', 'auditor'] as const)('the %s sees no case at all', async (name) => {
    const desk = await deskOf(api, people[name]);
    const answers = await Promise.all([
      desk.asks.list({}),
      desk.asks.search({ fragment: 'битүүб' }),
      desk.asks.find({ id: file.id }),
      desk.asks.file(aCaseFile().input),
    ]);
    for (const { data, errors } of answers) {
      const shown = Object.values(data ?? {}).filter((value) => value !== null);
      expect([shown, errors?.map(({ extensions }) => extensions.code)]).toEqual([[], ['FORBIDDEN']]);
    }
  });

  it('who has not signed in sees nothing, and is told to', async () => {
    const { data, errors } = await api.nobody.query('{ worklist { totalCount } }');
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
    expect((await api.nobody.query('{ me { id } }')).data).toEqual({ me: null });
  });
});
