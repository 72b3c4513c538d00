import type { Codes } from '#reference';
import { todayAt } from '../file/dates.rules.js';
import { listsOf } from '../filing/lists.js';
import { noonFinder } from './dates.rules.js';
import type { KnownCodes } from './profile.js';
import type { Lists } from '../records/record.rules.js';

/** The post that takes a country's cases. */
export interface Post {
  id: string;
  timeZone: string;
  /** The calendar day there. */
  today: string;
  /** The instant of noon there on a day. */
  noonOn: (day: string) => string;
}

/** The reference data as rows are checked against them: the same few questions a million times. */
export interface ReferenceLists extends Lists {
  /** The register's code of a country, by its two or three letters. Also of countries that are no more. */
  countryOf: (letters: string) => string | undefined;
  /** The post that takes a country's cases today; the consular department for those not in any district. */
  postFor: (country: string) => Post;
}

export function referenceLists(codes: Codes): ReferenceLists {
  const postOf = remembered((id: string): Post => {
    const timeZone = codes.mission(id)?.timeZone ?? 'UTC';
    return { id, timeZone, today: todayAt(timeZone), noonOn: noonFinder(timeZone) };
  });
  const chosen = remembered((list: string) => new Set(codes.list(list).map(({ code }) => code)));
  return {
    ...listsOf(codes),
    has: (list, code) => chosen(list).has(code),
    countryOf: remembered((letters) => (codes.country(letters) ?? codes.countryByAlpha3(letters))?.code),
    postFor: remembered((country) => postOf(codes.missionFor(country))),
  };
}

/** The lists that profiles take codes from. */
export function listsOfProfiles(codes: Codes): KnownCodes {
  const lists = ['DEATH_MANNER', 'ICD10', 'SOURCE', 'OUTCOME'].map(
    (list) => [list, { has: (code: string) => codes.item(list, code) !== undefined }] as const,
  );
  return new Map([...lists, ['COUNTRY', { has: (code: string) => codes.country(code) !== undefined }]]);
}

/** What was answered once is not worked out again. What a file holds can be anything: only so much is remembered. */
function remembered<T>(answer: (question: string) => T): (question: string) => T {
  const known = new Map<string, T>();
  return (question) => {
    let found = known.get(question);
    if (found === undefined && !known.has(question)) {
      found = answer(question);
      if (known.size < 10_000) known.set(question, found);
    }
    return found as T;
  };
}
