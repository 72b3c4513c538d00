import type { Problem } from '../model/index.js';
import { withCellsBehind } from './behind.js';
import { fatesOf, prepare, type Prepared } from './columns.js';
import { Fate } from './fates.js';
import { settleCorrections } from './corrections.js';
import { withDifferences } from './differences.js';
import { withGroups } from './groups.js';
import { seedOf } from './keyed-order.js';
import type { ProtectOptions } from './options.js';
import { patternOf, type Pattern } from './pattern.js';
import { needsRedesign, type Redesign } from './redesign.js';
import type { Rule } from './rules.js';
import { situationOf, type Situation } from './situation.js';
import { runInThread } from './thread.js';

/** No safe pattern exists, or none was found in the time. */
export class NothingSafe extends Error {
  /** @param cells keys of cells that cannot be protected whatever is hidden, where that is the reason */
  constructor(readonly cells: string[][]) {
    super(
      cells.length > 0
        ? `Nothing safe exists: ${cells.length} small count(s) follow from what is, or must be, shown.`
        : 'Nothing safe was found.',
    );
    this.name = 'NothingSafe';
  }
}

/** Too many small counts: another table should be made. */
export class TooFine extends Error {
  constructor(readonly redesign: Redesign[]) {
    super(redesign.map(sentence).join(' '));
    this.name = 'TooFine';
  }
}

/** Above this many cells `redesign: 'large'` refuses tables that are too fine. */
const LARGE = 10_000;

/** The time limit includes preparing and writing; this share is the engine's. */
const FOR_ENGINE = 0.97;

/**
 * Finds which cells to hide so that the tables, together with everything published before, give no small count away,
 * hiding as few cells as the time allows. Prove the result with `attack` before anything leaves.
 * @throws NothingSafe, TooFine; ModelError when the truth disagrees with the ledger; Cancelled
 */
export async function protect(given: Problem, options: ProtectOptions = {}): Promise<Pattern> {
  const started = performance.now();
  let hopeless: number[] = [];
  const elapsed = (): number => (performance.now() - started) / 1000;
  const { problem, announced, waiting } = settleCorrections(given, options.ledger);
  const situation = situationOf(problem, options.ledger, options.formerCells, announced);
  const redesign = needsRedesign(problem, situation.system, situation.truth);
  const mode = options.redesign ?? 'large';
  if (redesign.length > 0 && (mode === 'always' || (mode === 'large' && situation.system.size > LARGE))) {
    throw new TooFine(redesign);
  }
  for (const rule of rulesOf(problem, options)) {
    const prepared = prepareOnce(situation, rule, options);
    const task = {
      instance: prepared.instance,
      seconds: Math.max(0.1, (options.timeLimitSeconds ?? 60) * FOR_ENGINE - elapsed()),
      seed: seedOf(options.key ?? ''),
    };
    hopeless = prepared.hopeless;
    if (hopeless.length > 0) continue;
    const solution = await runInThread(task, options.signal, options.onProgress ?? (() => undefined));
    if (solution)
      return patternOf({
        problem,
        announced,
        waiting,
        situation,
        prepared,
        rule,
        solution,
        seconds: elapsed(),
        redesign,
      });
  }
  throw new NothingSafe(hopeless.map((cell) => situation.system.keys[cell] ?? []));
}

/**
 * The rules to try in turn. Zeros are shown where the problem says so, except where level C needs one hidden: where a
 * group has all its people in one category, only a hidden zero keeps the others possible. The pattern then
 * announces `maySuppress`.
 */
function rulesOf(problem: Problem, options: ProtectOptions): Rule[] {
  const rule = ruleOf(problem, options);
  return rule.level === 'C' && rule.zeros === 'published'
    ? [rule, { ...rule, zeros: 'maySuppress' }]
    : [rule];
}

function prepareOnce(situation: Situation, rule: Rule, { key }: ProtectOptions): Prepared {
  const behind = withDifferences(withBehind(situation, rule), rule);
  return prepare(rule.level === 'C' ? withGroups(behind) : behind, rule, key ?? '');
}

/** More cells than this behind a circle of tables are left to the attacker to look at. */
const MOST_BEHIND = 3_000;

function withBehind(situation: Situation, rule: Rule): Situation {
  // Of former releases the counts behind are known as they were, and not by how much each was put right since.
  const isApart = situation.states.length > 0 && situation.system.releaseOf.some((release) => release > 0);
  if (isApart) return situation;
  const fates = fatesOf(situation, rule);
  const isZero = (cell: number): boolean => fates[cell] === Fate.known && situation.truth[cell] === 0;
  return withCellsBehind(situation, isZero, MOST_BEHIND) ?? situation;
}

function ruleOf(problem: Problem, { level }: ProtectOptions): Rule {
  return {
    level: level ?? (problem.dimensions.some(({ sensitive }) => sensitive) ? 'C' : 'B'),
    threshold: problem.threshold,
    protection: problem.protection,
    zeros: problem.zeros,
  };
}

function sentence({ table, nonZero, small, coarser }: Redesign): string {
  const fault = `Of the ${nonZero} non-zero cells of "${table}", ${small} are small: more than a third.`;
  if (!coarser) return `${fault} No coarser table would do.`;
  const kept = coarser.map(({ dimension, keep }) => `${dimension}: ${keep}`).join(', ');
  return `${fault} The next coarser table that would do: ${kept}.`;
}
