// The client, in a process of its own: one kind of request over a number of connections for some seconds, or at a steady rate.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from './client.js';
import { introduce, requestsOf } from './works.js';

process.on('message', (job) => {
  run(job).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error.stack) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });

async function run(job) {
  await introduce(job);
  const next = requestsOf(job);
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => Connection.open(job.url)),
  );
  const latencies = [];
  const start = performance.now();
  const end = start + job.seconds * 1000;
  try {
    await (job.perSecond
      ? steadily(job, connections, next, latencies, end)
      : Promise.all(connections.map((one) => continually(job, one, next, latencies, end))));
  } finally {
    for (const one of connections) one.close();
  }
  latencies.sort((a, b) => a - b);
  return {
    rate: latencies.length / ((performance.now() - start) / 1000),
    p50: latencies[Math.floor(latencies.length * 0.5)],
    p99: latencies[Math.floor(latencies.length * 0.99)],
  };
}

async function continually(job, connection, next, latencies, end) {
  while (performance.now() < end) await one(job, connection, next(), latencies);
}

/** Some requests a second, whatever the answers take, as long as a connection is free. */
async function steadily(job, free, next, latencies, end) {
  const under = new Set();
  let due = performance.now();
  while (performance.now() < end) {
    due += 1000 / job.perSecond;
    await wait(Math.max(0, due - performance.now()));
    const connection = free.pop();
    if (!connection) continue;
    const asked = one(job, connection, next(), latencies).then(() => free.push(connection));
    under.add(asked);
    void asked.finally(() => under.delete(asked));
  }
  await Promise.all(under);
}

let asked = 0;

async function one(job, connection, { path, headers, body }, latencies) {
  const start = performance.now();
  const answer = await connection.ask(path, headers, body);
  latencies.push(performance.now() - start);
  asked += 1;
  if (!isRight(job, answer, connection.bodyAt)) {
    throw new Error(`${job.work} ${job.side}: ${answer.toString('utf8', 0, 1000)}`);
  }
}

const OK = Buffer.from('HTTP/1.1 200');
const DATA = Buffer.from('{"data"');

function isRight({ side, work }, answer, bodyAt) {
  if (answer.compare(OK, 0, OK.length, 0, OK.length) !== 0) return false;
  if (side === 'raw') return answer[bodyAt] === 0x7b || answer[bodyAt] === 0x5b; // { or [
  if (answer.compare(DATA, 0, DATA.length, bodyAt, bodyAt + DATA.length) !== 0) return false;
  if (work !== 'W1' && asked % 16 !== 0) return true;
  return (
    !answer.includes('"refusals"') && !answer.includes('"errors"') && !answer.includes('"caseFile":null')
  );
}
