import { v7 as uuidv7 } from 'uuid';
import { webDocuments } from './web-documents.js';

const documents = await webDocuments();

/** Lets the server learn the document: its whole text, twice, as a browser would that did not know it to be known. */
export async function introduce(job) {
  if (job.side === 'raw') return;
  const { document, variables, person } = works[job.work](job).ours(0);
  for (let times = 0; times < 2; times += 1) {
    const response = await fetch(`${job.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(person) },
      body: JSON.stringify({ ...document, variables }),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"errors"'))
      throw new Error(`${job.work}: ${response.status} ${text.slice(0, 1000)}`);
  }
}

function headersOf(person) {
  return {
    accept: 'application/graphql-response+json, application/json',
    authorization: `Bearer ${person.token}`,
    'accept-language': 'en',
    'x-elchin-client': 'web',
    'apollo-require-preflight': 'true',
  };
}

/**
 * What a job sends: a function that gives the next request, in the same mix for both sides.
 * @param {{ work: string, side: 'ours' | 'raw', people: object[], ministry: object, samples: object[] }} job
 */
export function requestsOf(job) {
  const { raw, ours } = works[job.work](job);
  let count = Math.floor(Math.random() * 100_000);
  if (job.side === 'raw') {
    return () => ({
      path: '/',
      headers: {},
      body: JSON.stringify({ work: job.work, values: raw((count += 1)) }),
    });
  }
  return () => {
    const { document, variables, person } = ours((count += 1));
    const { operationName, extensions } = document;
    return {
      path: '/graphql',
      headers: headersOf(person),
      body: JSON.stringify({ operationName, extensions, variables }),
    };
  };
}

const pick = (list, count) => list[count % list.length];
const fragments = ['болорм', 'ганбо', 'энхж', 'tsets', 'naran', 'munkhb', 'сарн', 'зориг', 'дорж', 'khulan'];
const folded = ['bolorm', 'ganbo', 'enhj', 'tsets', 'naran', 'monhb', 'sarn', 'zorig', 'dorj', 'hulan'];

/** A table over the years 2014 to 2025: of one of them, or of all. */
function counts(dimensions, years) {
  return ({ ministry }) => ({
    raw: (n) => years(n).map((year, at) => `${year + at}-01-01`),
    ours: (n) => {
      const [from, to] = years(n);
      const filter = { basis: 'OPENED', from: `${from}-01`, to: `${to}-12` };
      return { document: documents.statistics, person: ministry, variables: { dimensions, filter } };
    },
  });
}

const oneYear = (n) => [2014 + (n % 12), 2014 + (n % 12)];
const allYears = () => [2014, 2025];

const works = {
  W1: ({ people }) => ({
    raw: (n) => {
      const { mission, country, id } = pick(people, n);
      const day = '2026-03-09';
      const who = ['Болд', 'Бат', ' bat bold'];
      return [
        uuidv7(),
        uuidv7(),
        mission,
        ...who,
        country,
        day,
        `${day}T09:00:00Z`,
        'Bench filing',
        'UNPAID_WAGES',
        id,
      ];
    },
    ours: (n) => {
      const person = pick(people, n);
      const input = {
        id: uuidv7(),
        type: 'LABOUR',
        hostCountry: person.country,
        occurred: { date: '2026-03-09', precision: 'DAY' },
        awareAt: '2026-03-09T09:00:00Z',
        source: 'SELF',
        summary: 'Bench filing',
        subject: { patronymic: 'Болд', given: 'Бат', sex: 'MALE' },
        labour: { issues: ['UNPAID_WAGES'] },
      };
      return { document: documents.fileCase, person, variables: { input } };
    },
  }),
  W2: ({ people }) => ({
    raw: (n) => [pick(people, n).mission],
    ours: (n) => ({ document: documents.worklist, person: pick(people, n), variables: listVariables(null) }),
  }),
  W3a: counts(['COUNTRY', 'CAUSE'], oneYear),
  W3b: counts(['COUNTRY', 'CAUSE', 'MONTH'], allYears),
  W4: ({ ministry }) => ({
    raw: (n) => [`%${pick(fragments, n)}%`, `%${pick(folded, n)}%`],
    ours: (n) => ({
      document: documents.worklist,
      person: ministry,
      variables: listVariables(pick(fragments, n)),
    }),
  }),
  W4api: ({ ministry }) => ({
    raw: (n) => [`%${pick(folded, n)}%`, pick(folded, n)],
    ours: (n) => ({
      document: documents.searchCases,
      person: ministry,
      variables: { fragment: pick(fragments, n) },
    }),
  }),
  W5: ({ people, samples }) => {
    const byMission = new Map(people.map((person) => [person.mission, person]));
    return {
      raw: (n) => [pick(samples, n).caseNo],
      ours: (n) => {
        const { caseNo, mission } = pick(samples, n);
        return {
          document: documents.caseFile,
          person: byMission.get(mission),
          variables: { caseNo, first: 50 },
        };
      },
    };
  },
};
works.W3aSummary = works.W3a;
works.W3bSummary = works.W3b;

/** The web app's list as it opens, or with a text in its box. */
function listVariables(text) {
  const filter = { types: null, statuses: null, open: true, missionId: null, text };
  return { filter, order: 'NEWEST', first: 50 };
}
