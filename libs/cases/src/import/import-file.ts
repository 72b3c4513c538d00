import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import pg from 'pg';
import { logOperator } from '#access';
import type { RefusalItem } from '#platform';
import type { ImportLimits } from './import.limits.js';
import { IMPORT_LOCK, importDeaths, type ImportReport } from './import-deaths.js';
import type { ProfileFile } from './profile.files.js';

/** An import by the operator, at the command line. */
export interface FileImport {
  path: string;
  profile: ProfileFile;
  partial?: boolean;
  /** Only say what would happen. */
  check?: boolean;
  unmappedAs?: string;
  limits?: ImportLimits;
}

export interface FileImportReport extends ImportReport {
  id: string;
  /** The first refused rows. */
  refusedRows: { rowNo: number; problem: RefusalItem }[];
}

const MOST_SHOWN = 100;

/** A server that takes connections but never answers would otherwise be waited for without end. */
const CONNECTING_MS = 15_000;

/**
 * Imports a file of deaths as the owner of the tables, in one transaction, and writes the access log's row. Waits while
 * another import works.
 * @param ownerUrl address of the owner's role.
 * @throws Refusal, ProfileError: nothing was imported then, as when `failure` is set in the report.
 */
export async function importFile(ownerUrl: string, file: FileImport): Promise<FileImportReport> {
  const connection = { connectionString: ownerUrl, connectionTimeoutMillis: CONNECTING_MS };
  const client = new pg.Client(connection);
  const outside = new pg.Client(connection);
  // A connection that dies while nothing is asked of it would otherwise end the process without a word.
  for (const one of [client, outside]) one.on('error', () => undefined);
  try {
    await Promise.all([client.connect(), outside.connect()]);
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    const report = await work(client, outside, file);
    await client.query('commit');
    return report;
  } finally {
    await Promise.allSettled([client.end(), outside.end()]);
  }
}

async function work(client: pg.Client, outside: pg.Client, file: FileImport): Promise<FileImportReport> {
  const id = randomUUID();
  const fileName = basename(file.path);
  await client.query(
    `insert into cases.import (id, file_name, profile, status) values ($1, $2, $3, 'CHECKING')`,
    [id, fileName, file.profile.file.replace(/\.ya?ml$/, '')],
  );
  const report = await importDeaths(
    client,
    {
      id,
      fileName,
      path: file.path,
      profile: file.profile,
      step: file.check ? 'CHECK' : 'RUN',
      partial: file.partial ?? false,
      unmappedAs: file.unmappedAs,
      staffId: null,
      limits: file.limits,
    },
    (text, values) => outside.query(text, values),
  );
  await logOperator(client, 'cases.import', id);
  return { ...report, id, refusedRows: await refusedRows(client, id) };
}

async function refusedRows(client: pg.Client, id: string): Promise<FileImportReport['refusedRows']> {
  const found = await client.query<FileImportReport['refusedRows'][number]>(
    `select r.row_no as "rowNo",
            jsonb_build_object('code', s.reason, 'field', s.field, 'params', coalesce(s.params, '{}')) as problem
       from cases.import_span s, generate_series(s.first_row, s.last_row) r(row_no)
      where s.import_id = $1 and s.verdict = 'REFUSED' order by r.row_no limit $2`,
    [id, MOST_SHOWN],
  );
  return found.rows;
}
