import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type CaseSeen, type Desk, deskOf, type PageSeen } from './desk.js';

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

const summaries = (page: PageSeen<CaseSeen>) => page.edges.map(({ node }) => node.summary);
const matching = async (filter: object, desk = bolormaa) =>
  summaries(await desk.lists({ filter, order: 'OLDEST', first: 100 }));
/** All pages of a list, as a person leafs through it; between two pages `meanwhile` happens. */
async function leaf(variables: object, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
  const seen: CaseSeen[] = [];
  let after: string | null = null;
  do {
    const page: PageSeen<CaseSeen> = await bolormaa.lists({ ...variables, after });
    seen.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    await meanwhile();
  } while (after);
  return seen;
}

describe('Bolormaa narrows her worklist', () => {
  beforeAll(async () => {
    await bolormaa.filed(aCaseFile().ofDetention().saying('нэг').in('KR', 'Пусан'));
    await bolormaa.filed(aCaseFile().ofLabour().saying('хоёр').in('KR').about({ given: 'Цэрэнпунцаг' }));
    const third = await bolormaa.filed(
      aCaseFile().ofLabour().saying('гурав').in('JP').aboutSomebodyUnnamed(),
    );
    await bolormaa.filed(aCaseFile().ofWelfare().saying('100% _дөрөв_ C:\\ам').in('KR'));
    await bolormaa.moves(third, 'REJECTED', { reason: 'учир' });
    await tuul.filed(aCaseFile().ofLabour().saying('Прагийн').in('CZ'));
  });
  const all = ['нэг', 'хоёр', 'гурав', '100% _дөрөв_ C:\\ам'];

  it.each<[string, object, string[]]>([
    ['nothing', {}, all],
    ['one type', { types: ['LABOUR'] }, ['хоёр', 'гурав']],
    ['two types', { types: ['LABOUR', 'DETENTION'] }, ['нэг', 'хоёр', 'гурав']],
    ['no type at all', { types: [] }, all],
    ['what is open', { open: true }, [all[0]!, all[1]!, all[3]!]],
    ['what is over', { open: false }, ['гурав']],
    ['a status', { statuses: ['REJECTED'] }, ['гурав']],
    ['a country', { countries: ['JP'] }, ['гурав']],
    ['a country and a type', { countries: ['KR'], types: ['LABOUR'] }, ['хоёр']],
    ['her own mission', { missionId: 'SEL' }, all],
    ['another mission, of which she sees nothing', { missionId: 'PRG' }, []],
    ['a word of the summary, in capitals', { text: 'ХОЁР' }, ['хоёр']],
    ['a place', { text: 'пуса' }, ['нэг']],
    ['a name in Latin letters', { text: 'tserenpun' }, ['хоёр']],
    ['a per cent sign, as a sign', { text: '100%' }, ['100% _дөрөв_ C:\\ам']],
    ['an underscore, as a sign', { text: '_дөрөв_' }, ['100% _дөрөв_ C:\\ам']],
    ['a backslash, as a sign', { text: 'C:\\' }, ['100% _дөрөв_ C:\\ам']],
    ['a per cent sign alone', { text: '%' }, ['100% _дөрөв_ C:\\ам']],
    ['blanks', { text: '   ' }, all],
    ['what nobody wrote', { text: 'гэрлэлт' }, []],
  ])('by %s', async (_, filter, expected) => {
    expect(await matching(filter)).toEqual(expected);
    expect((await bolormaa.lists({ filter, first: 1 })).totalCount).toBe(expected.length);
  });

  it('by a reference, in small letters', async () => {
    const { edges } = await bolormaa.lists({ filter: { text: 'нэг' } });
    const caseNo = edges[0]?.node.caseNo.toLowerCase();
    expect(await matching({ text: caseNo })).toEqual(['нэг']);
  });

  it('the consular department sees every mission, or the one it chooses', async () => {
    expect(await matching({}, enkhjargal)).toEqual([...all, 'Прагийн']);
    expect(await matching({ missionId: 'PRG' }, enkhjargal)).toEqual(['Прагийн']);
  });
});

