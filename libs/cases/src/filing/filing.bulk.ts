import type pg from 'pg';
import { type CaseType, recordShapes } from '../records/case-types.js';
import { recordColumns } from '../records/record.storage.js';
import { caseColumns, namesOf, personColumns } from './filed-case.js';
import { standingColumns } from './staged-filings.js';

/** Cases written by one statement: few enough for steady progress and memory, enough to cost nothing. */
const BATCH = 50_000;

/** Completed filings that lie in a temporary table, in the order in which they shall be numbered. */
export interface StagedSet {
  table: string;
  types: readonly CaseType[];
  /** Column that orders them: whole numbers. */
  ordinal: string;
  /** Condition for those that shall be filed. */
  only?: string;
}

/** Posts and years whose numbers are needed, side by side. */
export interface Numberings {
  missions: string[];
  years: number[];
}

/**
 * Files all filings of a set: persons, cases, first entries and records, a batch at a time, like `filingStatement` does for one. The
 * facts for statistics follow by trigger. Rules have been asked before: see `faultsOf`.
 * @param client in a transaction.
 * @param onRows told up to which ordinal the work is done.
 */
export async function fileStaged(
  client: pg.ClientBase,
  set: StagedSet,
  numberings: Numberings,
  onRows: (ordinal: number) => void = () => undefined,
): Promise<void> {
  await prepareNumbers(client, numberings);
  const extent = await client.query<{ first: number; last: number }>(
    `select coalesce(min(${set.ordinal}), 1) as first, coalesce(max(${set.ordinal}), 0) as last
       from ${set.table} s where ${set.only ?? 'true'}`,
  );
  const { first, last } = extent.rows[0] ?? { first: 1, last: 0 };
  if (last - first >= BATCH) await client.query(`alter table ${set.table} add primary key (${set.ordinal})`);
  const statements = statementsFor(set);
  for (let next = first; next <= last; next += BATCH) {
    for (const text of statements) await client.query(text, [next, next + BATCH]);
    onRows(next + BATCH);
  }
}

/** Numbers are taken from the same sequences as for a single filing. */
async function prepareNumbers(client: pg.ClientBase, { missions, years }: Numberings): Promise<void> {
  await client.query('drop table if exists filing_numbering');
  await client.query(
    'create temp table filing_numbering (mission text collate "C", year integer, sequence regclass) on commit drop',
  );
  await client.query(
    `insert into filing_numbering select n.mission, n.year, cases.case_sequence(n.mission, n.year)
       from unnest($1::text[], $2::int[]) n (mission, year)`,
    [missions, years],
  );
  await client.query('analyze filing_numbering');
}

function statementsFor({ table, types, ordinal, only = 'true' }: StagedSet): string[] {
  const good = `${only} and s.${ordinal} >= $1 and s.${ordinal} < $2`;
  const rows = `from ${table} s where ${good}`;
  const own = namesOf(standingColumns.filter(({ name }) => name !== 'registered_at'));
  return [
    `insert into cases.person (id, mission_id, ${namesOf(personColumns)})
     select s.subject_id, s.mission_id, ${namesOf(personColumns)} ${rows} order by s.${ordinal}`,
    // Numbers by themselves first: only a value at hand lets case_no become part of the statement.
    `insert into cases.case_file (case_no, subject_id, registered_at, ${namesOf(caseColumns)}, ${own})
     select cases.case_no(mission_id, year, number), subject_id, coalesce(registered_at, clock_timestamp()),
            ${namesOf(caseColumns)}, ${own}
       from (select s.*, nextval(n.sequence) as number
               from ${table} s join filing_numbering n on n.mission = s.mission_id and n.year = s.year
              where ${good} order by s.${ordinal}) numbered
      order by ${ordinal}`,
    `insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, staff_id, body, to_status)
     select s.id, s.mission_id, 'FILED', coalesce(s.registered_at, now()), coalesce(s.registered_at, clock_timestamp()),
            s.registered_by, s.note, s.filed_as ${rows} order by s.${ordinal}`,
    ...types.flatMap((type) =>
      recordStatement(type, `${rows}${types.length > 1 ? ` and s.type = '${type}'` : ''}`, ordinal),
    ),
  ];
}

function recordStatement(type: CaseType, rows: string, ordinal: string): string[] {
  const shape = recordShapes[type];
  if (!shape) return [];
  const columns = recordColumns(shape);
  const staged = columns.map(({ name }) => `s.${shape.table}_${name}`);
  return [
    `insert into cases.${shape.table} (case_id, mission_id, ${namesOf(columns)})
     select s.id, s.mission_id, ${staged.join(', ')} ${rows} order by s.${ordinal}`,
  ];
}
