import { Command, Option } from 'commander';
import {
  attackInThread,
  formerCellsOf,
  ledgerWith,
  NothingSafe,
  parseProblem,
  parsePublished,
  protect,
  TooFine,
  withinPromise,
  type Level,
  type Pattern,
  type ProtectOptions,
  type Problem,
  type ProtectProgress,
  type Published,
} from '#disclosure';
import { atLeast, listing } from './attack-command.js';
import {
  cancelOnInterrupt,
  Exit,
  readLedger,
  readTables,
  withExitCode,
  writeJson,
  writePattern,
} from './files.js';

interface ProtectFlags {
  out: string;
  level?: Level;
  time: number;
  key: string;
  ledger?: string;
  ledgerOut?: string;
  former: string[];
  redesign: 'always' | 'large' | 'never';
}

/** `disclosure protect`: writes a pattern only after its own attack has passed. Exit 0 safe, 3 nothing safe. */
export function protectCommand(): Command {
  return new Command('protect')
    .description('Find which cells to hide, prove the result by attacking it, and write it.')
    .argument('<problem>', 'tables wanted and true counts, JSON (or CSV for one flat table)')
    .requiredOption('--out <file>', 'where the pattern with its proof goes, JSON (or CSV for one table)')
    .addOption(new Option('--level <level>', 'level of protection').choices(['A', 'B', 'C']))
    .option('--time <seconds>', 'time limit for the search', atLeast(1), 60)
    .option('--key <secret>', 'secret of the order that breaks ties', '')
    .option('--ledger <file>', 'everything published before, JSON')
    .option(
      '--former <problem...>',
      'former problems, JSON: the true counts of cumulative releases of which the ledger hides cells',
      [],
    )
    .option('--ledger-out <file>', 'where the ledger with this release added goes, JSON')
    .addOption(
      new Option('--redesign <when>', 'refuse tables that are too fine')
        .choices(['always', 'large', 'never'])
        .default('large'),
    )
    .action((file: string, flags: ProtectFlags) => withExitCode(() => protectFile(file, flags)));
}

async function protectFile(file: string, flags: ProtectFlags): Promise<number> {
  const problem = parseProblem(await readTables(file, 'problem'));
  const ledger = await readLedger(flags.ledger);
  try {
    const formerCells = formerCellsOf(problem, await readFormer(flags.former));
    const pattern = await protect(problem, { ...optionsOf(flags, ledger), formerCells });
    if (!(await passesOwnAttack(pattern, ledger))) return Exit.nothingSafe;
    await writePattern(flags.out, pattern);
    if (flags.ledgerOut !== undefined) await writeJson(flags.ledgerOut, ledgerWith(pattern, ledger));
    process.stderr.write(`${summary(pattern)}\n${waitingIn(pattern)}`);
    return Exit.done;
  } catch (error) {
    if (!(error instanceof NothingSafe || error instanceof TooFine)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (error instanceof NothingSafe)
      for (const key of error.cells) process.stderr.write(`  [${key.join(', ')}]\n`);
    return Exit.nothingSafe;
  }
}

async function readFormer(files: string[]): Promise<Problem[]> {
  return Promise.all(files.map(async (file) => parseProblem(await readTables(file, 'problem'))));
}

function optionsOf(flags: ProtectFlags, ledger: Published | undefined): ProtectOptions {
  return {
    timeLimitSeconds: flags.time,
    key: flags.key,
    redesign: flags.redesign,
    signal: cancelOnInterrupt(),
    onProgress: tellOnce(),
    ...(flags.level ? { level: flags.level } : {}),
    ...(ledger ? { ledger } : {}),
  };
}

/** Progress on stderr, a line only when something has changed. */
function tellOnce(): (progress: ProtectProgress) => void {
  let last = '';
  return ({ phase, hidden, bound, seconds }) => {
    const line = `${phase}: ${hidden === undefined ? 'no safe pattern yet' : `${hidden} hidden`}, at least ${bound ?? 0}`;
    if (line !== last) process.stderr.write(`${seconds.toFixed(1)} s ${line}\n`);
    last = line;
  };
}

/** The independent attacker has the last word: nothing is written that it can break or cannot decide. */
async function passesOwnAttack(pattern: Pattern, ledger: Published | undefined): Promise<boolean> {
  const result = await attackInThread(parsePublished(pattern), ledger ? { ledger } : {});
  const kept = withinPromise(result, pattern.proof.level);
  if (kept.findings.length + kept.undetermined.length === 0) return true;
  process.stderr.write(`The pattern did not pass its own attack, so it is not written.\n${listing(kept)}`);
  return false;
}

/** A line for each correction that readers may not see yet. */
function waitingIn({ proof }: Pattern): string {
  const lines = (proof.waiting ?? []).map(
    ({ key, change, because }) =>
      `waits: [${key.join(', ')}] ${change > 0 ? '+' : ''}${change}: ${because}\n`,
  );
  return lines.join('');
}

function summary({ proof }: Pattern): string {
  const { hidden, cells, primary, lowerBound, optimal, gap, cases, casesHidden, seconds } = proof;
  const quality = optimal
    ? 'proven optimal'
    : `at least ${lowerBound} needed, gap ${(gap * 100).toFixed(1)} %`;
  return (
    `${hidden} of ${cells} cells hidden (${primary} of them small; ${quality}), ` +
    `${casesHidden} of ${cases} cases in a hidden innermost cell, ${seconds.toFixed(1)} s`
  );
}
