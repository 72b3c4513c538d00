import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import type { Watched } from './health-door.js';
import { Readiness } from './readiness.js';

interface Given extends Watched {
  busyMs: number;
  hangsMs: number;
  /** When the process last showed that it lives, in milliseconds since 1970. */
  beat: BigInt64Array;
}
const { host, port, appUrl, dataDir, busyMs, hangsMs, beat } = workerData as Given;

const pool = new pg.Pool({
  connectionString: appUrl,
  application_name: 'elchin health',
  max: 1,
  statement_timeout: 5_000,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 0,
});
pool.on('error', () => undefined);

const database = {
  isFull: false,
  async tryWriting() {
    await pool.query(`select pg_logical_emit_message(true, 'elchin', 'ready')`);
  },
};
/** What happens is told by the process itself. */
const silent = { warn: () => undefined, error: () => undefined };
const readiness = new Readiness(dataDir, database, silent);

const silentFor = (): number => Date.now() - Number(Atomics.load(beat, 0));

function answer(response: ServerResponse, problem: string | undefined): void {
  const body = JSON.stringify(problem ? { status: problem, statusCode: 503 } : { status: 'ok' });
  response
    .writeHead(problem ? 503 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(body);
}

const questions: Record<string, () => Promise<string | undefined> | string | undefined> = {
  '/health/live': () => (silentFor() > hangsMs ? 'does not move' : undefined),
  '/health/ready': () => (silentFor() > busyMs ? 'too busy' : readiness.problem()),
};

const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
  const question = request.method === 'GET' ? questions[request.url ?? ''] : undefined;
  if (!question) response.writeHead(404).end();
  else void Promise.resolve(question()).then((problem) => answer(response, problem));
});
server.listen(port, host, () => parentPort?.postMessage((server.address() as AddressInfo).port));
