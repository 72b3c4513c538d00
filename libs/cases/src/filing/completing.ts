import type { Refusals } from '#platform';
import { recordShapes } from '../records/case-types.js';
import { cutToPrecision, isFutureInstant, localDay, notLaterThanNow } from '../file/dates.rules.js';
import { type PersonRow, personRow, trimmed } from '../people/person-row.js';
import type { FiledCase } from './filed-case.js';
import type { Filing } from './filing.js';
import { causeOf, checkAwareness, checkContent, type Lists } from './filing.rules.js';

/** Where, when and by whom a case is filed: what a filing does not say itself. */
export interface FilingSituation {
  missionId: string;
  /** Of the post. */
  timeZone: string;
  /** The calendar day there. */
  today: string;
  /** The latest day that has begun there or where it happened; the post's own when left out. */
  latest?: string;
  /** Milliseconds of the epoch. */
  now: number;
  /** Of the reference. */
  year: number;
  registeredBy: string | null;
  /** The day there on which it was learned of, where whoever files has worked it out already. */
  openedOn?: string;
}

/** Everything that is wrong with a filing, on every way in: at the desk, in a file, in the demo. */
export function faultsOf(filing: Filing, at: FilingSituation, lists: Lists): Refusals {
  const awareDay = openedOn(filing, at);
  const refusals = checkContent(filing, filing.type, at.latest ?? at.today, lists, { awareDay });
  if (isFutureInstant(filing.awareAt, at.now)) refusals.add('FUTURE_DATE', 'awareAt');
  else checkAwareness(awareDay, filing.occurred, at.today, refusals);
  return refusals;
}

/**
 * A filing without fault, as it is written.
 * @param person of its subject; many who are alike (unnamed) need be made only once.
 */
export function completed(
  filing: Filing,
  at: FilingSituation,
  person: PersonRow = personRow(filing.subject),
): FiledCase {
  const shape = recordShapes[filing.type];
  return {
    id: filing.id,
    type: filing.type,
    missionId: at.missionId,
    year: at.year,
    hostCountry: filing.hostCountry,
    place: trimmed(filing.place),
    occurred: cutToPrecision(filing.occurred),
    awareAt: notLaterThanNow(filing.awareAt, at.now),
    registeredBy: at.registeredBy,
    openedOn: openedOn(filing, at),
    source: filing.source,
    summary: filing.summary.trim(),
    cause: causeOf(filing, filing.type),
    contentHash: null,
    person,
    record: shape ? (filing[shape.field] ?? null) : null,
  };
}

function openedOn({ awareAt }: Filing, at: FilingSituation): string {
  return at.openedOn ?? localDay(new Date(notLaterThanNow(awareAt, at.now)), at.timeZone);
}
