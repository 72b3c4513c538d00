import type pg from 'pg';
import type { Numberings } from '../filing/filing.bulk.js';
import type { StagedRows } from './staging.js';

export interface Counts {
  /** New rows without fault. */
  good: number;
  alreadyThere: number;
  refused: number;
}

/**
 * Decides on all staged rows at once: refused, already there, or new. A row's key is what it says and its ordinal among
 * rows that say the same: two victims of one accident stay two people, and the same file sent twice adds nobody.
 *
 * Makes the temporary tables `import_decided`, in the order of the file, and `import_group`, of its verdicts by post and year.
 */
export async function decide(client: pg.ClientBase, rows: StagedRows): Promise<Counts> {
  const kept = rows.names.filter((name) => name !== 'import_key').map((name) => `k.${name}`);
  await client.query(`
    create temp table import_decided on commit drop as
    select k.row_no, k.field, k.reason, k.params, ${kept.join(', ')}, k.key as import_key,
           case when k.reason is not null then 'REFUSED'
                when c.import_key is not null then 'ALREADY_THERE'
                else 'OK' end as verdict
      from (select r.*, r.import_key || '-' || (row_number() over (partition by r.import_key order by r.row_no))::text as key
              from import_row r) k
      left join cases.case_file c on c.import_key = k.key
     order by k.row_no`);
  await client.query('drop table import_row');
  // A small sample of the columns that the next statements choose by: more would only cost time.
  await client.query('set local default_statistics_target = 10');
  await client.query('analyze import_decided (row_no, verdict, year)');
  await client.query(`
    create temp table import_group on commit drop as
    select verdict, mission_id, year, count(*)::int as rows, min(row_no) as first_row, max(row_no) as last_row
      from import_decided group by verdict, mission_id, year`);
  const counted = await client.query<{ verdict: string; n: number }>(
    'select verdict, sum(rows)::int as n from import_group group by verdict',
  );
  const of = (verdict: string) => counted.rows.find((row) => row.verdict === verdict)?.n ?? 0;
  return { good: of('OK'), alreadyThere: of('ALREADY_THERE'), refused: of('REFUSED') };
}

/** The posts and years of the rows that will become cases. */
export async function numberingsNeeded(client: pg.ClientBase): Promise<Numberings> {
  const found = await client.query<Numberings>(
    `select coalesce(array_agg(mission_id), '{}') as missions, coalesce(array_agg(year), '{}') as years
       from import_group where verdict = 'OK'`,
  );
  return found.rows[0] ?? { missions: [], years: [] };
}

/** Writes down the verdict of each row, neighbours with the same one together. */
export async function recordVerdicts(
  client: pg.ClientBase,
  importId: string,
  imported: boolean,
): Promise<void> {
  await client.query('delete from cases.import_span where import_id = $1', [importId]);
  await client.query(
    `insert into cases.import_span (import_id, first_row, last_row, verdict, field, reason, params)
     select $1, min(row_no), max(row_no),
            case when $2 and any_value(verdict) = 'OK' then 'IMPORTED' else any_value(verdict) end,
            any_value(field), any_value(reason), any_value(params)
       from (select s.*, count(*) filter (where starts) over (order by row_no) as span
               from (select d.row_no, d.verdict, d.field, d.reason, d.params,
                            (d.verdict, d.field, d.reason, d.params) is distinct from
                              (lag(d.verdict) over w, lag(d.field) over w, lag(d.reason) over w, lag(d.params) over w)
                              or d.row_no <> lag(d.row_no) over w + 1 as starts
                       from import_decided d window w as (order by d.row_no)) s) spans
      group by span`,
    [importId, imported],
  );
}
