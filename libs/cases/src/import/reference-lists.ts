import type pg from 'pg';

/** What rows are checked against, as the database holds it when the import begins. */
export interface ReferenceLists {
  /** Codes of a list. */
  codes: Map<string, Set<string>>;
  /** The register's code of a country, by its two or three letters. Also of countries that are no more. */
  country: Map<string, string>;
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
  const countries = await client.query<{ code: string; alpha3: string }>(
    'select code, alpha3 from reference.country',
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
    missionOf: new Map(districts.rows.map((row) => [row.country, row.mission_id])),
  };
}
