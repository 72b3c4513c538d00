import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { shapeFor } from './raw-data.js';

const here = import.meta.dirname;

/**
 * One work unit at one number of connections: paired rounds, ours and raw in turn on copies of the same data.
 * @param {{ rounds: number, seconds: number, connections: number, warm: number, filings?: number, beside?: string }} options
 *   filings: so many filings a second on the side that is measured; beside: the raw statement, where it is not the unit's own.
 * @returns medians of the rounds' ratios, with the figures behind them.
 */
export async function measure(bench, work, options) {
  const { rounds, seconds, connections, warm, filings = 0, beside = work } = options;
  const database = await bench.clone();
  const rawDatabase = await bench.clone(shapeFor(work));
  const people = await signIn(database.ownerUrl, work);
  const sides = {
    ours: await startOurs(database),
    raw: await startProgram('raw-server.js', { OWNER_URL: rawDatabase.ownerUrl }),
  };
  const load = await startProgram('load.js', {});
  const filer = await startProgram('load.js', {});
  const common = { people: people.officers, ministry: people.ministry, samples: people.samples };
  const one = async (side, time) => {
    const job = { ...common, side, url: sides[side].url, seconds: time };
    const background = { ...job, work: 'W1', perSecond: filings, connections: 4 };
    const [measured, filed] = await Promise.all([
      run(load, { ...job, connections, work: side === 'raw' ? beside : work }),
      filings ? run(filer, background) : undefined,
    ]);
    return { ...measured, filed: filed?.rate };
  };
  try {
    const pairs = [];
    // V8 goes on optimising for some ten thousand requests: both sides are measured warm.
    for (const side of ['ours', 'raw']) await one(side, warm);
    for (let round = 0; round < rounds; round += 1) {
      pairs.push({ ours: await one('ours', seconds), raw: await one('raw', seconds) });
    }
    return summary(beside, { connections, filings }, pairs);
  } finally {
    for (const child of [load, filer, sides.raw, sides.ours]) await ended(child.process);
    await database.drop();
    await rawDatabase.drop();
  }
}

function summary(work, how, pairs) {
  const middle = (of) => median(pairs.map(of));
  return {
    work,
    ...how,
    rawRate: middle(({ raw }) => raw.rate),
    oursRate: middle(({ ours }) => ours.rate),
    ratio: middle(({ ours, raw }) => ours.rate / raw.rate),
    p99Ratio: middle(({ ours, raw }) => ours.p99 / raw.p99),
    oursP50: middle(({ ours }) => ours.p50),
    oursP99: middle(({ ours }) => ours.p99),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A live session for an officer of each busy mission and for the ministry, and what the requests ask for. */
export async function signIn(ownerUrl, work) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows: staff } = await owner.query(
    `select s.id, s.mission_id, d.country from access.staff s
       join (select distinct on (mission_id) mission_id, host_country as country from cases.case_file) d using (mission_id)
      where s.role = 'OFFICER' order by s.mission_id`,
  );
  const officers = [];
  for (const { id, mission_id, country } of staff) {
    officers.push({ id, mission: mission_id, country, token: await session(owner, id) });
  }
  const { rows: made } = await owner.query(
    `insert into access.staff (email, name, role, mission_id, password_hash)
     values ('ministry@bench.example', 'Ministry', 'CONSULAR_OFFICER', 'ULN', 'none') returning id`,
  );
  // Drawn over all cases: the same few hundred again and again would lie in every cache.
  const { rows: samples } = await owner.query(
    `select case_no as "caseNo", mission_id as mission from cases.case_file
      where $1 and random() < 50000.0 / (select count(*) from cases.case_file) order by random()`,
    [work === 'W5'],
  );
  const ministry = { id: made[0].id, mission: 'ULN', token: await session(owner, made[0].id) };
  await owner.end();
  return { officers, ministry, samples };
}

async function session(owner, staffId) {
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into access.session (token_hash, staff_id, kind, expires_at) values ($1, $2, 'API', access.session_end())`,
    [createHash('sha256').update(token).digest(), staffId],
  );
  return token;
}

/** @param {NodeJS.ProcessEnv} [settings] beside the usual ones. */
export async function startOurs({ ownerUrl, appUrl }, settings = {}) {
  const environment = {
    DATABASE_URL: ownerUrl,
    ELCHIN_APP_DATABASE_URL: appUrl,
    NODE_ENV: 'production',
    PORT: '0',
    ...settings,
  };
  const child = fork(join(here, '../../dist/apps/api/src/main.js'), [], {
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--max-semi-space-size=32'],
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (!found) process.stderr.write(String(text)); // its log: errors only
      if (found) resolve(found[0].replace('localhost', '127.0.0.1'));
    });
    child.once('exit', () => reject(new Error('the API ended before it listened')));
  });
  return { url, process: child };
}

async function startProgram(name, environment) {
  const child = fork(join(here, name), [], { env: { ...process.env, ...environment } });
  const message = await new Promise((resolve) => child.once('message', resolve));
  return { ...message, process: child };
}

function run(load, job) {
  return new Promise((resolve, reject) => {
    load.process.once('message', (message) =>
      message.error ? reject(new Error(message.error)) : resolve(message),
    );
    load.process.send(job);
  });
}

export function ended(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
