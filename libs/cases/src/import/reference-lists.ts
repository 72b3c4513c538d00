import type pg from 'pg';
import { countryKey } from './rows.rules.js';

/** What rows are checked against, as the database holds it when the import begins. */
export interface ReferenceLists {
  /** Codes of a list. */
  codes: Map<string, Set<string>>;
  /** The register's code of a country, by its two or three letters. Also of countries that are no more. */
  country: Map<string, string>;
  /** The same by its names: as the register shows it in either language, and as people usually say. A name of two countries is none. */
  countryNames: Map<string, string>;
  /** The mission that takes a country's cases today; the consular department for those not in it. */
  missionOf: Map<string, string>;
}

/** The mission that takes what no other covers. */
export const NO_MISSION = 'ULN';

const LISTS = ['DEATH_MANNER', 'ICD10', 'SOURCE', 'OUTCOME'];

/** Reads the lists over the import's own connection: the operator's command has no other. */
export async function readReferenceLists(client: pg.ClientBase): Promise<ReferenceLists> {
  const items = await client.query<{ list: string; code: string }>(
    'select list, code from reference.code_item where list = any ($1)',
    [LISTS],
  );
  const countries = await client.query<CountryWords>(
    'select code, alpha3, label_en as "labelEn", label_mn as "labelMn" from reference.country',
  );
  const districts = await client.query<{ country: string; mission_id: string }>(
    `select country, mission_id from reference.mission_district
      where valid_from <= current_date and (valid_to is null or valid_to > current_date)`,
  );
  const codes = new Map(LISTS.map((list) => [list, new Set<string>()]));
  for (const { list, code } of items.rows) codes.get(list)?.add(code);
  return {
    codes,
    country: new Map(
      countries.rows.flatMap(({ code, alpha3 }) => [[code, code] as const, [alpha3, code] as const]),
    ),
    countryNames: namesOf(countries.rows),
    missionOf: new Map(districts.rows.map((row) => [row.country, row.mission_id])),
  };
}

interface CountryWords {
  code: string;
  alpha3: string;
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
