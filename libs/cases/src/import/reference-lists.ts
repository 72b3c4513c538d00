import type { Codes } from '#reference';
import { latestDay, todayAt } from '../file/dates.rules.js';
import { listsOf } from '../filing/lists.js';
import { noonFinder } from './dates.rules.js';
import type { KnownCodes } from './profile.js';
import type { Lists } from '../records/record.rules.js';
import { countryKey } from './rows.rules.js';

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
  /**
   * The register's code of a country, by its two or three letters or its names (`countryKey`): as the register shows it in either
   * language, and as people usually say. A name of two countries is none. Also of countries that are no more.
   */
  countryOf: (key: string) => string | undefined;
  /** The latest day that has begun at that post or in the country. */
  latestIn: (country: string) => string;
  /** The post that takes a country's cases today; the consular department for those not in any district. */
  postFor: (country: string) => Post;
}

export function referenceLists(codes: Codes): ReferenceLists {
  const postOf = remembered((id: string): Post => {
    const timeZone = codes.mission(id)?.timeZone ?? 'UTC';
    return { id, timeZone, today: todayAt(timeZone), noonOn: noonFinder(timeZone) };
  });
  const names = namesOf(codes.allCountries());
  const chosen = remembered((list: string) => new Set(codes.list(list).map(({ code }) => code)));
  return {
    ...listsOf(codes),
    has: (list, code) => chosen(list).has(code),
    countryOf: remembered(
      (key) => (codes.country(key) ?? codes.countryByAlpha3(key))?.code ?? names.get(key),
    ),
    latestIn: remembered((country) => latestDay(postOf(codes.missionFor(country)).timeZone, country)),
    postFor: remembered((country) => postOf(codes.missionFor(country))),
  };
}

/** The lists that profiles take codes from. */
export function listsOfProfiles(codes: Codes): KnownCodes {
  const lists = ['DEATH_MANNER', 'ICD10', 'SOURCE', 'OUTCOME'].map(
    (list) => [list, new Set(codes.list(list).map(({ code }) => code))] as const,
  );
  return new Map([...lists, ['COUNTRY', new Set(codes.allCountries().map(({ code }) => code))]]);
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

interface CountryWords {
  code: string;
  labelEn: string;
  labelMn: string;
}

/** "South Korea" beside "Korea, Republic of", "UK" beside "United Kingdom": the names that Unicode's tables give. */
const usual = (['long', 'short'] as const).flatMap((style) =>
  ['en', 'mn'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
  ),
);

function namesOf(countries: readonly CountryWords[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { code, labelEn, labelMn } of countries) {
    const names = [labelEn, labelMn, ...usual.map((names) => usualName(names, code))];
    for (const name of names) {
      if (name) found.set(countryKey(name), (found.get(countryKey(name)) ?? new Set()).add(code));
    }
  }
  const clear = [...found].filter(([, codes]) => codes.size === 1);
  return new Map(clear.map(([name, [code = '']]) => [name, code]));
}

function usualName(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined; // a code of the register's own
  }
}
