import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

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

const FILE = `mutation ($input: FileCaseInput!) { fileCase(input: $input) { __typename } }`;
const LIST = `query ($filter: WorklistFilter, $order: WorklistOrder! = NEWEST, $first: Int! = 50, $after: String) {
  worklist(filter: $filter, order: $order, first: $first, after: $after) { totalCount } }`;
const FIND = `query ($id: ID, $caseNo: String) { caseFile(id: $id, caseNo: $caseNo) { id } }`;
const SEARCH = `query ($fragment: String!, $first: Int! = 20) { searchCases(fragment: $fragment, first: $first) { id } }`;
const COUNT = `query ($filter: StatisticsFilter!) { statistics(dimensions: [COUNTRY], filter: $filter) { total } }`;
const filing = aCaseFile().input;

/** Three times: the first call is interpreted, the second and later ones are compiled, and both must say the same. */
async function askedThrice(document: string, variables: object, language: 'mn' | 'en') {
  const answers = [];
  for (let times = 0; times < 3; times += 1)
    answers.push(await bolormaa.query(document, variables, language));
  return answers;
}

const wrong: [string, string, object, string][] = [
  ['a number for a text', FILE, { input: { ...filing, summary: 5 } }, 'NOT_TEXT summary'],
  ['a list for a text', FILE, { input: { ...filing, summary: ['а'] } }, 'NOT_TEXT summary'],
  [
    'an object for a name',
    FILE,
    { input: { ...filing, subject: { given: { a: 1 } } } },
    'NOT_TEXT subject.given',
  ],
  ['a text for a number', LIST, { first: '50' }, 'NOT_A_NUMBER first'],
  ['a half for a whole number', LIST, { first: 1.5 }, 'NOT_A_NUMBER first'],
  ['a number past 32 bits', LIST, { first: 4e9 }, 'NOT_A_NUMBER first'],
  ['a text for yes or no', LIST, { filter: { open: 'yes' } }, 'NOT_YES_OR_NO open'],
  ['a type that there is not', FILE, { input: { ...filing, type: 'WEDDING' } }, 'NOT_A_CHOICE type'],
  ['an order that there is not', LIST, { order: 'RANDOM' }, 'NOT_A_CHOICE order'],
  [
    '30 February',
    FILE,
    { input: { ...filing, occurred: { date: '2026-02-30', precision: 'DAY' } } },
    'BAD_DATE occurred.date',
  ],
  [
    'a day in the order of another country',
    FILE,
    { input: { ...filing, occurred: { date: '08.03.2026', precision: 'DAY' } } },
    'BAD_DATE occurred.date',
  ],
  [
    'the year 0',
    FILE,
    { input: { ...filing, occurred: { date: '0000-03-08', precision: 'DAY' } } },
    'BAD_DATE occurred.date',
  ],
  [
    'an instant without its offset',
    FILE,
    { input: { ...filing, awareAt: '2026-03-09T14:05:00' } },
    'BAD_INSTANT awareAt',
  ],
  [
    'an offset that no place has',
    FILE,
    { input: { ...filing, awareAt: '2026-03-09T14:05:00+23:00' } },
    'BAD_INSTANT awareAt',
  ],
  ['a thirteenth month', COUNT, { filter: { from: '2026-13', to: '2026-12' } }, 'BAD_MONTH from'],
  ['the month of no year', COUNT, { filter: { from: '0000-01', to: '2026-12' } }, 'BAD_MONTH from'],
  ['nothing where something is needed', FILE, { input: { ...filing, summary: null } }, 'REQUIRED summary'],
  ['a needed field left out', FILE, { input: { ...filing, occurred: {} } }, 'REQUIRED occurred.precision'],
  ['a needed variable left out', FILE, {}, 'REQUIRED input'],
  ['a text for an object', FILE, { input: 'case' }, 'NOT_FIELDS input'],
  ['a list for an object', FILE, { input: [] }, 'NOT_FIELDS input'],
  ['a field that there is not', FILE, { input: { ...filing, colour: 'red' } }, 'UNKNOWN_FIELD colour'],
];

