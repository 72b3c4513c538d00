// `npm run bench -- [--size 100k|1m|10m] [--work W1,W2] [--rounds 3] [--seconds 8] [--connections 1,32] [--filings 50] [--warm 10]`
// Ours and raw SQL in turn, on the same data, the same server and the same machine; what counts is the ratio.
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../apps/build.js';

await buildWhenStale(['server']);
const { openBench } = await import('./database.js');
const { measure } = await import('./measure.js');
const { measureImport } = await import('./import-work.js');
const { report } = await import('./report.js');

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100k' },
    work: { type: 'string', default: 'W1,W2,W3a,W3aSummary,W3b,W3bSummary,W4,W4api,W5,W6' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '1,32' },
    filings: { type: 'string', default: '0' },
    warm: { type: 'string', default: '10' },
  },
});
const sizes = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000, '10m': 10_000_000 };
const size = sizes[values.size];
if (!size) throw new Error(`--size must be one of ${Object.keys(sizes).join(', ')}`);

const bench = await openBench(size);
try {
  const results = [];
  for (const work of values.work.split(',')) {
    const options = {
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
      filings: Number(values.filings),
      warm: Number(values.warm),
    };
    if (work === 'W6') results.push(...(await measureImport(bench, options)));
    else {
      const [, unit] = /^(W\w*?)(?:Summary)?$/.exec(work);
      for (const connections of values.connections.split(',').map(Number)) {
        try {
          results.push(await measure(bench, unit, { ...options, connections, beside: work }));
        } catch (error) {
          // Sent away in a crowd, say: the others are measured all the same.
          process.stderr.write(`${work}, ${connections} connections: ${error.message.slice(0, 300)}\n`);
          process.exitCode = 1;
        }
      }
    }
    process.stderr.write(`${work} done\n`);
  }
  report(values.size, results);
} finally {
  await bench.close();
}
