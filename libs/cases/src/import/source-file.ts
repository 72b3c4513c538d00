import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { Refusal } from '#platform';
import type { ImportLimits } from './import.limits.js';
import type { Profile } from './profile.js';

/** A file that can be read as rows, and how. */
export interface SourceFile {
  path: string;
  delimiter: string;
  encoding: Profile['encoding'];
  /** The first line's names, trimmed. */
  header: string[];
  /** Lines after the first: about as many rows, since a quoted value may hold line breaks. */
  lines: number;
}

const LF = 0x0a;
const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_BYTES = 64 * 1024;

/**
 * Looks at a file before a row of it is read: what it really is (by content, never by name), whether its text can be
 * read, which sign separates its values, and whether the columns that the profile needs are there.
 * @throws Refusal FILE_… or COLUMN_… with what to do about it.
 */
export async function lookAtFile(path: string, profile: Profile, limits: ImportLimits): Promise<SourceFile> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw Refusal.of('FILE_TOO_BIG', 'file', { max: megabytes(limits.bytes) });
  const head = await readHead(path);
  refuseOtherKinds(head);
  const lines = await countLines(path, profile.encoding, limits);
  const { delimiter, header } = readHeader(head, profile);
  checkHeader(header, profile);
  return { path, delimiter, encoding: profile.encoding, header, lines };
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refuseOtherKinds(head: Buffer): void {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  // XLSX and ODS are zip archives; XLS is an OLE file. A name ending in .csv does not change that.
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw Refusal.of('FILE_IS_SPREADSHEET', 'file');
  }
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff) || looksLikeUtf16(head))
    throw Refusal.of('FILE_IS_UTF16', 'file');
  const firstLine = head.subarray(0, (head.indexOf(LF) + 1 || head.length + 1) - 1);
  if (firstLine.includes(0) || shareOfNul(head) > 0.1) throw Refusal.of('FILE_NOT_TEXT', 'file');
  if (textOf(head, 'utf-8').trim() === '') throw Refusal.of('FILE_EMPTY', 'file');
}

const shareOfNul = (bytes: Buffer): number =>
  bytes.length === 0 ? 0 : bytes.reduce((sum, byte) => sum + Number(byte === 0), 0) / bytes.length;

/** UTF-16 without its mark: every other byte of Latin letters is zero, and none of the others. */
function looksLikeUtf16(head: Buffer): boolean {
  const start = head.subarray(0, 2000);
  const [even, odd] = [0, 1].map((parity) => start.filter((_, at) => at % 2 === parity)) as [Buffer, Buffer];
  const [inEven, inOdd] = [shareOfNul(even), shareOfNul(odd)];
  return (inEven > 0.3 && inOdd === 0) || (inOdd > 0.3 && inEven === 0);
}

/** Counts line ends, and makes sure that the whole text is of the encoding, before anything is done with it. */
async function countLines(
  path: string,
  encoding: Profile['encoding'],
  limits: ImportLimits,
): Promise<number> {
  let lineEnds = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const cut = chunk.lastIndexOf(LF) + 1;
    const whole = Buffer.concat([rest, chunk.subarray(0, cut)]);
    if (encoding === 'utf-8' && !isUtf8(whole)) throw notUtf8(whole, lineEnds);
    lineEnds += count(whole);
    if (lineEnds > limits.rows * 2) throw Refusal.of('FILE_TOO_MANY_ROWS', 'file', { max: limits.rows });
    rest = cut === 0 ? Buffer.concat([rest, chunk]) : chunk.subarray(cut);
    // Text without line ends: not a table, whatever it is.
    if (rest.length > 4 * 1024 * 1024) {
      throw Refusal.of('FILE_ROW_TOO_LONG', 'file', { row: lineEnds + 1, max: limits.rowBytes });
    }
  }
  if (encoding === 'utf-8' && !isUtf8(rest)) throw notUtf8(rest, lineEnds);
  return rest.length > 0 ? lineEnds : Math.max(0, lineEnds - 1);
}

function count(chunk: Buffer): number {
  let found = 0;
  for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) found += 1;
  return found;
}

function notUtf8(part: Buffer, linesBefore: number): Refusal {
  let line = linesBefore + 1;
  let start = 0;
  for (let end = part.indexOf(LF); end !== -1; end = part.indexOf(LF, start)) {
    if (!isUtf8(part.subarray(start, end))) break;
    start = end + 1;
    line += 1;
  }
  return Refusal.of('FILE_NOT_UTF8', 'file', { row: line });
}

/** The sign that separates values is the one that finds most of the profile's columns in the first line. */
function readHeader(head: Buffer, profile: Profile): { delimiter: string; header: string[] } {
  const wanted = new Set(wantedColumns(profile).map(columnKey));
  const tries = DELIMITERS.map((delimiter) => {
    const header = firstRow(textOf(head, profile.encoding), delimiter);
    return { delimiter, header, hits: header.filter((name) => wanted.has(columnKey(name))).length };
  });
  return tries.reduce((best, one) => (one.hits > best.hits ? one : best));
}

function firstRow(text: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(text, { delimiter, to: 1, relax_column_count: true, relax_quotes: true });
    return (rows[0] ?? []).map((name) => name.normalize('NFC').trim());
  } catch {
    return []; // a quote that is not closed within the head: no header by this sign
  }
}

function checkHeader(header: string[], profile: Profile): void {
  const names = header.map(columnKey);
  const shown = header
    .map((name) => name.slice(0, 40))
    .join(', ')
    .slice(0, 200);
  for (const column of wantedColumns(profile)) {
    const times = names.filter((name) => name === columnKey(column)).length;
    if (times === 0) throw Refusal.of('COLUMN_MISSING', 'file', { column, found: shown });
    if (times > 1) throw Refusal.of('COLUMN_TWICE', 'file', { column });
  }
  const known = new Set([...wantedColumns(profile), ...profile.columns.ignore].map(columnKey));
  // Columns without a name are looked at row by row: spreadsheets leave empty ones at the end.
  const further = header.filter((name) => name !== '' && !known.has(columnKey(name)));
  if (further.length > 0) {
    const columns = further.map((name) => name.slice(0, 40)).join(', ');
    throw Refusal.of('COLUMN_UNKNOWN', 'file', { columns: columns.slice(0, 200) });
  }
}

function wantedColumns({ columns }: Profile): string[] {
  return [columns.date.column, columns.place, columns.country, columns.cause];
}

export function columnKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** Text of bytes, without the mark (BOM) that some programs put before it. */
function textOf(bytes: Buffer, encoding: Profile['encoding']): string {
  return new TextDecoder(encoding).decode(bytes);
}
