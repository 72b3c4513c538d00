import type { Codes } from '#reference';
import { aDemoCase } from './a-demo-case.js';
import type { DemoCase, DemoCaseType } from './demo-case.js';
import { dayAfter, daysFrom, localDay, workdayUntil } from './instants.js';
import { summariesOf } from './phrases.js';
import { Random, stableId } from './random.js';
import { standingOf } from './timelines.js';

const SEED = 'elchin-demo/recent';

type Mix = Record<DemoCaseType, number>;

const migrantWorkers: Mix = {
  LABOUR: 30,
  DETENTION: 16,
  INSURANCE: 12,
  WELFARE: 14,
  MEDICAL: 9,
  CRIME_VICTIM: 8,
  DEATH: 6,
  MISSING: 5,
};
const neighbours: Mix = {
  DETENTION: 26,
  WELFARE: 20,
  MEDICAL: 14,
  CRIME_VICTIM: 12,
  LABOUR: 10,
  DEATH: 9,
  MISSING: 6,
  INSURANCE: 3,
};
const diaspora: Mix = {
  WELFARE: 28,
  DETENTION: 15,
  CRIME_VICTIM: 14,
  MEDICAL: 14,
  LABOUR: 12,
  DEATH: 7,
  MISSING: 5,
  INSURANCE: 5,
};

export interface Post {
  mission: string;
  cases: number;
  mix: Mix;
  /** Host country and places there; a mission may cover several. */
  where: Record<string, readonly string[]>;
}

/** How many cases each mission has in the demo, of which kind and where: 16 missions, 382 cases. */
export const posts: readonly Post[] = [
  {
    mission: 'SEL',
    cases: 96,
    mix: migrantWorkers,
    where: { KR: ['Seoul', 'Ansan', 'Suwon', 'Hwaseong', 'Incheon'] },
  },
  { mission: 'BJS', cases: 42, mix: neighbours, where: { CN: ['Beijing', 'Tianjin', 'Guangzhou'] } },
  {
    mission: 'PRG',
    cases: 38,
    mix: migrantWorkers,
    where: { CZ: ['Praha', 'Plzeň', 'Kladno'], SK: ['Bratislava'] },
  },
  { mission: 'TYO', cases: 34, mix: migrantWorkers, where: { JP: ['Tokyo', 'Nagoya', 'Saitama'] } },
  {
    mission: 'WAS',
    cases: 28,
    mix: diaspora,
    where: { US: ['Arlington', 'Denver', 'Los Angeles'], MX: ['Tijuana'] },
  },
  {
    mission: 'MOW',
    cases: 22,
    mix: neighbours,
    where: { RU: ['Moscow', 'Saint Petersburg', 'Yekaterinburg'] },
  },
  { mission: 'BER', cases: 18, mix: diaspora, where: { DE: ['Berlin', 'Leipzig', 'Frankfurt'] } },
  {
    mission: 'STO',
    cases: 17,
    mix: diaspora,
    where: { SE: ['Stockholm', 'Göteborg'], NO: ['Oslo'], FI: ['Helsinki'] },
  },
  { mission: 'NQZ', cases: 15, mix: neighbours, where: { KZ: ['Astana', 'Almaty', 'Öskemen'] } },
  { mission: 'ANK', cases: 14, mix: diaspora, where: { TR: ['Ankara', 'İstanbul', 'Antalya'] } },
  { mission: 'BUD', cases: 12, mix: migrantWorkers, where: { HU: ['Budapest', 'Győr'] } },
  { mission: 'WAW', cases: 11, mix: migrantWorkers, where: { PL: ['Warszawa', 'Łódź'] } },
  { mission: 'LON', cases: 10, mix: diaspora, where: { GB: ['London', 'Leeds'], IE: ['Dublin'] } },
  { mission: 'CBR', cases: 9, mix: diaspora, where: { AU: ['Sydney', 'Melbourne'] } },
  { mission: 'BKK', cases: 8, mix: diaspora, where: { TH: ['Bangkok', 'Phuket'] } },
  {
    mission: 'ULN',
    cases: 8,
    mix: diaspora,
    where: { CH: ['Zürich'], MY: ['Kuala Lumpur'], PH: ['Manila'] },
  },
];

/** The cases of the last fourteen months before `now`, more of them lately. */
export function recentCases(codes: Codes, now: Date): DemoCase[] {
  return posts.flatMap((post) =>
    Array.from({ length: post.cases }, (_, at) => recentCase(codes, now, post, at)),
  );
}

function recentCase(codes: Codes, now: Date, post: Post, at: number): DemoCase {
  const key = `${post.mission}/${at}`;
  const random = new Random(SEED).branch(key);
  const type = random.weighted<DemoCaseType>(post.mix);
  const hostCountry = hostOf(random, post);
  const zone = codes.mission(post.mission)?.timeZone ?? 'UTC';
  const today = localDay(now, zone);
  // The square makes recent days likelier. Today is still open: not all of what is said of it may have come.
  const openedOn = workdayUntil(dayAfter(today, -1 - Math.floor(425 * random.next() ** 2)));
  return aDemoCase(random, codes, {
    id: stableId(SEED, `case/${key}`, at),
    type,
    missionId: post.mission,
    hostCountry,
    place: random.chance(0.9) ? random.pick(post.where[hostCountry] ?? []) : null,
    occurredOn: random.chance(0.93) ? dayAfter(openedOn, -random.int(0, 12)) : null,
    openedOn,
    ...standingOf(random, type, daysFrom(openedOn, today) - 1),
    men: 0.62,
    summary: (cause) => random.pick(summariesOf(type, cause)),
  });
}

/** Mostly where the mission stands, which comes first; the consular department stands in none of its countries. */
export function hostOf(random: Random, post: Post): string {
  const hosts = Object.keys(post.where);
  if (post.mission === 'ULN' || hosts.length === 1) return random.pick(hosts);
  return random.pick(random.chance(0.82) ? hosts.slice(0, 1) : hosts.slice(1));
}
