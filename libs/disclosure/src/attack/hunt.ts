import { splitIntoBlocks } from './blocks.js';
import type { Clock } from './clock.js';
import { judge } from './judge.js';
import { contradiction, type Knowledge } from './knowledge.js';
import { knownOf, splitTarget } from './pieces.js';
import { isFall } from './report.js';
import { moveTarget, resolveTarget } from './resolve.js';
import { sharedRounds } from './rounds.js';
import { NoTable, Search } from './search.js';
import type { Target } from './targets.js';
import type { AttackOptions } from './types.js';

/**
 * Puts questions to what the attacker knows and searches until all is decided or the time is up.
 * The search must be disposed of. @throws ModelError when no table fits
 */
export async function hunt(
  knowledge: Knowledge,
  asked: Target[],
  options: AttackOptions,
  clock: Clock,
): Promise<Search> {
  const { threshold, protection } = knowledge.published;
  const limits = { threshold, protection, coalition: options.coalition ?? 1, largeBlock: options.largeBlock };
  const blocks = splitIntoBlocks(knowledge.bounds, knowledge.relations);
  const open = asked
    .map((target) => ({ target, split: splitTarget(target, -1, knowledge.bounds, blocks) }))
    .filter(({ target, split }) => judge(target.question, knownOf(split), limits) !== 'safe');
  open.forEach(({ split }, t) => split.pieces.forEach((piece) => (piece.target = t)));
  const targets = open.map(({ target }) => target);
  const splits = open.map(({ split }) => split);
  const search = await Search.open(blocks, targets, splits, limits, clock);
  await decideAll(search, asked.length, options).catch((error: unknown) => {
    search.dispose();
    if (!(error instanceof NoTable)) throw error;
    throw contradiction(
      knowledge.keys[error.variables[0]!]!,
      'no whole-number table fits it and its surroundings',
    );
  });
  return search;
}

async function decideAll(search: Search, asked: number, options: AttackOptions): Promise<void> {
  const report = (): void => {
    const open = search.targets.filter((_, t) => search.isOpen(t)).length;
    const fallen = search.verdicts.filter((verdict) => isFall(verdict)).length;
    options.onProgress?.({
      checked: asked - open,
      targets: asked,
      findings: fallen,
      seconds: search.clock.seconds,
    });
  };
  const byBlock = search.blocks.list.map((): number[] => []);
  search.splits.forEach(({ pieces }, t) => {
    if (pieces.length === 1) byBlock[pieces[0]!.block]!.push(t);
  });
  for (let block = 0; block < byBlock.length; block++) {
    await sharedRounds(search, block);
    report();
    let isMoved = false;
    for (const t of byBlock[block]!) {
      if (!isMoved && search.hasBase(block)) {
        isMoved = true;
        for (const each of byBlock[block]!) await moveTarget(search, each);
      }
      await resolveTarget(search, t);
    }
  }
  for (let t = 0; t < search.targets.length; t++) await resolveTarget(search, t);
  report();
}
