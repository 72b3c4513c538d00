import type { Database, Statement } from '#platform';
import type { ReferenceSnapshot } from './codes.js';

/** Reads what `Codes` keeps in memory, in one round trip. */
export async function readSnapshot(database: Database): Promise<ReferenceSnapshot> {
  const [countries, missions, districts, lists, items] = await database.oneTrip(statements);
  return { countries, missions, districts, lists, items } as unknown as ReferenceSnapshot;
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
