import type { Codes } from '#reference';
import type { DemoCase, DemoCaseType, DemoEntry, DemoRecord, DemoStatus } from './demo-case.js';
import { officerOf } from './demo-staff.js';
import { aPerson } from './fictional-people.js';
import { localDay, officeHour } from './instants.js';
import { outcomeOf } from './outcomes.js';
import { summariesOf } from './phrases.js';
import { Random, stableId } from './random.js';
import { aTimeline, laterBy, standingOf } from './timelines.js';
import { aRecord } from './type-records.js';

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

const sources = { SELF: 34, FAMILY: 26, HOST_AUTHORITY: 22, EMPLOYER: 6, NGO: 5, OTHER_POST: 4, MEDIA: 3 };

interface Post {
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
  const dates = datesOf(random, zone, now);
  const { status, afterDays } = standingOf(random, type, dates.age);
  const until = laterBy(dates.registeredAt, afterDays);
  const record = aRecord(random, type, dates);
  const id = stableId(SEED, `case/${key}`, at);
  const story = {
    caseId: id,
    type,
    missionId: post.mission,
    status,
    registeredAt: dates.registeredAt,
    until,
  };
  const entries = aTimeline(random.branch('timeline'), story);
  return {
    id,
    type,
    status,
    missionId: post.mission,
    hostCountry,
    place: random.chance(0.9) ? random.pick(post.where[hostCountry] ?? []) : null,
    occurredOn: dates.occurredOn,
    occurredPrecision: dates.occurredOn === null ? 'UNKNOWN' : 'DAY',
    ...textOf(dates),
    ...endOf(random, type, record, status, localDay(until, zone)),
    source: random.weighted(sources),
    summary: random.pick(summariesOf(type, record.cause)),
    ownerId: officerOf(post.mission).id,
    subject: aPerson(random.branch('person'), key, { men: 0.62, year: Number(dates.openedOn.slice(0, 4)) }),
    record: withFirstVisit(record, type, entries, zone),
    entries,
    illustration: false,
  };
}

/** The day of the first visit to a detained person is the day of that entry. */
function withFirstVisit(record: DemoRecord, type: DemoCaseType, entries: readonly DemoEntry[], zone: string) {
  const visit = type === 'DETENTION' && entries.find((entry) => entry.kind === 'VISIT');
  const day = visit ? localDay(new Date(visit.at), zone) : null;
  return type === 'DETENTION' ? { ...record, fields: { ...record.fields, first_visit_on: day } } : record;
}

const textOf = (dates: ReturnType<typeof datesOf>) => ({
  awareAt: dates.awareAt.toISOString(),
  registeredAt: dates.registeredAt.toISOString(),
  openedOn: dates.openedOn,
});

/** A case that ended has a day of its end; one that was resolved has an outcome. */
function endOf(random: Random, type: DemoCaseType, record: DemoRecord, status: DemoStatus, day: string) {
  const isOver = status === 'CLOSED' || status === 'REJECTED';
  const isResolved = status === 'CLOSED' || status === 'RESOLVED';
  return { closedOn: isOver ? day : null, outcome: isResolved ? outcomeOf(random, type, record) : null };
}

/** When it happened, when the mission learned of it and registered it: in this order, and none after `now`. */
function datesOf(random: Random, zone: string, now: Date) {
  // The square makes recent days likelier.
  const age = Math.floor(425 * random.next() ** 2);
  const registeredAt = officeHour(random, laterBy(now, -age), zone, now);
  const awareAt = laterBy(registeredAt, random.chance(0.7) ? -random.next() / 12 : -random.int(1, 3));
  const occurredOn = random.chance(0.93) ? localDay(laterBy(awareAt, -random.int(0, 12)), zone) : null;
  return { age, registeredAt, awareAt, occurredOn, openedOn: localDay(awareAt, zone) };
}

/** Mostly where the mission stands, which comes first; the consular department stands in none of its countries. */
function hostOf(random: Random, post: Post): string {
  const hosts = Object.keys(post.where);
  if (post.mission === 'ULN' || hosts.length === 1) return random.pick(hosts);
  return random.pick(random.chance(0.82) ? hosts.slice(0, 1) : hosts.slice(1));
}
