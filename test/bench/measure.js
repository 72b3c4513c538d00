import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';

const here = import.meta.dirname;

/**
 * One work unit at one number of connections: paired rounds, ours and raw in turn on fresh copies of the data.
 * @returns medians of the rounds' ratios, with the figures behind them.
 */
export async function measure(bench, work, { rounds, seconds, connections }) {
  const database = await bench.clone();
  const rawDatabase = await bench.clone();
  await withoutTriggers(rawDatabase.ownerUrl);
  const people = await signIn(database.ownerUrl);
  const ours = await startOurs(database);
  const raw = await startProgram('raw-server.js', { OWNER_URL: rawDatabase.ownerUrl });
  const load = await startProgram('load.js', {});
  const common = {
    work,
    connections,
    people: people.officers,
    ministry: people.ministry,
    samples: people.samples,
  };
  try {
    const pairs = [];
    // V8 goes on optimising for some ten thousand requests: both sides are measured warm.
    await run(load, { ...common, side: 'ours', url: ours.url, seconds: 10 });
    await run(load, { ...common, side: 'raw', url: raw.url, seconds: 10 });
    for (let round = 0; round < rounds; round += 1) {
      const one = await run(load, { ...common, side: 'ours', url: ours.url, seconds });
      const other = await run(load, { ...common, side: 'raw', url: raw.url, seconds });
      pairs.push({ ours: one, raw: other });
    }
    return summary(work, connections, pairs);
  } finally {
    for (const child of [load, raw, ours]) await ended(child.process);
    await database.drop();
    await rawDatabase.drop();
  }
}

/** Raw does not pay for the facts that our triggers keep. */
async function withoutTriggers(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    'alter table cases.case_file disable trigger user; alter table cases.person disable trigger user',
  );
  await owner.end();
}

function summary(work, connections, pairs) {
  const failed = pairs.find(({ ours, raw }) => ours.failures > 0 || raw.failures > 0);
  if (failed) throw new Error(`${work}: requests failed: ${JSON.stringify(failed)}`);
  const rate = (side) => median(pairs.map((pair) => pair[side].rate));
  return {
    work,
    connections,
    rawRate: rate('raw'),
    oursRate: rate('ours'),
    ratio: median(pairs.map(({ ours, raw }) => ours.rate / raw.rate)),
    p99Ratio: median(pairs.map(({ ours, raw }) => ours.p99 / raw.p99)),
    oursP99: median(pairs.map(({ ours }) => ours.p99)),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A live session for an officer of each busy mission and for the ministry, and what the requests ask for. */
export async function signIn(ownerUrl) {
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
  const { rows: samples } = await owner.query(
    `select id, mission_id as mission from cases.case_file where type = 'LABOUR' order by md5(id::text) limit 500`,
  );
  const ministry = { id: made[0].id, mission: 'ULN', token: await session(owner, made[0].id) };
  await owner.end();
  return { officers, ministry, samples };
}

async function session(owner, staffId) {
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into access.session (token_hash, staff_id, kind, expires_at) values ($1, $2, 'API', now() + interval '8 hours')`,
    [createHash('sha256').update(token).digest(), staffId],
  );
  return token;
}

export async function startOurs({ ownerUrl, appUrl }, execArgv = ['--max-semi-space-size=32']) {
  const environment = {
    DATABASE_URL: ownerUrl,
    ELCHIN_APP_DATABASE_URL: appUrl,
    NODE_ENV: 'production',
    PORT: '0',
  };
  const child = fork(join(here, '../../dist/apps/api/src/main.js'), [], {
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv,
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

export async function startProgram(name, environment) {
  const child = fork(join(here, name), [], { env: { ...process.env, ...environment } });
  const message = await new Promise((resolve) => child.once('message', resolve));
  return { ...message, process: child };
}

export function run(load, job) {
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
