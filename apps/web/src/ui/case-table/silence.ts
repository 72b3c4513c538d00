import { daysBetween } from '../../format/dates.ts';
import { todayIn, wallClock } from '../../format/zones.ts';
import type { CaseRow } from './case-row.ts';

/** Days without an entry after which an open case is looked at anew, and after which it is urgent. */
const amberAfter = 14;
const redAfter = 30;

interface Silence {
  /** Days since the newest entry, on the post's calendar. */
  days: number;
  tone: 'quiet' | 'amber' | 'red';
}

/** How long nothing was written of a case: until there are duties with days of their own, what is urgent goes by it. */
export function silenceOf(row: Pick<CaseRow, 'status' | 'latestEntry' | 'mission'>): Silence {
  const { timeZone } = row.mission;
  const days = Math.max(0, daysBetween(wallClock(row.latestEntry.at, timeZone).date, todayIn(timeZone)));
  const closed = row.status === 'CLOSED' || row.status === 'REJECTED';
  return { days, tone: closed || days < amberAfter ? 'quiet' : days < redAfter ? 'amber' : 'red' };
}
