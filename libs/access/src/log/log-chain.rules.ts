import { createHash } from 'node:crypto';

/** A row of the access log as text, column by column in the order in which it is hashed (twin: access.log_content). */
export const HASHED = [
  'id',
  'at',
  'staff_id',
  'role',
  'mission_id',
  'operation',
  'subject_id',
  'shown',
  'refused',
  'detail',
  'xid',
] as const;
export type HashedRow = Record<(typeof HASHED)[number], string | null>;

/** The columns of `access.log l` as they are hashed. */
export const HASHED_COLUMNS = `
  l.id::text as id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.staff_id::text as staff_id, l.role,
  l.mission_id, l.operation, l.subject_id::text as subject_id, array_to_string(l.shown, ',') as shown, l.refused,
  l.detail::text as detail, l.xid::text as xid`;

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What the first link stands on. */
export const GENESIS = sha256('elchin access log');

export function digestOf(row: HashedRow): Buffer {
  const parts = HASHED.map((name) => {
    const value = row[name];
    return value === null ? '' : `${name}=${Buffer.byteLength(value)}:${value}\n`;
  });
  return sha256(parts.join(''));
}

/** A link: of the one before it and of its row. */
export function linkOf(before: Buffer, digest: Buffer): Buffer {
  return sha256(before, digest);
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The largest power of two below n. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** Merkle tree hash of links, as in RFC 6962, 2.1. */
export function rootOf(links: readonly Buffer[]): Buffer {
  const [only] = links;
  if (!only) return sha256('');
  if (links.length === 1) return sha256(LEAF, only);
  const at = splitOf(links.length);
  return sha256(NODE, rootOf(links.slice(0, at)), rootOf(links.slice(at)));
}

/** What a checkpoint says: the signature is over its text. */
export interface CheckpointBody {
  v: 1;
  number: number;
  at: string;
  /** Its links, both included. */
  first: number;
  last: number;
  root: string;
  /** Hash of the last link: everything before hangs on it. */
  link: string;
  /** SHA-256 of the text of the checkpoint before; empty for the first. */
  previous: string;
  key: string;
}

/** As it is kept: in the database and in the second folder. */
export interface Checkpoint {
  number: number;
  body: string;
  signature: Buffer;
}

/** What the next checkpoint stands on: the text of the one before. */
export const hashOfBody = (body: string): string => sha256(body).toString('hex');

/** The body of a checkpoint whose text is JSON of that shape; undefined for anything else. */
export function readBody(text: string): CheckpointBody | undefined {
  try {
    const body = JSON.parse(text) as CheckpointBody;
    const numbers = [body.number, body.first, body.last].every(Number.isSafeInteger);
    const texts = [body.at, body.root, body.link, body.previous, body.key].every(
      (one) => typeof one === 'string',
    );
    return body.v === 1 && numbers && texts ? body : undefined;
  } catch {
    return undefined;
  }
}
