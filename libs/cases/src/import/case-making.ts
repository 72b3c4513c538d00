import type pg from 'pg';
import type { Profile } from './profile.js';

/** Rows made by one statement: small enough for steady progress and memory, large enough to cost nothing. */
const BATCH = 50_000;

/** What every case of an import has in common. */
export interface CaseMaking {
  profile: Profile;
  fileName: string;
  staffId: string | null;
}

/** Posts and years, side by side. */
export interface Numberings {
  missions: string[];
  years: number[];
}

/** The posts and years of the rows that will become cases. */
export async function numberingsNeeded(client: pg.ClientBase): Promise<Numberings> {
  const found = await client.query<Numberings>(
    `select coalesce(array_agg(mission), '{}') as missions, coalesce(array_agg(year), '{}') as years
       from import_group where verdict = 'OK'`,
  );
  return found.rows[0] ?? { missions: [], years: [] };
}

/**
 * Makes persons, cases, their first entries and death records of all good rows of `import_decided`, a batch at a time. The
 * facts for statistics follow by trigger.
 * @param numberings of `numberingsNeeded`.
 * @param onRows told how many rows have been gone through.
 */
export async function makeCases(
  client: pg.ClientBase,
  making: CaseMaking,
  numberings: Numberings,
  onRows: (rows: number) => void,
): Promise<void> {
  await client.query(
    `create temp table import_numbering (mission text collate "C", year integer, sequence regclass, time_zone text)
       on commit drop`,
  );
  await client.query(
    `insert into import_numbering select n.mission, n.year, cases.case_sequence(n.mission, n.year), m.time_zone
       from unnest($1::text[], $2::int[]) n (mission, year) join reference.mission m on m.id = n.mission`,
    [numberings.missions, numberings.years],
  );
  await client.query('analyze import_numbering');
  const extent = await client.query<{ first: number; last: number }>(
    `select coalesce(min(first_row), 1) as first, coalesce(max(last_row), 0) as last from import_group where verdict = 'OK'`,
  );
  const { first, last } = extent.rows[0] ?? { first: 1, last: 0 };
  if (last - first >= BATCH) await client.query('alter table import_decided add primary key (row_no)');
  for (let next = first; next <= last; next += BATCH) {
    await makeBatch(client, making, [next, next + BATCH]);
    onRows(next + BATCH);
  }
}

async function makeBatch(client: pg.ClientBase, making: CaseMaking, range: [number, number]): Promise<void> {
  const { profile, fileName, staffId } = making;
  const { source, status, outcome, illustration } = profile.case;
  const closed = status === 'CLOSED';
  const good = `d.verdict = 'OK' and d.row_no >= $1 and d.row_no < $2`;
  const rows = `from import_decided d where ${good} order by d.row_no`;
  await client.query(
    `insert into cases.person (id, mission_id) select d.person_id, d.mission ${rows}`,
    range,
  );
  await client.query(
    `insert into cases.case_file (id, case_no, type, status, mission_id, host_country, place, occurred_on,
       occurred_precision, aware_at, registered_by, opened_on, closed_on, outcome, source, summary, cause_code, subject_id,
       import_key, illustration)
     select d.case_id, cases.case_no(d.mission, d.year, d.number), 'DEATH', $3, d.mission, d.country,
            nullif(d.place, ''), d.occurred, 'DAY',
            -- Noon at the post: the same day there, whatever its clock.
            (d.opened + time '12:00') at time zone d.time_zone,
            $4, d.opened, case when $5 then d.opened end, case when $5 then $6 end, $7, d.summary, d.icd10, d.person_id,
            d.import_key, $8
       -- Numbers by themselves first: only a value at hand lets case_no become part of the statement.
       from (select d.*, n.time_zone, nextval(n.sequence) as number
               from import_decided d join import_numbering n on n.mission = d.mission and n.year = d.year
              where ${good} order by d.row_no) d
      order by d.row_no`,
    [...range, status, staffId, closed, outcome, source, illustration],
  );
  await client.query(
    `insert into cases.timeline_entry (case_id, mission_id, kind, at, staff_id, body, to_status)
     select d.case_id, d.mission, 'FILED', now(), $3, $4 || ', ' || d.row_no::text, $5 ${rows}`,
    [...range, staffId, `${profile.name}: ${fileName}`, status],
  );
  await client.query(
    `insert into cases.death (case_id, mission_id, manner, icd10, cause_text)
     select d.case_id, d.mission, d.manner, d.icd10, d.cause ${rows}`,
    range,
  );
}
