// Asks how the server is, ten times a second, over a new connection each time, as a container engine does.
import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

let stopped = false;
parentPort.once('message', () => (stopped = true));
const took = {};
await Promise.all(
  ['live', 'ready'].flatMap((question) => [
    watch(`${question}, own door`, `${workerData.healthUrl}/health/${question}`),
    watch(`${question}, with all`, `${workerData.url}/health/${question}`),
  ]),
);
parentPort.postMessage(took);

async function watch(name, url) {
  const times = (took[name] = []);
  while (!stopped) {
    const asked = performance.now();
    const status = await new Promise((resolve) =>
      get(url, { agent: false }, (response) => resolve(response.resume().statusCode)).once('error', resolve),
    );
    if (status === 200) times.push(performance.now() - asked);
    else (took[`${name}: not well`] ??= []).push(performance.now() - asked);
    await wait(100);
  }
}
