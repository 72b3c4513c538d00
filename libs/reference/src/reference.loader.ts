import type { EntityManager } from 'typeorm';
import { DATA_FOLDER, readReferenceFiles, referenceDataVersion } from './reference.files.js';
import { problemsIn } from './reference.rules.js';
import { type ReferenceTable, referenceTables } from './reference.tables.js';

/** The files contradict themselves: nothing was loaded. */
class ReferenceDataError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The reference data cannot be loaded:\n${problems.join('\n')}`);
    this.name = 'ReferenceDataError';
  }
}

/** What a load did, in rows. */
export interface LoadReport {
  sha256: string;
  added: number;
  changed: number;
  /** Rows no longer in the files: closed as of today where cases may refer to them, else gone. */
  removed: number;
}

/**
 * Brings the reference tables to the state of the data files. Safe at every start: files that were loaded last are not
 * loaded again. All or nothing, one process at a time.
 * @param manager of the role that owns the tables.
 * @param folder where the CSV files lie.
 * @throws ReferenceDataError with every contradiction found in the files.
 */
export function loadReferenceData(manager: EntityManager, folder = DATA_FOLDER): Promise<LoadReport> {
  return manager.transaction((transaction) => load(transaction, folder));
}

async function load(manager: EntityManager, folder: string): Promise<LoadReport> {
  await manager.query("select pg_advisory_xact_lock(hashtext('elchin reference data'))");
  const report: LoadReport = { sha256: referenceDataVersion(folder), added: 0, changed: 0, removed: 0 };
  if ((await lastVersion(manager)) === report.sha256) return report;
  const data = readReferenceFiles(folder);
  const problems = problemsIn(data);
  if (problems.length > 0) throw new ReferenceDataError(problems);
  for (const table of referenceTables) {
    const rows = JSON.stringify(data[table.rows].map(snakeCased));
    report.removed += await takeOut(manager, table, rows);
    const put = await putIn(manager, table, rows);
    report.added += put.added;
    report.changed += put.changed;
  }
  await manager.query('insert into reference.data_version (sha256) values ($1)', [report.sha256]);
  return report;
}

async function lastVersion(manager: EntityManager): Promise<string | undefined> {
  const found = await manager.query<{ sha256: string }[]>(
    'select sha256 from reference.data_version order by loaded_at desc limit 1',
  );
  return found[0]?.sha256;
}

/** First what is gone makes room: a country's former mission ends before the next begins. */
async function takeOut(manager: EntityManager, table: ReferenceTable, rows: string): Promise<number> {
  if (table.missing === 'keep') return 0;
  const act =
    table.missing === 'delete'
      ? `delete from ${table.name} t where true`
      : `update ${table.name} t set valid_to = greatest(valid_from, current_date) where valid_to is null`;
  const same = table.key.map((column) => `r.${column} = t.${column}`).join(' and ');
  const found = await manager.query<{ n: number }[]>(
    `with gone as (
       ${act} and not exists (select from ${recordset(table)} where ${same})
       returning 1
     ) select count(*)::int as n from gone`,
    [rows],
  );
  return found[0]?.n ?? 0;
}

async function putIn(
  manager: EntityManager,
  table: ReferenceTable,
  rows: string,
): Promise<{ added: number; changed: number }> {
  const columns = Object.keys(table.columns);
  const own = columns.filter((column) => !table.key.includes(column));
  const list = (names: readonly string[], prefix: string) => names.map((name) => prefix + name).join(', ');
  const found = await manager.query<{ added: number; changed: number }[]>(
    `with put as (
       insert into ${table.name} as t (${list(columns, '')})
       select ${list(columns, 'r.')} from ${recordset(table)}
       on conflict (${list(table.key, '')}) do update
       set (${list(own, '')}) = row(${list(own, 'excluded.')})
       where (${list(own, 't.')}) is distinct from (${list(own, 'excluded.')})
       returning old is null as is_new
     )
     select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed
     from put`,
    [rows],
  );
  return found[0] ?? { added: 0, changed: 0 };
}

/** The rows, given as JSON in $1, as a table `r`. */
function recordset(table: ReferenceTable): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
  return `jsonb_to_recordset($1::jsonb) as r(${columns.join(', ')})`;
}

function snakeCased(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
