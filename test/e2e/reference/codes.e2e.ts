import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

interface Labelled {
  code: string;
  label: string;
}

describe('the codes, countries and missions', () => {
  let world: World;
  let api: RunningApi;
  let bolormaa: Client;

  beforeAll(async () => {
    world = await aWorld();
    api = await startApi(world);
    bolormaa = await api.as(people.bolormaa);
  });

  afterAll(async () => {
    await api.close();
    await world.end();
  });

  const LISTS = `query ($names: [String!]) {
    codeLists(names: $names) { name version items { code label parent list causeList caseType } } }`;

  it('reach Bolormaa in her language', async () => {
    const ask = (language: 'mn' | 'en') => bolormaa.query(LISTS, { names: ['SEX', 'OUTCOME'] }, language);
    const { data: english } = await ask('en');
    const { data: mongolian } = await ask('mn');
    const labels = (data: typeof english, list: number) =>
      (data as unknown as { codeLists: { items: Labelled[] }[] }).codeLists[list]?.items.map(
        (item) => item.label,
      );
    expect(labels(english, 0)).toEqual(['Male', 'Female', 'Other', 'Unknown']);
    expect(labels(mongolian, 0)).toEqual(['Эрэгтэй', 'Эмэгтэй', 'Бусад', 'Тодорхойгүй']);
    expect(english).toMatchObject({ codeLists: [{}, { name: 'OUTCOME', version: '1.0' }] });
  });

  it('say which list the causes of a type come from, and which type an outcome belongs to', async () => {
    const { data } = await bolormaa.query(LISTS, { names: ['CASE_TYPE', 'OUTCOME', 'ICD10'] });
    const [types, outcomes, icd10] = data?.codeLists as unknown as { items: object[] }[];
    expect(types?.items).toContainEqual(
      expect.objectContaining({ code: 'DEATH', causeList: 'ICD10', caseType: null }),
    );
    expect(outcomes?.items).toContainEqual(
      expect.objectContaining({ code: 'ACQUITTED', caseType: 'DETENTION' }),
    );
    expect(icd10?.items).toContainEqual(
      expect.objectContaining({ code: 'V01-V09', parent: 'V01-V99', list: 'ICD10' }),
    );
  });

  it('are all there when no name is given', async () => {
    const { data } = await bolormaa.query(
      '{ codeLists { name } countries { code label } missions { id label kind timeZone country { code label } } }',
    );
    const { codeLists, countries, missions } = data as unknown as Record<string, Labelled[]>;
    expect([codeLists?.length, countries?.length, missions?.length]).toEqual([27, 250, 52]);
    expect(countries?.[0]).toEqual({ code: 'AF', label: 'Afghanistan' });
    expect(missions?.[0]).toMatchObject({ id: 'ULN', kind: 'ministry' });
    expect(missions).toContainEqual({
      id: 'SEL',
      label: 'Embassy in Seoul',
      kind: 'embassy',
      timeZone: 'Asia/Seoul',
      country: { code: 'KR', label: 'Korea, Republic of' },
    });
  });

  it('refuse a list that there is not, by name, in her language', async () => {
    const { data, errors } = await bolormaa.query(LISTS, { names: ['SEX', 'COLOUR'] }, 'mn');
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain('COLOUR нэртэй кодын жагсаалт байхгүй.');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      refusals: [{ code: 'UNKNOWN_LIST', field: 'names' }],
    });
  });

  it('are for those who have signed in', async () => {
    const { errors } = await api.nobody.query('{ countries { code } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('leave no row in the access log', async () => {
    await bolormaa.query('{ missions { id } }');
    const { rows } = await world.owner.query(
      "select count(*)::int as n from access.log where operation like 'reference%'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
