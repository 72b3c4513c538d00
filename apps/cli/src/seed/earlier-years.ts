import { CASE_TYPES } from '#cases';
import type { Codes } from '#reference';
import { aDemoCase } from './a-demo-case.js';
import type { DemoCase, DemoCaseType } from './demo-case.js';
import { dayAfter, workdayFrom } from './instants.js';
import { summariesOf } from './phrases.js';
import { Random, stableId } from './random.js';
import { hostOf, type Post, posts } from './recent-cases.js';
import { durationOf } from './timelines.js';

const SEED = 'elchin-demo/earlier';

/** Cases of each type in each of the years. */
const EACH = 3;
const FIRST = 2016;
const LAST = 2025;

/** Years before the recent months, thinly: every type in every year, long ended, so that a series of years has no hole. */
export function earlierCases(codes: Codes): DemoCase[] {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
  return years.flatMap((year) =>
    CASE_TYPES.flatMap((type) => Array.from({ length: EACH }, (_, at) => earlierCase(codes, year, type, at))),
  );
}

function earlierCase(codes: Codes, year: number, type: DemoCaseType, at: number): DemoCase {
  const key = `${year}/${type}/${at}`;
  const random = new Random(SEED).branch(key);
  const post = random.pick<Post>(posts);
  const hostCountry = hostOf(random, post);
  // January to September 2016 belong to the illustration; the recent months may reach back into September 2025.
  const [first, days] = year === 2016 ? ['2016-10-10', 75] : [`${year}-01-14`, 200];
  const openedOn = workdayFrom(dayAfter(first, random.int(0, days)));
  return aDemoCase(random, codes, {
    id: stableId(SEED, `case/${key}`, year * 100 + at),
    type,
    missionId: post.mission,
    hostCountry,
    place: random.chance(0.9) ? random.pick(post.where[hostCountry] ?? []) : null,
    occurredOn: dayAfter(openedOn, -random.int(0, 8)),
    openedOn,
    status: random.chance(0.05) ? 'REJECTED' : 'CLOSED',
    afterDays: durationOf(random, type),
    men: 0.62,
    summary: (cause) => random.pick(summariesOf(type, cause)),
  });
}
