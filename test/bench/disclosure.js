// `npm run bench:disclosure -- [small table linked large huge published deaths ledger] [--time 60] [--seed 1]`
// Seeded problems, published examples, the real file of deaths abroad and a ledger of twenty releases: cells hidden, best bound, seconds.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../apps/build.js';

await buildWhenStale(['server']);
const { problems } = await import('./disclosure-problems.js');
const { releaseYearByYear } = await import('./disclosure-deaths.js');
const { twentyReleases } = await import('./disclosure-ledger.js');
const { publishedExamples } = await import('./disclosure-published.js');
const { attack, NothingSafe, parseProblem, parsePublished, protect, TooFine, withinPromise } =
  await import('#disclosure');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    time: { type: 'string' },
    seed: { type: 'string', default: '1' },
    attack: { type: 'string', default: '600' },
  },
});
const wanted =
  positionals.length > 0
    ? positionals
    : ['small', 'published', 'table', 'linked', 'large', 'huge', 'deaths', 'ledger'];

for (const name of wanted) {
  if (name === 'published') await publishedExamples(measure);
  if (name === 'deaths') await releaseYearByYear(Number(values.time ?? 30), print);
  else if (name === 'ledger')
    await twentyReleases(Number(values.time ?? 15), print, { seed: Number(values.seed) });
  else for (const problem of problems(name, Number(values.seed))) await measure(problem);
}

async function measure({ name, json, seconds, redesign }) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  try {
    const pattern = await protect(parseProblem(json), {
      timeLimitSeconds: Number(values.time ?? seconds),
      key: 'bench',
      redesign,
    });
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const attacked = await attack(parsePublished(pattern), { timeLimitSeconds: Number(values.attack) });
    print(name, pattern.proof, {
      wall,
      cpu: (user + system) / 1e6,
      attacked: withinPromise(attacked, pattern.proof.level),
    });
  } catch (error) {
    if (!(error instanceof TooFine || error instanceof NothingSafe)) throw error;
    console.log(
      `${name}: refused after ${((performance.now() - started) / 1000).toFixed(1)} s. ${error.message}`,
    );
  }
}

function print(name, proof, { wall, cpu, attacked }) {
  const { cells, primary, hidden, lowerBound, optimal, gap } = proof;
  console.log(
    `${name}: ${cells} cells, ${primary} small, ${hidden} hidden (${((100 * hidden) / cells).toFixed(1)} %), ` +
      `bound ${lowerBound}${optimal ? ' (optimal)' : ` (gap ${(gap * 100).toFixed(1)} %)`}, ` +
      `${proof.casesHidden} of ${proof.cases} cases hidden; ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of processor; ` +
      `attack: ${attacked.findings.length} findings, ${attacked.undetermined.length} undetermined, ${attacked.seconds.toFixed(1)} s`,
  );
}
