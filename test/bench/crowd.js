// `npm run bench:crowd -- [--clients 1500] [--seconds 12] [--size 100k]`: what many at once meet, on a server just started and on a warm one.
// Each client keeps a connection, asks for its worklist again and again and, when told that there is no room, comes back when told to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../apps/build.js';

await buildWhenStale(['server']);
const { openBench } = await import('./database.js');
const { signIn, startOurs, ended } = await import('./measure.js');

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1500' },
    seconds: { type: 'string', default: '12' },
    size: { type: 'string', default: '100k' },
  },
});
const size = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }[values.size];
const bench = await openBench(size);
const database = await bench.clone();
const { officers } = await signIn(database.ownerUrl, 'W2');
const healthPort = await aFreePort();
const server = await startOurs(database, { ELCHIN_HEALTH_PORT: healthPort });
try {
  for (const state of ['just started', 'warm', 'warm, impatient']) {
    const client = fork(join(import.meta.dirname, 'crowd-client.js'));
    await new Promise((resolve) => client.once('message', resolve));
    const seconds = Number(values.seconds);
    client.send({
      url: server.url,
      healthUrl: `http://127.0.0.1:${healthPort}`,
      clients: Number(values.clients),
      people: officers,
      seconds,
      impatient: state.endsWith('impatient'),
    });
    const result = await new Promise((resolve) => client.once('message', resolve));
    console.log(`\n${values.clients} clients, ${values.size} cases, ${state}`);
    console.table(result);
    await ended(client);
  }
} finally {
  await ended(server.process);
  await database.drop();
  await bench.close();
}

async function aFreePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
