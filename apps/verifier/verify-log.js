#!/usr/bin/env node
// A second opinion on Elchin's access log. It shares no line with the register: copy this one file, the public key and the folder
// of checkpoints to a machine of your own.
//
//   DATABASE_URL=postgres://… node verify-log.js --key key-….pem --folder <copies of the checkpoints>
//
// It needs the package `pg` beside it, and the login that keeps the register (it acts as elchin_owner).
// The format is written down in decision 0022 (libs/platform/docs/decisions).
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const COLUMNS = [
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
];

const hash = (...buffers) => createHash('sha256').update(Buffer.concat(buffers)).digest();
const utf8 = (text) => Buffer.from(text, 'utf8');

/** SHA-256 of a row: `name=octets:text\n` for every column that is not null, in the order of COLUMNS. */
export function rowHash(row) {
  let text = '';
  for (const column of COLUMNS) {
    if (row[column] === null || row[column] === undefined) continue;
    text += `${column}=${utf8(row[column]).length}:${row[column]}\n`;
  }
  return hash(utf8(text));
}

const FIRST = hash(utf8('elchin access log'));
const leafHash = (link) => hash(Buffer.from([0]), link);
const nodeHash = (left, right) => hash(Buffer.from([1]), left, right);

/** Merkle root, level by level: a node without a neighbour goes up as it is (the same tree as RFC 6962). */
export function merkleRoot(links) {
  let level = links.map(leafHash);
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i < level.length; i += 2) {
      above.push(i + 1 < level.length ? nodeHash(level[i], level[i + 1]) : level[i]);
    }
    level = above;
  }
  return level[0];
}

const fault = (n, what, entry = null) => ({ ok: false, n, entry, what });

/** A checkpoint's own word, when one of the keys has signed it; null otherwise. */
function signedWord(body, signature, keys) {
  try {
    const word = JSON.parse(body);
    return keys.some((key) => verifySignature(null, utf8(body), key, signature)) ? word : null;
  } catch {
    return null;
  }
}

/**
 * All of the log in a database.
 * @param query (text, values) => rows
 * @param keys public keys that are believed
 * @param copies map of checkpoint number → text, from the folder
 */
export async function verifyDatabase(query, keys, copies) {
  const words = [];
  let trouble = null;
  let previous = '';
  for (const { number, body, signature } of await query(
    'select number::int, body, signature from access.log_checkpoint order by number',
    [],
  )) {
    const first = words.length === 0 ? 1 : words[words.length - 1].last + 1;
    const word = signedWord(body, signature, keys);
    if (number !== words.length + 1) trouble = fault(first, 'a checkpoint is missing');
    else if (!word) trouble = fault(first, 'a checkpoint is not signed by a key that is believed');
    else if (
      word.number !== number ||
      word.first !== first ||
      word.last < first ||
      word.previous !== previous
    )
      trouble = fault(first, 'a checkpoint does not follow the one before');
    else if (copies.has(number) && copies.get(number) !== body)
      trouble = fault(first, 'a checkpoint is not what its copy says');
    if (trouble) break;
    words.push(word);
    previous = hash(utf8(body)).toString('hex');
  }
  if (!trouble && [...copies.keys()].some((number) => number > words.length)) {
    trouble = fault(
      words.length === 0 ? 1 : words[words.length - 1].last + 1,
      'a checkpoint is missing that has a copy',
    );
  }
  return (
    (await verifyRows(query, words, trouble)) ??
    trouble ??
    (await findPutIn(query)) ??
    (await whole(query, words))
  );
}

const PAGE = `select k.n::int as n, k.hash, k.log_id::text as entry, l.id::text as id,
    to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.staff_id::text as staff_id, l.role, l.mission_id, l.operation,
    l.subject_id::text as subject_id, array_to_string(l.shown, ',') as shown, l.refused, l.detail::text as detail, l.xid::text as xid
  from access.log_link k left join access.log l on l.id = k.log_id where k.n > $1 order by k.n limit 5000`;

async function verifyRows(query, words, trouble) {
  let n = 0;
  let before = FIRST;
  let links = [];
  let closed = 0;
  for (;;) {
    const page = await query(PAGE, [n]);
    if (page.length === 0) break;
    for (const row of page) {
      n += 1;
      if (trouble && n >= trouble.n) return trouble;
      if (row.n !== n) return fault(n, 'a link is missing');
      if (row.id === null) return fault(n, 'the row is missing', row.entry);
      if (!hash(before, rowHash(row)).equals(row.hash))
        return fault(n, 'the row or its link is changed', row.entry);
      before = row.hash;
      links.push(row.hash);
      const word = words[closed];
      if (!word || n !== word.last) continue;
      if (merkleRoot(links).toString('hex') !== word.root || before.toString('hex') !== word.link)
        return fault(word.first, 'the chain under a checkpoint was made anew');
      closed += 1;
      links = [];
    }
  }
  return closed < words.length ? fault(n + 1, 'links under a checkpoint are missing') : null;
}

async function findPutIn(query) {
  const [row] = await query(
    `select l.id::text as id from access.log l where l.xid < (select before from access.log_horizon)
        and not exists (select from access.log_link k where k.log_id = l.id) limit 1`,
    [],
  );
  return row ? fault(0, 'a row was put in afterwards', row.id) : null;
}

async function whole(query, words) {
  const [{ n }] = await query('select count(*)::int as n from access.log_link', []);
  return {
    ok: true,
    rows: n,
    signed: words.length === 0 ? 0 : words[words.length - 1].last,
    checkpoints: words.length,
  };
}

function readFolder(folder) {
  const copies = new Map();
  for (const name of folder && existsSync(folder) ? readdirSync(folder) : []) {
    const found = /^checkpoint-(\d{9})\.json$/.exec(name);
    if (found) copies.set(Number(found[1]), JSON.parse(readFileSync(join(folder, name), 'utf8')).body);
  }
  return copies;
}

async function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { key: { ...text, multiple: true }, folder: text },
  });
  if (!values.key)
    throw new Error(
      'Name the public key that you believe: --key key-….pem (kept from the day the register began).',
    );
  const keys = values.key.map((file) => createPublicKey(readFileSync(file)));
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('set role elchin_owner');
  const query = async (sql, parameters) => (await client.query(sql, parameters)).rows;
  const result = await verifyDatabase(query, keys, readFolder(values.folder)).finally(() => client.end());
  if (result.ok) {
    process.stdout.write(
      `Whole: ${result.rows} rows, ${result.signed} of them under ${result.checkpoints} signed checkpoints.\n`,
    );
    return;
  }
  const entry = result.entry ? `, entry ${result.entry}` : '';
  process.stdout.write(`NOT WHOLE at row ${result.n}${entry}: ${result.what}.\n`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });
}