describe('a variable of the wrong type', () => {
  it.each(wrong)('%s: is answered with its field and a remedy', async (_, document, variables, expected) => {
    const [code, field] = expected.split(' ');
    for (const language of ['en', 'mn'] as const) {
      for (const { status, data, errors } of await askedThrice(document, variables, language)) {
        expect([status, data ?? null]).toEqual([400, null]);
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
        const refusal = errors?.[0]?.extensions.refusals?.find(
          (one) => one.code === code && one.field === field,
        );
        expect({ refusals: errors?.[0]?.extensions.refusals, refusal }).toMatchObject({
          refusal: { code, field },
        });
        expect(/[а-яөү]{3}/i.test(errors?.[0]?.message ?? '')).toBe(language === 'mn');
      }
    }
  });

  it('a name that was sent in the wrong place is not repeated in the answer', async () => {
    const { errors } = await bolormaa.query(FILE, { input: { ...filing, type: 'Болдбаатар' } });
    expect(JSON.stringify(errors)).not.toContain('Болдбаатар');
  });

  it('a default of the schema counts also when an operation comes again', async () => {
    for (const { data, errors } of await askedThrice(LIST, {}, 'en')) {
      expect({ data, errors }).toMatchObject({ data: { worklist: { totalCount: 0 } }, errors: undefined });
    }
    for (const { data } of await askedThrice(COUNT, { filter: { from: '2026-01', to: '2026-12' } }, 'en')) {
      expect(data).toEqual({ statistics: { total: 0 } });
    }
  });
});

describe('text made to break something', () => {
  const texts = [
    "'; drop table person; --",
    '\u0000',
    '\ud800',
    '%',
    '_',
    '\\',
    '${7*7}',
    '{{7*7}}',
    '<script>',
    '\u202e',
    'ﷺ'.repeat(100),
    '🏴‍☠️',
  ];
  const asked: [string, (text: string) => [string, object]][] = [
    ['the filter of a worklist', (text) => [LIST, { filter: { text } }]],
    ['its mission', (text) => [LIST, { filter: { missionId: text } }]],
    ['its countries', (text) => [LIST, { filter: { countries: [text] } }]],
    ['a cursor', (text) => [LIST, { after: text }]],
    [
      'values of a cursor',
      (text) => [
        LIST,
        { order: 'NAME', after: Buffer.from(JSON.stringify(['0', text, text, text])).toString('base64url') },
      ],
    ],
    ['an id', (text) => [FIND, { id: text }]],
    ['a reference', (text) => [FIND, { caseNo: text }]],
    ['a search', (text) => [SEARCH, { fragment: text }]],
    [
      'a filing',
      (text) => [
        FILE,
        { input: { ...filing, id: text, hostCountry: text, place: text, source: text, summary: text } },
      ],
    ],
    ['its record', (text) => [FILE, { input: { ...filing, detention: { offence: text, facility: text } } }]],
    [
      'codes of a count',
      (text) => [
        COUNT,
        { filter: { from: '2026-01', to: '2026-12', countries: [text], causes: [text], missions: [text] } },
      ],
    ],
  ];

  it.each(asked)('in %s is an answer or a refusal, never a failure', async (_, ask) => {
    for (const text of texts) {
      const answer = await bolormaa.query(...ask(text));
      expect({ text, status: answer.status }).toEqual({ text, status: expect.not.stringMatching(/^5/) });
      expect(answer.status).toBeLessThan(500);
      expect({ text, codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [] }).toEqual({
        text,
        codes: answer.errors ? ['BAD_USER_INPUT'] : [],
      });
      expect(JSON.stringify(answer)).not.toMatch(/select |insert |cases\.|\.ts:|node_modules|at [A-Z]\w+\./);
    }
  });
});
