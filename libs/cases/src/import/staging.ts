import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal, type RefusalItem } from '#platform';
import type { ImportLimits } from './import.limits.js';
import { death } from '../records/death/death.record.js';
import { copied, StagedFilings } from '../filing/staged-filings.js';
import { commonOf, fileRow, type RowsOrder } from './row-filing.rules.js';
import { isBlank, readRow, type RowReading, type RowText } from './rows.rules.js';
import type { SourceFile } from './source-file.js';

/** Different unmapped texts that are listed; more of them means that the wrong column was named. */
const MOST_UNMAPPED = 200;
const CHUNK = 64 * 1024;

export interface Staged {
  /** Rows with something in them. */
  rows: number;
  /** Cause texts without a meaning, and how many rows have each. */
  unmapped: Map<string, number>;
}

export interface StagingOptions {
  limits: ImportLimits;
  signal?: AbortSignal;
  /** Told how many rows have been read. */
  onRows?: (rows: number) => void;
}

/** What a row has beyond a filing: its number and, where it is refused, why. */
const OWN = ['row_no', 'field', 'reason', 'params'];
const OWN_DEFINITIONS = 'row_no integer not null, field text, reason text, params jsonb';

/** The filings of an import as they lie staged. */
export type StagedRows = StagedFilings<ReturnType<typeof commonOf>>;

/** What a verdict needs of a row that will not be filed. */
const FOR_A_VERDICT = ['mission_id', 'year', 'import_key'];

/** @param step a check keeps of each row only what its verdict needs. */
export function stagedRows(order: RowsOrder, step: 'CHECK' | 'RUN'): StagedRows {
  return new StagedFilings([death.type], commonOf(order), step === 'CHECK' ? FOR_A_VERDICT : undefined);
}

/**
 * Reads a file row by row into the temporary table `import_row`, each row as the case that it would become or with why it is
 * refused. Holds a few thousand rows in memory at a time, whatever the size of the file.
 * @param client in a transaction; a plain connection, not one in pipeline mode (COPY does not go with that).
 * @throws Refusal FILE_… for what makes the whole file unreadable.
 */
export async function stageRows(
  client: pg.ClientBase,
  source: SourceFile,
  reading: RowReading,
  order: RowsOrder,
  rows: StagedRows,
  options: StagingOptions,
): Promise<Staged> {
  await client.query(`create temp table import_row (${OWN_DEFINITIONS}, ${rows.definitions}) on commit drop`);
  const staged: Staged = { rows: 0, unmapped: new Map() };
  const lines = copyLines(source, lineMaker(reading, order, rows, staged.unmapped), options, staged);
  const columns = [...OWN, ...rows.sentNames].join(', ');
  await finished(
    Readable.from(lines, { objectMode: false, highWaterMark: CHUNK }),
    client.query(copyFrom(`copy import_row (${columns}) from stdin`)),
  );
  return staged;
}

type LineMaker = (rowNo: number, record: string[]) => string;

async function* copyLines(
  source: SourceFile,
  lineOf: LineMaker,
  { limits, signal, onRows }: StagingOptions,
  staged: Staged,
): AsyncGenerator<string> {
  let chunk = '';
  let rowNo = 0;
  for await (const record of records(source, limits)) {
    rowNo += 1;
    if (rowNo === 1 || isBlank(record)) continue;
    staged.rows += 1;
    if (staged.rows > limits.rows) throw Refusal.of('FILE_TOO_MANY_ROWS', 'file', { max: limits.rows });
    chunk += lineOf(rowNo, record);
    if (chunk.length < CHUNK) continue;
    signal?.throwIfAborted();
    onRows?.(staged.rows);
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** The file's records, the first line included; a mistake in its quotes is refused by the number of its row. */
async function* records(source: SourceFile, limits: ImportLimits): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: source.delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: limits.rowBytes,
  });
  const bytes = createReadStream(source.path, { highWaterMark: CHUNK });
  const text = source.encoding === 'utf-8' ? bytes : Readable.from(decoded(bytes, source.encoding));
  // An error of the file ends the parser, and so the loop below.
  pipeline(text, parser, () => undefined);
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, limits) : error;
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

function refusalOf(error: CsvError, limits: ImportLimits): Refusal {
  const row = Number(error.records ?? 0) + 1;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? Refusal.of('FILE_ROW_TOO_LONG', 'file', { row, max: limits.rowBytes })
    : Refusal.of('FILE_QUOTES', 'file', { row });
}

/** A row as a line of COPY: what it becomes, or why it is refused. */
function lineMaker(
  reading: RowReading,
  order: RowsOrder,
  rows: StagedRows,
  unmapped: Map<string, number>,
): LineMaker {
  const empty = rows.emptyLine;
  const badLine = (rowNo: number, { code, field, params }: RefusalItem): string => {
    const why = [field, code, params && JSON.stringify(params)].map(copied);
    return `${rowNo}\t${why.join('\t')}\t${empty}\n`;
  };
  return (rowNo, record) => {
    const read = readRow(reading, record);
    if ('problem' in read) return badLine(rowNo, read.problem);
    if ('row' in read) {
      const made = fileRow(order, read.row, { rowNo, identity: identityOf(reading.profile.name, read.row) });
      if ('problem' in made) return badLine(rowNo, made.problem);
      return `${rowNo}\t\\N\t\\N\t\\N\t${rows.line(made.filed)}\n`;
    }
    const text = read.unmapped;
    if (unmapped.has(text) || unmapped.size < MOST_UNMAPPED)
      unmapped.set(text, (unmapped.get(text) ?? 0) + 1);
    return badLine(rowNo, { code: 'ROW_CAUSE', field: reading.profile.columns.cause });
  };
}

/** What makes a row the same row when it comes again: its source and what it says, not what the profile makes of it. */
function identityOf(profile: string, { date, place, country, cause }: RowText): string {
  return hash('sha256', [profile, date, place, country, cause].join('\u001f'), 'base64url').slice(0, 24);
}
