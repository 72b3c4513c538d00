import type pg from 'pg';
import { Refusal, type RefusalItem } from '#platform';
import { type Codes, codesOver } from '#reference';
import { fileStaged } from '../filing/filing.bulk.js';
import { death } from '../records/death/death.record.js';
import { dateReader, latestToday } from './dates.rules.js';
import { type ImportLimits, LIMITS } from './import.limits.js';
import type { Cause } from './profile.js';
import { readProfile } from './profile.reader.js';
import { listsOfProfiles, referenceLists } from './reference-lists.js';
import type { RowsOrder } from './row-filing.rules.js';
import { causeFinder, columnsIn, countryKey, type RowReading } from './rows.rules.js';
import { columnKey, lookAtFile, type SourceFile } from './source-file.js';
import { stagedRows, stageRows } from './staging.js';
import { type Counts, decide, numberingsNeeded, recordVerdicts } from './verdicts.js';

/** What is to be imported, and how. */
export interface ImportOrder {
  /** Of the row in `cases.import`, which must be there. */
  id: string;
  path: string;
  /** As the sender called the file: stands in each case's first entry, with the row's number. */
  fileName: string;
  /** YAML, and the name it is spoken of by. */
  profile: { text: string; file: string };
  /** CHECK says what would happen; RUN does it. */
  step: 'CHECK' | 'RUN';
  /** Import the good rows of a file that has refused ones. */
  partial: boolean;
  /** ICD-10 block for cause texts that the profile does not know; left out, such a text refuses the file. */
  unmappedAs?: string;
  staffId: string | null;
  limits?: ImportLimits;
  signal?: AbortSignal;
}

/** Statements that take effect at once, whatever becomes of the import: progress, and sequences for references. */
export type Outside = (text: string, values: unknown[]) => Promise<unknown>;

export interface ImportReport extends Counts {
  /** Rows with something in them. */
  rows: number;
  imported: number;
  unmapped: { field: string; text: string; count: number }[];
  /** Why nothing was imported; null when all went in that could. */
  failure: RefusalItem | null;
}

/** Only one import works at a time: two of the same file would not see each other's rows. */
export const IMPORT_LOCK = "hashtext('elchin import')";

/**
 * Carries out one step of an import and writes down what became of each row. Everything happens in the caller's
 * transaction: when it does not commit, nothing has happened.
 * @param client in a transaction that holds IMPORT_LOCK; a plain connection, not one in pipeline mode.
 * @throws Refusal what makes the whole file unreadable; ProfileError what is wrong in the profile.
 */
export async function importDeaths(
  client: pg.ClientBase,
  order: ImportOrder,
  outside: Outside,
): Promise<ImportReport> {
  const limits = order.limits ?? LIMITS;
  await client.query(`set local work_mem = '64MB'`);
  await client.query('set local statement_timeout = 0');
  const codes = await codesOver(client);
  const profile = readProfile(order.profile.text, order.profile.file, listsOfProfiles(codes));
  const source = await lookAtFile(order.path, profile, limits);
  const progress = progressTo(order.id, source.lines, outside);
  const lists = referenceLists(codes);
  const rowsOrder: RowsOrder = { profile, fileName: order.fileName, staffId: order.staffId, lists };
  const rows = stagedRows(rowsOrder, order.step);
  const reading = rowReading(rowsOrder, source, unmappedAs(codes, order), limits);
  const staged = await stageRows(client, source, reading, rowsOrder, rows, {
    limits,
    signal: order.signal,
    onRows: order.step === 'CHECK' ? progress.note : undefined,
  });
  if (staged.rows === 0) throw Refusal.of('FILE_ONLY_HEADER', 'file');
  const counts = await decide(client, rows);
  const field = profile.columns.cause;
  const unmapped = [...staged.unmapped].map(([text, count]) => ({ field, text, count }));
  unmapped.sort((a, b) => b.count - a.count);
  const failure = order.step === 'RUN' ? reasonAgainst(counts, unmapped.length, order.partial) : null;
  const runs = order.step === 'RUN' && failure === null;
  if (runs && counts.good > 0) await makeThem(client, order, outside, progress.note);
  // Plans that triggers made for tens of thousands of rows would serve a single row badly on this connection later.
  await client.query('discard plans');
  await progress.done();
  const report = { ...counts, rows: staged.rows, imported: runs ? counts.good : 0, unmapped, failure };
  await recordVerdicts(client, order.id, runs);
  await record(client, order, report);
  return report;
}

