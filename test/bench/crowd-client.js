// The crowd, in a process of its own; and, in another thread of it, whoever watches the server's health.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Connection } from './client.js';
import { introduce, requestsOf } from './works.js';

process.on('message', (job) => void crowd(job).then((result) => process.send(result)));
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });

async function crowd(job) {
  const took = { 'let in': [], 'sent away': [], connecting: [], other: [] };
  const watcher = new Worker(new URL('./crowd-watch.js', import.meta.url), { workerData: job });
  const work = { work: 'W2', side: 'ours', url: job.url, people: job.people };
  await introduce(work);
  const next = requestsOf(work);
  const end = performance.now() + job.seconds * 1000;
  await Promise.all(Array.from({ length: job.clients }, () => one(job, next, took, end)));
  watcher.postMessage('stop');
  const health = await new Promise((resolve) => watcher.once('message', resolve));
  return Object.fromEntries(
    Object.entries({ ...took, ...health })
      .filter(([, times]) => times.length > 0)
      .map(([what, times]) => [what, told(times)]),
  );
}

/** One client: connects, then asks until the time is over. */
async function one(job, next, took, end) {
  const start = performance.now();
  let connection = await Connection.open(job.url).catch(() => undefined);
  took[connection ? 'connecting' : 'other'].push(performance.now() - start);
  while (connection && performance.now() < end) {
    const { path, headers, body } = next();
    const asked = performance.now();
    const answer = await connection.ask(path, headers, body).catch(() => undefined);
    const status = answer?.toString('latin1', 9, 12);
    took[{ 200: 'let in', 503: 'sent away' }[status] ?? 'other'].push(performance.now() - asked);
    if (!answer) return;
    if (status === '503' && !job.impatient) await wait(2_000 + Math.random() * 1_000);
  }
  connection?.close();
}

/** In milliseconds. */
function told(times) {
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return { count: times.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}
