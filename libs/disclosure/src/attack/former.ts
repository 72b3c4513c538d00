import { statesOf, type State } from '../model/index.js';
import type { Knowledge } from './knowledge.js';
import { nameOf } from './report.js';
import type { Target } from './targets.js';
import type { Finding } from './types.js';

/**
 * Counts that were put right since are asked about as they stood at each former release too: readers know by how
 * much they were put right, so what is now large may give away that it was small.
 */
export function askFormer({ published, system }: Knowledge, asked: readonly Target[]): Target[] {
  return statesOf(published, system).flatMap((state) =>
    asked.flatMap((target) => {
      const since = changeIn(target, state);
      return since === undefined || since === 0 ? [] : [{ ...target, constant: -since, asOf: state.release }];
    }),
  );
}

/** By how much a count was put right since; undefined where readers did not know of it then. */
function changeIn({ question, cell, less }: Target, { since }: State): number | undefined {
  const own = since.get(cell);
  const others = less.map((other) => since.get(other));
  if (own === undefined || others.some((other) => other === undefined)) return undefined;
  const change = others.reduce<number>((sum, other) => sum - other!, own);
  // The people outside a category are its group less the category, which gives the target its name.
  return question === 'group' ? -change : change;
}

/** Corrections by a few people, themselves announced or the rest of what is announced. */
export function fewPutRight(knowledge: Knowledge, asked: readonly Target[]): Finding[] {
  const { published, system } = knowledge;
  const states = statesOf(published, system);
  return states.flatMap((state, s) =>
    asked.flatMap((target): Finding[] => {
      if (target.question === 'group') return [];
      // What was put right between this release and the next: all that was since, less what was after that.
      const since = changeIn(target, state);
      const next = states[s + 1];
      const by = Math.abs((since ?? 0) - ((next && changeIn(target, next)) ?? 0));
      if (since === undefined || by === 0 || by >= published.threshold) return [];
      return [
        {
          kind: 'differencing',
          how: 'exact',
          ...nameOf(target, knowledge),
          ...(target.less.length > 0 ? { less: target.less.map((other) => system.keys[other]!) } : {}),
          since: state.release,
          lower: by,
          upper: by,
        },
      ];
    }),
  );
}