describe('names', () => {
  const alphabet = ['Ад', 'Еэ', 'Ёс', 'Жа', 'Оо', 'Өн', 'Пү', 'Ул', 'Үй', 'Фэ', 'Яд'];

  it('stand in the order of the Mongolian alphabet, the unnamed last', async () => {
    for (const given of [...alphabet].reverse())
      await bolormaa.filed(aCaseFile().ofInsurance().about({ given }));
    await bolormaa.filed(aCaseFile().ofInsurance().aboutSomebodyUnnamed());
    const filter = { types: ['INSURANCE'] };
    const named = (list: CaseSeen[]) => list.map(({ subject }) => subject.given);
    expect(named(await leaf({ filter, order: 'NAME', first: 100 }))).toEqual([...alphabet, null]);
    expect(named(await leaf({ filter, order: 'NAME', first: 2 }))).toEqual([...alphabet, null]);
  });

  it('that are the same stand by patronymic, and still each once', async () => {
    for (const patronymic of ['Өлзий', 'Бат', 'Одон', null, 'Бат']) {
      await bolormaa.filed(aCaseFile().ofMissing().about({ given: 'Нэгэн', patronymic }));
    }
    const seen = await leaf({ filter: { types: ['MISSING'] }, order: 'NAME', first: 2 });
    expect(seen.map(({ subject }) => subject.displayName)).toEqual([
      'Нэгэн',
      'Б.Нэгэн',
      'Б.Нэгэн',
      'О.Нэгэн',
      'Ө.Нэгэн',
    ]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  });
});

describe('leafing through a worklist while cases are filed', () => {
  it.each(['NEWEST', 'OLDEST', 'QUIETEST', 'NAME'])(
    'in the order %s shows each case that was there once, and none twice',
    async (order) => {
      const filter = { types: ['MEDICAL'] };
      const there: string[] = [];
      for (let n = 0; n < 7; n += 1) there.push((await bolormaa.filed(aCaseFile().ofMedical())).id);
      const before = await leaf({ filter, order, first: 100 });
      const seen = await leaf({ filter, order, first: 3 }, () =>
        bolormaa.filed(aCaseFile().ofMedical().about({ given: 'А' })),
      );
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      const ids = seen.map(({ id }) => id);
      expect(before.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
      expect(there.every((id) => ids.includes(id))).toBe(true);
    },
  );

  it('newest first is newest first', async () => {
    const times = (await leaf({ first: 10 })).map(({ registeredAt }) => registeredAt);
    expect(times).toEqual([...times].sort().reverse());
  });
});

describe('the list that begins with the cases of which nothing was heard for longest', () => {
  const filter = { types: ['DEATH'] };
  const quiet = async () => summaries(await bolormaa.lists({ filter, order: 'QUIETEST' }));

  it('puts a case behind the others when something is written of it, by the time when that happened', async () => {
    const [first, second, third] = [
      await bolormaa.filed(aCaseFile().ofDeath().saying('first')),
      await bolormaa.filed(aCaseFile().ofDeath().saying('second')),
      await bolormaa.filed(aCaseFile().ofDeath().saying('third')),
    ];
    expect(await quiet()).toEqual(['first', 'second', 'third']);
    await bolormaa.notes(first.id, 'Spoke to the family');
    expect(await quiet()).toEqual(['second', 'third', 'first']);
    await bolormaa.notes(third.id, 'Long ago', { at: '2026-01-05T09:00:00Z' });
    expect(await quiet()).toEqual(['second', 'third', 'first']);
    await bolormaa.moves(second, 'TRIAGED');
    expect(await quiet()).toEqual(['third', 'first', 'second']);
  });

  it('goes by what stands in the timelines, whatever was done', async () => {
    const { rows } = await world.owner.query(
      `select c.case_no from cases.case_file c
        where coalesce(c.last_entry_at, c.registered_at) <> (select max(t.at) from cases.timeline_entry t where t.case_id = c.id)`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a page', () => {
  it('has a hundred cases at most, and a cursor of the same order', async () => {
    const code = async (variables: object) =>
      (await bolormaa.asks.list(variables)).errors?.[0]?.extensions.refusals?.map(
        ({ code, field }) => `${code} ${field}`,
      );
    for (const first of [0, -1, 101]) expect(await code({ first })).toEqual(['PAGE_SIZE first']);
    const { pageInfo } = await bolormaa.lists({ order: 'NAME', first: 1 });
    expect(await code({ order: 'NEWEST', after: pageInfo.endCursor })).toEqual(['BAD_CURSOR after']);
    expect(await code({ order: 'NAME', after: 'x' })).toEqual(['BAD_CURSOR after']);
    expect(await code({ filter: { text: 'ө'.repeat(101) } })).toEqual(['TOO_LONG text']);
    expect(await code({ filter: { countries: Array(51).fill('KR') } })).toEqual(['TOO_MANY countries']);
  });
});
