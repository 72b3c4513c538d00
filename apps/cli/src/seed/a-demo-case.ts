import type { Codes } from '#reference';
import type { DemoAct, DemoCase, DemoCaseType, DemoRecord, DemoStatus } from './demo-case.js';
import { officerOf } from './demo-staff.js';
import { aPerson } from './fictional-people.js';
import { dayAfter, localDay, officeHour } from './instants.js';
import { type Random } from './random.js';
import { actsOf } from './timelines.js';
import { aRecord } from './type-records.js';

/** Who tells of something; not the dead, and not the missing. */
const sources = { FAMILY: 26, HOST_AUTHORITY: 22, EMPLOYER: 6, NGO: 5, OTHER_POST: 4, MEDIA: 3 };
const speechless: ReadonlySet<DemoCaseType> = new Set(['DEATH', 'MISSING']);

/** What is known of a case before its story is made up. */
export interface Plot {
  id: string;
  type: DemoCaseType;
  missionId: string;
  hostCountry: string;
  place: string | null;
  /** Null when nobody knows. */
  occurredOn: string | null;
  /** A working day there, on which the mission learned of it and registered it. */
  openedOn: string;
  status: DemoStatus;
  /** Days from then to the last act. */
  afterDays: number;
  /** Share of men. */
  men: number;
  summary: (cause: string) => string;
  record?: DemoRecord;
  sources?: Record<string, number>;
  illustration?: true;
}

/** A case that could have been filed as it is, with all that was done since. */
export function aDemoCase(random: Random, codes: Codes, plot: Plot): DemoCase {
  const { type, missionId, openedOn, occurredOn } = plot;
  const timeZone = codes.mission(missionId)?.timeZone ?? 'UTC';
  const awareAt = officeHour(random, openedOn, timeZone);
  const registeredAt = new Date(awareAt.getTime() + random.int(5, 90) * 60_000);
  const record = plot.record ?? aRecord(random, type, plot);
  const acts = actsOf(random.branch('timeline'), {
    ...plot,
    record,
    timeZone,
    registeredAt,
    until: dayAfter(openedOn, plot.afterDays),
  });
  return {
    id: plot.id,
    type,
    missionId,
    hostCountry: plot.hostCountry,
    place: plot.place,
    occurred: { date: occurredOn, precision: occurredOn === null ? 'UNKNOWN' : 'DAY' },
    awareAt: awareAt.toISOString(),
    registeredAt: registeredAt.toISOString(),
    registeredBy: officerOf(missionId).id,
    source: random.weighted<string>(
      plot.sources ?? (speechless.has(type) ? sources : { SELF: 34, ...sources }),
    ),
    summary: plot.summary(record.cause),
    subject: aPerson(random.branch('person'), { men: plot.men, year: Number(openedOn.slice(0, 4)) }),
    ...withFirstVisit(record, acts, timeZone).content,
    acts,
    illustration: plot.illustration,
  };
}

/** The day of the first visit to a detained person is the day of that entry. */
function withFirstVisit(record: DemoRecord, acts: readonly DemoAct[], timeZone: string): DemoRecord {
  const visit = acts.find(({ kind }) => kind === 'VISIT');
  const { detention } = record.content;
  if (!detention || !visit) return record;
  return {
    ...record,
    content: { detention: { ...detention, firstVisitOn: localDay(new Date(visit.at), timeZone) } },
  };
}
