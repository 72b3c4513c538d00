import type { Codes } from '#reference';
import { aDemoCase, type Plot } from './a-demo-case.js';
import type { DemoCase, DemoRecord } from './demo-case.js';
import { dayAfter, daysFrom, workdayFrom } from './instants.js';
import { Random, stableId } from './random.js';
import { deathRecord, detentionRecord } from './type-records.js';

const SEED = 'elchin-demo/2016';

/**
 * Made so that the totals for January to September 2016 are those that the consular department published
 * (reference data, published-figures.csv): 246 persons involved in crimes, 45 deaths, and 99 imprisoned at the end of
 * September in 13 countries. Only the totals were published; everything else here is invented, and marked so.
 * [country, suspects in the nine months, of them still held at the end of September]
 */
const suspects: readonly (readonly [string, number, number])[] = [
  ['KR', 92, 38],
  ['CN', 58, 27],
  ['US', 20, 7],
  ['RU', 18, 8],
  ['KZ', 12, 6],
  ['JP', 9, 3],
  ['CZ', 8, 3],
  ['DE', 7, 2],
  ['TR', 6, 1],
  ['SE', 5, 1],
  ['HU', 3, 1],
  ['PL', 2, 1],
  ['HK', 2, 1],
  ['AT', 2, 0],
  ['MY', 2, 0],
];

/** "Mostly accidents, mishaps, suicide and crime; most in South Korea and China": [country, deaths]. */
const deaths: readonly (readonly [string, number])[] = [
  ['KR', 17],
  ['CN', 11],
  ['US', 4],
  ['RU', 3],
  ['KZ', 2],
  ['JP', 2],
  ['CZ', 2],
  ['DE', 1],
  ['SE', 1],
  ['TR', 1],
  ['TH', 1],
];

const causes: Record<string, number> = {
  'ACCIDENT V01-V99': 10,
  'ACCIDENT W20-W49': 8,
  'ACCIDENT W00-W19': 6,
  'ACCIDENT W65-W74': 4,
  'SUICIDE X60-X84': 9,
  'HOMICIDE X85-Y09': 6,
  'NATURAL I00-I99': 2,
};

const offences = { '05': 34, '02': 22, '08': 14, '07': 12, '06': 10, '04': 5, '01': 3 };

/** The illustration of 2016: 291 cases. */
export function casesOf2016(codes: Codes): DemoCase[] {
  const detentions = suspects.flatMap(([country, all, held]) =>
    Array.from({ length: all }, (_, at) => aDetention(codes, country, at, at < held)),
  );
  const dead = deaths.flatMap(([country, all]) =>
    Array.from({ length: all }, (_, at) => aDeath(codes, country, at)),
  );
  return [...detentions, ...dead];
}

type Plan = Pick<Plot, 'type' | 'summary'> & {
  country: string;
  at: number;
  /** Days from opening to closing. */
  duration: (random: Random, untilOctober: number) => number;
  record: (random: Random, occurredOn: string, openedOn: string) => DemoRecord;
};

function aDetention(codes: Codes, country: string, at: number, isHeld: boolean): DemoCase {
  return closedCase(codes, {
    type: 'DETENTION',
    country,
    at,
    duration: (random, untilOctober) =>
      isHeld ? untilOctober + random.int(20, 1100) : random.int(1, Math.max(1, untilOctober - 1)),
    record: (random, occurredOn, openedOn) =>
      detentionRecord(random, {
        basis: 'CRIMINAL',
        offence: random.weighted(offences),
        arrestedOn: occurredOn,
        openedOn,
      }),
    summary: () => 'Зохиомол: 2016 оны нийтэлсэн тоог дүрслэв (гэмт хэрэгт холбогдсон).',
  });
}

function aDeath(codes: Codes, country: string, at: number): DemoCase {
  return closedCase(codes, {
    type: 'DEATH',
    country,
    at,
    duration: (random) => random.int(6, 50),
    record: (random) => {
      const [manner = '', icd10 = ''] = random.weighted(causes).split(' ');
      return deathRecord(random, manner, icd10);
    },
    summary: () => 'Зохиомол: 2016 оны нийтэлсэн тоог дүрслэв (нас баралт).',
  });
}

/** A case of 2016, long closed. It happened and was opened before the end of September, so both bases count it. */
function closedCase(codes: Codes, { type, country, at, summary, ...plan }: Plan): DemoCase {
  const key = `${type}/${country}/${at}`;
  const random = new Random(SEED).branch(key);
  // The latest: Friday 23 September, learned of on Monday.
  const occurredOn = dayAfter('2016-01-01', random.int(0, 266));
  const openedOn = workdayFrom(dayAfter(occurredOn, random.int(0, 3)));
  return aDemoCase(random, codes, {
    id: stableId(SEED, `case/${key}`, at),
    type,
    missionId: codes.missionFor(country),
    hostCountry: country,
    place: null,
    occurredOn,
    openedOn,
    status: 'CLOSED',
    afterDays: plan.duration(random, daysFrom(openedOn, '2016-10-01')),
    men: 0.74,
    summary,
    record: plan.record(random, occurredOn, openedOn),
    sources: { HOST_AUTHORITY: 60, FAMILY: 30, MEDIA: 10 },
    illustration: true,
  });
}
