import type { DemoCaseType, DemoEntry, DemoStatus } from './demo-case.js';
import { officerOf, supervisorOf } from './demo-staff.js';
import { acts, notes } from './phrases.js';
import { type Random, stableId } from './random.js';

const DAY_MS = 86_400_000;

/** Ways to each status that the lifecycle allows, first status first. */
const ways: Record<DemoStatus, readonly (readonly DemoStatus[])[]> = {
  REGISTERED: [['REGISTERED']],
  TRIAGED: [['REGISTERED', 'TRIAGED']],
  IN_PROGRESS: [
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS'],
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_HOST', 'IN_PROGRESS'],
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'REOPENED', 'IN_PROGRESS'],
  ],
  WAITING_HOST: [['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_HOST']],
  WAITING_CLIENT: [['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_CLIENT']],
  WAITING_OTHER: [['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_OTHER']],
  RESOLVED: [['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED']],
  CLOSED: [
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_HOST', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
    ['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'WAITING_CLIENT', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
  ],
  REJECTED: [['REGISTERED', 'REJECTED']],
  REOPENED: [['REGISTERED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'REOPENED']],
};

/** Closing these needs a second pair of eyes. */
const supervised: ReadonlySet<DemoCaseType> = new Set(['DETENTION', 'DEATH', 'MISSING']);

interface Story {
  caseId: string;
  type: DemoCaseType;
  missionId: string;
  status: DemoStatus;
  registeredAt: Date;
  /** When the last entry was made. */
  until: Date;
}

type Step = Pick<DemoEntry, 'kind' | 'body' | 'fromStatus' | 'toStatus' | 'staffId'>;

/** The entries of a case from its filing to now: steps of its life, with acts and notes between them. */
export function aTimeline(random: Random, story: Story): DemoEntry[] {
  const steps = stepsOf(random, story);
  const span = story.until.getTime() - story.registeredAt.getTime();
  return steps.map((step, at) => {
    // Much at first, then ever less; the last one at the end of the span, the filing at its beginning.
    const share = steps.length === 1 ? 0 : (at / (steps.length - 1)) ** 2;
    return {
      ...step,
      id: stableId(random.seed, `entry/${story.caseId}/${at}`, at),
      at: new Date(story.registeredAt.getTime() + Math.floor(span * share)).toISOString(),
    };
  });
}

function stepsOf(random: Random, story: Story): Step[] {
  const way = random.pick(ways[story.status]);
  const officer = officerOf(story.missionId).id;
  const usual = [...acts[story.type]];
  const steps: Step[] = [];
  way.forEach((toStatus, at) => {
    const fromStatus = way[at - 1] ?? null;
    steps.push({ ...changeOf(story, fromStatus, toStatus), fromStatus, toStatus });
    if (toStatus !== 'IN_PROGRESS' && !toStatus.startsWith('WAITING')) return;
    for (const [kind, body] of usual.splice(0, random.int(1, 2))) {
      steps.push({ kind, body, staffId: officer, fromStatus: null, toStatus: null });
    }
    if (random.chance(0.35)) {
      steps.push({
        kind: 'NOTE',
        body: random.pick(notes),
        staffId: officer,
        fromStatus: null,
        toStatus: null,
      });
    }
  });
  return steps;
}

function changeOf(
  story: Story,
  from: DemoStatus | null,
  to: DemoStatus,
): Omit<Step, 'fromStatus' | 'toStatus'> {
  const officer = officerOf(story.missionId).id;
  if (from === null) return { kind: 'FILED', body: null, staffId: officer };
  if (to === 'CLOSED') {
    const closer = supervised.has(story.type) ? supervisorOf(story.missionId).id : officer;
    return { kind: 'CLOSED', body: 'Шаардлагатай арга хэмжээ авч дууссан.', staffId: closer };
  }
  if (to === 'REOPENED')
    return { kind: 'REOPENED', body: 'Шинэ мэдээлэл ирсэн тул дахин нээв.', staffId: officer };
  const body = to === 'REJECTED' ? 'Консулын чиг үүрэгт хамаарахгүй.' : null;
  return { kind: 'STATUS_CHANGED', body, staffId: officer };
}

/** How long a case of a type usually stays open, in days: [at least, at most]. */
const usualDays: Record<DemoCaseType, readonly [number, number]> = {
  DETENTION: [40, 300],
  DEATH: [7, 60],
  MISSING: [20, 250],
  CRIME_VICTIM: [20, 150],
  LABOUR: [20, 160],
  INSURANCE: [30, 180],
  MEDICAL: [5, 60],
  WELFARE: [2, 40],
};

/** Where a case stands that was registered so many days ago, and how many days after its registration it came there. */
export function standingOf(
  random: Random,
  type: DemoCaseType,
  age: number,
): { status: DemoStatus; afterDays: number } {
  if (random.chance(0.04)) return { status: 'REJECTED', afterDays: Math.min(age, random.int(1, 6)) };
  const [least, most] = usualDays[type];
  const duration = random.int(least, most);
  if (duration < age) return { status: 'CLOSED', afterDays: duration };
  const open: Partial<Record<DemoStatus, number>> =
    age < 3
      ? { REGISTERED: 70, TRIAGED: 30 }
      : age < 8
        ? { REGISTERED: 15, TRIAGED: 45, IN_PROGRESS: 40 }
        : {
            IN_PROGRESS: 44,
            WAITING_HOST: 24,
            WAITING_CLIENT: 12,
            WAITING_OTHER: 8,
            RESOLVED: 9,
            REOPENED: 3,
          };
  return { status: random.weighted(open), afterDays: random.int(0, Math.max(0, age - 1)) };
}

export const laterBy = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MS);
