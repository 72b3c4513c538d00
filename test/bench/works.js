import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';

/** A document as the web app sends it: by its hash, which the server has learned (automatic persisted queries). */
function document(name) {
  const query = readFileSync(new URL(`../../apps/api/examples/${name}.graphql`, import.meta.url), 'utf8');
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return { query, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** Lets the server learn the document: one request with its whole text. */
export async function introduce(job) {
  if (job.side === 'raw') return;
  const { query, variables, person } = works[job.work](job).ours(0);
  const response = await fetch(`${job.url}/graphql`, {
    method: 'POST',
    headers: headersOf(person),
    body: JSON.stringify({ ...query, variables }),
  });
  if (!response.ok) throw new Error(`${job.work}: ${response.status} ${await response.text()}`);
}

function headersOf(person) {
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${person.token}`,
    'accept-language': 'en',
  };
}

/**
 * What a job sends: a function that gives the next request, in the same mix for both sides.
 * @param {{ work: string, side: 'ours' | 'raw', people: object[], ministry: object, samples: object[] }} job
 */
export function requestsOf(job) {
  const { raw, ours } = works[job.work](job);
  let count = Math.floor(Math.random() * 1000);
  if (job.side === 'raw') {
    return () => ({ path: '/', body: JSON.stringify({ work: job.work, values: raw((count += 1)) }) });
  }
  return () => {
    const { query, variables, person } = ours((count += 1));
    return {
      path: '/graphql',
      headers: headersOf(person),
      body: JSON.stringify({ extensions: query.extensions, variables }),
    };
  };
}

const pick = (list, count) => list[count % list.length];
const fragments = ['болорм', 'ганбо', 'энхж', 'tsets', 'naran', 'munkhb', 'сарн', 'зориг', 'дорж', 'khulan'];
const folded = ['bolorm', 'ganbo', 'enhj', 'tsets', 'naran', 'monhb', 'sarn', 'zorig', 'dorj', 'hulan'];

const works = {
  W1: ({ people }) => {
    const query = document('file-case');
    return {
      raw: (n) => {
        const { mission, country, id } = pick(people, n);
        const day = '2026-03-09';
        const texts = ['Bench filing', 'UNPAID_WAGES'];
        return [
          uuidv7(),
          uuidv7(),
          mission,
          'Болд',
          'Бат',
          ' bat bold',
          country,
          day,
          `${day}T09:00:00Z`,
          ...texts,
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
        return { query, person, variables: { input } };
      },
    };
  },
  W2: ({ people }) => {
    const query = document('worklist');
    return {
      raw: (n) => [pick(people, n).mission],
      ours: (n) => ({ query, person: pick(people, n), variables: { filter: { open: true }, first: 50 } }),
    };
  },
  W3a: ({ ministry }) => {
    const query = document('statistics');
    return {
      raw: (n) => [`${2014 + (n % 12)}-01-01`, `${2015 + (n % 12)}-01-01`],
      ours: (n) => {
        const year = 2014 + (n % 12);
        const filter = { basis: 'OPENED', from: `${year}-01`, to: `${year}-12` };
        return { query, person: ministry, variables: { filter } };
      },
    };
  },
  W3b: ({ ministry }) => {
    const query = document('statistics-by-month');
    return {
      raw: () => ['2014-01-01', '2026-01-01'],
      ours: () => ({
        query,
        person: ministry,
        variables: { filter: { basis: 'OPENED', from: '2014-01', to: '2025-12' } },
      }),
    };
  },
  W4: ({ ministry }) => {
    const query = document('search');
    return {
      raw: (n) => [`%${pick(folded, n)}%`, pick(folded, n)],
      ours: (n) => ({ query, person: ministry, variables: { fragment: pick(fragments, n) } }),
    };
  },
  W5: ({ people, samples }) => {
    const query = document('case');
    const byMission = new Map(people.map((person) => [person.mission, person]));
    return {
      raw: (n) => [pick(samples, n).id],
      ours: (n) => {
        const sample = pick(samples, n);
        return { query, person: byMission.get(sample.mission), variables: { id: sample.id } };
      },
    };
  },
};
