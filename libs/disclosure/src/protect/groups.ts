import { Growing } from './growing.js';
import { countsEver, restsEver, type Situation } from './situation.js';

/** People of a group who may pool what they know of themselves. */
export const COALITION = 1;

/**
 * Level C: for each group and each category of a sensitive dimension, the people of the group outside the category,
 * as further cells that no table lists. Nobody in the group may be sure that all the others are inside.
 */
export function withGroups(situation: Situation): Situation {
  const { dimensions, system } = situation;
  const growing = new Growing(situation);
  const groups: number[] = [];
  dimensions.forEach((dimension, d) => {
    if (!dimension.sensitive) return;
    const { total, leaves, leavesOf } = dimension;
    for (let cell = 0; cell < system.size; cell++) {
      const key = system.keys[cell]!;
      if (system.increaseFrom[cell]! >= 0 || leavesOf.get(key[d]!)!.length === leaves.length) continue;
      const group = system.indexOf(key.with(d, total), system.releaseOf[cell]! || undefined);
      if (group === undefined) continue;
      if (restsEver(situation, group, cell).every((outside) => outside > COALITION)) continue;
      const rest = growing.pushRest(group, cell);
      // A group that nobody is in can only be given away where it is hidden and could be somebody.
      if (countsEver(situation, group).some((count) => count > 0)) groups.push(rest);
    }
  });
  return { ...growing.finish(), groups };
}
