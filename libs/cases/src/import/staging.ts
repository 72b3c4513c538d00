import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal, type RefusalItem } from '#platform';
import type { ImportLimits } from './import.limits.js';
import { type GoodRow, isBlank, readRow, type RowReading } from './rows.rules.js';
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

const table = `
  create temp table import_row (
    row_no integer not null, field text, reason text, params jsonb,
    occurred date, opened date, place text, country text, mission text collate "C",
    cause text, manner text, icd10 text, summary text, identity text collate "C",
    -- Made here, since PostgreSQL waits for the reading of the file anyway.
    person_id uuid not null default uuidv7(), case_id uuid not null default uuidv7()
  ) on commit drop`;

const columns =
  'row_no, field, reason, params, occurred, opened, place, country, mission, cause, manner, icd10, summary, identity';

/**
 * Reads a file row by row into the temporary table `import_row`, each row with what it says or why it is refused. Holds
 * a few thousand rows in memory at a time, whatever the size of the file.
 * @param client in a transaction; a plain connection, not one in pipeline mode (COPY does not go with that).
 * @throws Refusal FILE_… for what makes the whole file unreadable.
 */
export async function stageRows(
  client: pg.ClientBase,
  source: SourceFile,
  reading: RowReading,
  options: StagingOptions,
): Promise<Staged> {
  await client.query(table);
  const staged: Staged = { rows: 0, unmapped: new Map() };
  const lines = copyLines(source, reading, options, staged);
  await finished(
    Readable.from(lines, { objectMode: false, highWaterMark: CHUNK }),
    client.query(copyFrom(`copy import_row (${columns}) from stdin`)),
  );
  return staged;
}

async function* copyLines(
  source: SourceFile,
  reading: RowReading,
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
    chunk += copyLine(rowNo, reading, record, staged.unmapped);
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

function copyLine(
  rowNo: number,
  reading: RowReading,
  record: string[],
  unmapped: Map<string, number>,
): string {
  const read = readRow(reading, record);
  if ('row' in read) return goodLine(rowNo, read.row, reading.profile.name);
  if ('problem' in read) return badLine(rowNo, read.problem);
  const text = read.unmapped;
  if (unmapped.has(text) || unmapped.size < MOST_UNMAPPED) unmapped.set(text, (unmapped.get(text) ?? 0) + 1);
  return badLine(rowNo, { code: 'ROW_CAUSE', field: reading.profile.columns.cause });
}

function badLine(rowNo: number, { code, field, params }: RefusalItem): string {
  const values = [field, code, params && JSON.stringify(params)].map((value) =>
    value ? escaped(value) : '\\N',
  );
  return `${rowNo}\t${values.join('\t')}${'\t\\N'.repeat(10)}\n`;
}

function goodLine(rowNo: number, row: GoodRow, profile: string): string {
  const { date, opened, place, country, mission, cause, manner, icd10, summary } = row;
  const values = `${date}\t${opened}\t${escaped(place)}\t${country}\t${mission}\t${escaped(cause)}`;
  return `${rowNo}\t\\N\t\\N\t\\N\t${values}\t${manner}\t${icd10}\t${escaped(summary)}\t${identityOf(profile, row)}\n`;
}

/** What makes a row the same row when it comes again: its source and what it says, not what the profile makes of it. */
function identityOf(profile: string, { date, place, country, cause }: GoodRow): string {
  return hash('sha256', [profile, date, place, country, cause].join('\u001f'), 'base64url').slice(0, 24);
}

const SPECIAL = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text;
}
