import type { DemoAct, DemoCaseType, DemoRecord, DemoStaff, DemoStatus } from './demo-case.js';
import { isSupervisor } from '#access';
import { officerOf, supervisorOf } from './demo-staff.js';
import { dayAfter, daysFrom, localDay, officeHour, workdayUntil } from './instants.js';
import { outcomeOf } from './outcomes.js';
import { acts, notes } from './phrases.js';
import type { Random } from './random.js';

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

interface Story {
  type: DemoCaseType;
  record: DemoRecord;
  missionId: string;
  timeZone: string;
  status: DemoStatus;
  registeredAt: Date;
  /** The day there of the last act. */
  until: string;
}

type Step = Omit<DemoAct, 'at' | 'by'> & { by: DemoStaff };

/** What was done to a case from its filing to now: steps of its life, with acts and notes between them, all at office hours. */
export function actsOf(random: Random, story: Story): DemoAct[] {
  const steps = stepsOf(random, story);
  const registered = localDay(story.registeredAt, story.timeZone);
  const span = daysFrom(registered, story.until);
  let last = story.registeredAt;
  return steps.map((step, at) => {
    // Much at first, then ever less; the last one at the end of the span.
    const day = workdayUntil(dayAfter(registered, Math.floor(span * ((at + 1) / steps.length) ** 2)));
    const hour = officeHour(random, day, story.timeZone);
    last = hour > last ? hour : new Date(last.getTime() + random.int(120, 900) * 1000);
    const { by, ...act } = step;
    return { ...act, at: last.toISOString(), by: { staffId: by.id, supervisor: isSupervisor(by.role) } };
  });
}

function stepsOf(random: Random, story: Story): Step[] {
  const way = random.pick(ways[story.status]);
  const by = officerOf(story.missionId);
  const usual = [...acts[story.type]];
  return way.slice(1).flatMap((to) => {
    const steps = [stepTo(random, story, to)];
    if (to !== 'IN_PROGRESS' && !to.startsWith('WAITING')) return steps;
    for (const [kind, text] of usual.splice(0, random.int(1, 2))) steps.push({ kind, text, by });
    if (random.chance(0.35)) steps.push({ kind: 'NOTE', text: random.pick(notes), by });
    return steps;
  });
}

function stepTo(random: Random, { type, record, missionId }: Story, to: DemoStatus): Step {
  const [officer, supervisor] = [officerOf(missionId), supervisorOf(missionId)];
  switch (to) {
    case 'RESOLVED':
      return { to, by: officer, outcome: outcomeOf(random, type, record) };
    case 'CLOSED':
      return { to, by: supervisor, text: 'Шаардлагатай арга хэмжээ авч дууссан.' };
    case 'REOPENED':
      return { to, by: supervisor, text: 'Шинэ мэдээлэл ирсэн тул дахин нээв.' };
    case 'REJECTED':
      return { to, by: officer, text: 'Консулын чиг үүрэгт хамаарахгүй.' };
    default:
      return { to, by: officer };
  }
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

export function durationOf(random: Random, type: DemoCaseType): number {
  const [least, most] = usualDays[type];
  return random.int(least, most);
}

/** Where a case stands that was registered so many days ago, and how many days after its registration it came there. */
export function standingOf(
  random: Random,
  type: DemoCaseType,
  age: number,
): { status: DemoStatus; afterDays: number } {
  if (random.chance(0.04)) return { status: 'REJECTED', afterDays: Math.min(age, random.int(1, 6)) };
  const duration = durationOf(random, type);
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