/** What a cause text means that the profile does not know; undefined: it refuses the file. */
function unmappedAs(codes: Codes, { unmappedAs: icd10 }: ImportOrder): Cause | undefined {
  if (icd10 === undefined) return undefined;
  if (!codes.has('ICD10', icd10))
    throw Refusal.of('UNKNOWN_CODE', 'unmapped-as', { code: icd10, list: 'ICD10' });
  return { manner: 'UNKNOWN', icd10 };
}

function rowReading(
  { profile, lists }: RowsOrder,
  source: SourceFile,
  orElse: Cause | undefined,
  { valueLength }: ImportLimits,
): RowReading {
  const at = (column: string) => source.header.findIndex((name) => columnKey(name) === columnKey(column));
  const { columns } = profile;
  const aliases = new Map(Object.entries(profile.countries).map(([name, code]) => [countryKey(name), code]));
  return {
    profile,
    at: {
      date: at(columns.date.column),
      place: at(columns.place),
      country: at(columns.country),
      cause: at(columns.cause),
    },
    columns: columnsIn(source.header),
    valueLength,
    readDate: dateReader(columns.date.format, latestToday(), columns.date.firstYear),
    countryOf: (key) => aliases.get(key) ?? lists.countryOf(key),
    causeOf: causeFinder(profile, orElse),
  };
}

function reasonAgainst({ refused }: Counts, unmapped: number, partial: boolean): RefusalItem | null {
  if (unmapped > 0) return { code: 'UNMAPPED_TEXTS', params: { count: unmapped } };
  return refused > 0 && !partial ? { code: 'ROWS_REFUSED', params: { count: refused } } : null;
}

async function makeThem(
  client: pg.ClientBase,
  order: ImportOrder,
  outside: Outside,
  note: (rows: number) => void,
): Promise<void> {
  // Made outside: a post that files its first case of a year meanwhile must not wait for the whole import.
  const numberings = await numberingsNeeded(client);
  await outside(
    'select cases.case_sequence(mission, year) from unnest($1::text[], $2::int[]) as n (mission, year)',
    [numberings.missions, numberings.years],
  );
  const good = {
    table: 'import_decided',
    types: [death.type],
    ordinal: 'row_no',
    only: `s.verdict = 'OK'`,
  } as const;
  await fileStaged(client, good, numberings, (row) => {
    order.signal?.throwIfAborted();
    note(row);
  });
}

/** Tells how far the work is, never more than twice a second, and never more than one telling under way. */
function progressTo(
  id: string,
  total: number,
  outside: Outside,
): { note: (rows: number) => void; done: () => Promise<void> } {
  let telling: Promise<unknown> | undefined;
  let last = 0;
  return {
    note: (rows) => {
      if (telling || Date.now() - last < 500) return;
      last = Date.now();
      // A telling that fails changes nothing about the import.
      telling = outside('select cases.note_import_progress($1, $2, $3)', [id, rows, total])
        .catch(() => undefined)
        .finally(() => (telling = undefined));
    },
    done: async () => {
      await telling;
    },
  };
}

async function record(client: pg.ClientBase, order: ImportOrder, report: ImportReport): Promise<void> {
  const done = report.failure ? 'FAILED' : order.step === 'CHECK' ? 'CHECKED' : 'IMPORTED';
  await client.query(
    `update cases.import
        set status = $2, partial = $3, rows_done = $4, rows_total = $4, imported = $5, already_there = $6, refused = $7,
            unmapped = $8, failure = $9, token_hash = null,
            checked_at = case when $2 = 'CHECKED' then clock_timestamp() else checked_at end,
            finished_at = case when $2 <> 'CHECKED' then clock_timestamp() end
      where id = $1`,
    [
      order.id,
      done,
      order.partial,
      report.rows,
      report.imported,
      report.alreadyThere,
      report.refused,
      JSON.stringify(report.unmapped),
      report.failure && JSON.stringify(report.failure),
    ],
  );
}
