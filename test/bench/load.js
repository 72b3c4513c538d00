// The client, in a process of its own: sends one kind of request over a number of connections for some seconds.
import autocannon from 'autocannon';
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
  let wrong;
  const result = await autocannon({
    url: job.url,
    connections: job.connections,
    duration: job.seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...next() }) }],
    verifyBody: (body) => {
      const bad =
        job.side === 'ours'
          ? !body.startsWith('{"data"') || body.includes('"refusals"')
          : !body.startsWith('[');
      if (bad) wrong ??= body.slice(0, 500);
      return !bad;
    },
  });
  if (wrong) throw new Error(`${job.work} ${job.side}: ${wrong}`);
  return {
    rate: result.requests.total / result.duration,
    p99: result.latency.p99,
    failures: result.errors + result.non2xx + result.mismatches,
  };
}
