import { Command, InvalidArgumentError } from 'commander';
import {
  attackInThread,
  parsePublished,
  type AttackResult,
  type Finding,
  type Undetermined,
} from '#disclosure';
import { cancelOnInterrupt, Exit, readLedger, readTables, withExitCode } from './files.js';

interface AttackFlags {
  ledger?: string;
  coalition: number;
  time: number;
  json?: boolean;
}

/** `disclosure attack`: lists what published tables give away. Exit 0 nothing, 1 something falls, 2 undecided. */
export function attackCommand(): Command {
  return new Command('attack')
    .description('List the small counts that published tables give away.')
    .argument('<published>', 'published tables, JSON (or CSV for one flat table)')
    .option('--ledger <file>', 'everything published before, JSON')
    .option('--coalition <people>', 'people of a group who pool what they know', atLeast(0), 1)
    .option('--time <seconds>', 'time limit', atLeast(1), 600)
    .option('--json', 'write the findings as JSON')
    .action((file: string, flags: AttackFlags) => withExitCode(() => attackFile(file, flags)));
}

/** A whole number of at least `least`, for commander. */
export function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
    }
    return value;
  };
}

async function attackFile(file: string, { ledger, coalition, time, json }: AttackFlags): Promise<number> {
  const published = parsePublished(await readTables(file, 'published'));
  const before = await readLedger(ledger);
  const result = await attackInThread(published, {
    coalition,
    timeLimitSeconds: time,
    signal: cancelOnInterrupt(),
    ...(before ? { ledger: before } : {}),
    onProgress: ({ checked, targets, findings }) =>
      process.stderr.write(`checked ${checked} of ${targets}, ${findings} fall\n`),
  });
  process.stdout.write(json ? `${JSON.stringify(result, undefined, 1)}\n` : listing(result));
  if (result.findings.length > 0) return Exit.falls;
  return result.undetermined.length > 0 ? Exit.undecided : Exit.done;
}

/** One line per finding. */
export function listing({ findings, undetermined, targets, seconds }: AttackResult): string {
  return [
    ...findings.map(
      (finding) => `${finding.kind}: ${placeOf(finding)} is in [${finding.lower}, ${finding.upper}]`,
    ),
    ...undetermined.map((open) => `undetermined (${open.reason}): ${placeOf(open)}`),
    `${findings.length} findings, ${undetermined.length} undetermined, ${targets} counts examined, ${seconds.toFixed(1)} s`,
    '',
  ].join('\n');
}

function placeOf({ key, less, release, since, asOf, tables }: Finding | Undetermined): string {
  const minus = less?.length ? ` less ${less.map((other) => `[${other.join(', ')}]`).join(', ')}` : '';
  const when = release === undefined ? '' : ` release ${since === undefined ? '' : `${since} to `}${release}`;
  const then = asOf === undefined ? '' : ` as it stood in release ${asOf}`;
  const where = tables.length > 0 ? ` (${tables.join(', ')})` : '';
  return `[${key.join(', ')}]${minus}${when}${then}${where}`;
}
