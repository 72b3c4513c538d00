import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { attack, parsePublished } from '#disclosure';

const FOLDER = resolve(import.meta.dirname, '../../libs/disclosure/examples/published');
const read = (name) => JSON.parse(readFileSync(resolve(FOLDER, `${name}.json`), 'utf8'));

/** What is printed beside each example where it comes from; the sources are in the folder's README. */
const EXAMPLES = [
  {
    name: 'gauss-suppression-small-counts',
    printed: 'GaussSuppression hides 10 of 18 (against exact values)',
  },
  { name: 'gauss-suppression-singletons', printed: 'GaussSuppression: no figure is printed' },
  {
    name: 'gauss-suppression-linked',
    printed: 'GaussSuppression hides 14 different cells (against exact values)',
  },
  { name: 'sdctable-microdata1', printed: 'sdcTable: no figure is printed' },
  { name: 'tau-argus-size-region', printed: 'τ-ARGUS: no figure is printed for counts' },
];
const PATTERNS = ['gauss-suppression-small-counts', 'gauss-suppression-linked'];

/** Protects each published example by `measure`, beside the figure of its source; then attacks the patterns printed there. */
export async function publishedExamples(measure) {
  for (const { name, printed } of EXAMPLES) {
    await measure({ name, json: read(name), seconds: 5, redesign: 'never' });
    console.log(`  beside it: ${printed}`);
  }
  for (const name of PATTERNS) {
    const { findings } = await attack(parsePublished(read(`${name}.published`)));
    const said = findings.map(
      ({ how, key, lower, upper }) => `${how} [${key.join(', ')}] ${lower}..${upper}`,
    );
    console.log(`${name}, the pattern printed there: ${findings.length} findings where zeros are shown`);
    for (const line of said) console.log(`  ${line}`);
  }
}
