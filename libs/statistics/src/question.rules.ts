import { type Actor, reachOf } from '#access';
import { Refusals } from '#platform';
import type { Codes } from '#reference';
import { causesNamed, qualifiedCauses } from './cause.rules.js';
import { fullYears, monthsIn, readMonth, runningMonth, writeMonth } from './period.rules.js';
import type { Dimension, Question, StatisticsFilter } from './question.js';

const MOST_DIMENSIONS = 3;
const MOST_YEARS = 50;

/** What a filter's field may hold. */
const isKnown: Record<
  'types' | 'countries' | 'causes' | 'sexes' | 'missions',
  (codes: Codes, code: string) => boolean
> = {
  types: (codes, code) => codes.item('CASE_TYPE', code) !== undefined,
  countries: (codes, code) => codes.country(code) !== undefined,
  causes: (codes, code) => causesNamed(codes, code).length > 0,
  sexes: (codes, code) => codes.item('SEX', code) !== undefined,
  missions: (codes, code) => codes.mission(code) !== undefined,
};

/**
 * Checks what was asked, and narrows it to the asker's reach: who acts for a post counts that post.
 * @throws Refusal with everything that is wrong with it, each with its field.
 */
export function readQuestion(
  dimensions: readonly Dimension[],
  filter: StatisticsFilter,
  actor: Actor,
  codes: Codes,
  now: number = runningMonth(),
): Question {
  const refusals = new Refusals();
  checkDimensions(dimensions, refusals);
  const period = readPeriod(filter, now, refusals);
  if (filter.monthUnknown && filter.basis !== 'OCCURRED') refusals.add('MONTH_ALWAYS_KNOWN', 'monthUnknown');
  checkCodes(filter, codes, refusals);
  const missions = readMissions(filter, actor, refusals);
  refusals.throwIfAny();
  const causes = distinct(filter.causes);
  return {
    dimensions,
    basis: filter.basis,
    period,
    asOfNow: filter.basis === 'OPEN_AT_END' && period.to === now,
    types: distinct(filter.types),
    countries: distinct(filter.countries),
    causes: causes && causes.flatMap((cause) => causesNamed(codes, cause)),
    sexes: distinct(filter.sexes),
    missions,
    monthUnknown: filter.monthUnknown === true,
    named: {
      COUNTRY: filter.countries ?? [],
      TYPE: filter.types ?? [],
      SEX: filter.sexes ?? [],
      MISSION: filter.missions ?? [],
      CAUSE: (causes ?? []).flatMap((cause) => onlyOne(qualifiedCauses(codes, cause))),
    },
  };
}

function checkDimensions(dimensions: readonly Dimension[], refusals: Refusals): void {
  if (dimensions.length < 1 || dimensions.length > MOST_DIMENSIONS) {
    refusals.add('HOW_MANY_DIMENSIONS', 'dimensions');
  } else if (new Set(dimensions).size < dimensions.length) {
    refusals.add('DIMENSION_TWICE', 'dimensions');
  }
}

function readPeriod(filter: StatisticsFilter, now: number, refusals: Refusals): Question['period'] {
  const from = readMonth(filter.from);
  const to = readMonth(filter.to);
  if (from === undefined) refusals.add('NO_MONTH', 'from');
  if (to === undefined) refusals.add('NO_MONTH', 'to');
  if (from === undefined || to === undefined) return { from: 0, to: 0 };
  if (from > to) refusals.add('PERIOD_REVERSED', 'to', { from: writeMonth(from) });
  else if (monthsIn({ from, to }) > MOST_YEARS * 12) {
    refusals.add('PERIOD_TOO_LONG', 'from', { years: MOST_YEARS });
  } else if (filter.monthUnknown && filter.basis === 'OCCURRED' && !fullYears({ from, to })) {
    refusals.add('NO_WHOLE_YEAR', 'monthUnknown');
  }
  return filter.basis === 'OPEN_AT_END' ? upToNow({ from, to }, now, refusals) : { from, to };
}

/** How many cases will be open at the end of months to come, nobody knows: a stock ends with the month that is running. */
function upToNow({ from, to }: Question['period'], now: number, refusals: Refusals): Question['period'] {
  if (from > now) refusals.add('STOCK_TO_COME', 'from', { month: writeMonth(now) });
  return { from, to: Math.max(from, Math.min(to, now)) };
}

function checkCodes(filter: StatisticsFilter, codes: Codes, refusals: Refusals): void {
  for (const [field, known] of Object.entries(isKnown) as [
    keyof typeof isKnown,
    (typeof isKnown)['types'],
  ][]) {
    const stranger = filter[field]?.find((code) => !known(codes, code));
    if (stranger !== undefined) refusals.add('UNKNOWN_CATEGORY', field, { code: stranger.slice(0, 50) });
  }
}

function readMissions(filter: StatisticsFilter, actor: Actor, refusals: Refusals): readonly string[] | null {
  const asked = distinct(filter.missions);
  if (reachOf(actor.role) !== 'MISSION') return asked;
  const own = actor.missionId ?? '';
  if (asked?.some((mission) => mission !== own)) refusals.add('COUNTS_OF_ANOTHER_MISSION', 'missions');
  return [own];
}

/** Null where nothing is asked for by name: an empty list narrows nothing, as in the worklist. Sorted, for the cache. */
function distinct(codes: readonly string[] | null | undefined): readonly string[] | null {
  return codes?.length ? [...new Set(codes)].sort() : null;
}

const onlyOne = <T>(things: readonly T[]): readonly T[] => (things.length === 1 ? things : []);
