import type pg from 'pg';
import { type Database, plainTypes, type Statement } from '#platform';
import { Codes, type ReferenceSnapshot } from './codes.js';

/** Reads what `Codes` keeps in memory, in one round trip. */
export async function readSnapshot(database: Database): Promise<ReferenceSnapshot> {
  const [countries, missions, districts, lists, items] = await database.oneTrip(statements);
  return { countries, missions, districts, lists, items } as unknown as ReferenceSnapshot;
}

/** The reference data as they are now, over a connection that somebody has for other work: an import, the operators' program. */
export async function codesOver(client: pg.ClientBase): Promise<Codes> {
  const answers: unknown[][] = [];
  for (const { text } of statements) {
    answers.push((await client.query<object>({ text, types: plainTypes })).rows);
  }
  const [countries, missions, districts, lists, items] = answers;
  const codes = new Codes(
    () => ({ countries, missions, districts, lists, items }) as unknown as ReferenceSnapshot,
  );
  await codes.reload();
  return codes;
}
const select = (name: string, text: string): Statement => ({ name: `reference.${name}`, text, values: [] });

const validity = 'valid_from as "validFrom", valid_to as "validTo"';
const labels = 'label_en as "labelEn", label_mn as "labelMn"';

const statements: Statement[] = [
  select(
    'countries',
    `select code, alpha3, numeric, ${labels}, ${validity}, note from reference.country order by code`,
  ),
  select(
    'missions',
    `select id, kind, city_en as "cityEn", city_mn as "cityMn", ${labels}, country, time_zone as "timeZone",
       staff_limit as "staffLimit", confidence, note, source, ${validity}
     from reference.mission order by id`,
  ),
  select(
    'districts',
    `select country, mission_id as "missionId", basis, confidence, ${validity}, note, source
     from reference.mission_district order by country, valid_from`,
  ),
  select('lists', 'select name, version, source, note from reference.code_list order by name'),
  select(
    'items',
    `select list, code, parent, ${labels}, sort, ${validity}, attributes
     from reference.code_item order by list, sort`,
  ),
];
