import type { Dimension } from '../model/index.js';
import { Growing } from './growing.js';
import { countsEver, restsEver, type Group, type Situation } from './situation.js';

/** People of a group who may pool what they know of themselves. */
export const COALITION = 1;

/**
 * Level C: for each group and each category of a sensitive dimension, the people of the group outside the category,
 * as further cells that no table lists. Nobody in the group may be sure that all the others are inside. With
 * cumulative releases the same of the people by whom a group grew.
 */
export function withGroups(situation: Situation): Situation {
  const { dimensions, system } = situation;
  const growing = new Growing(situation);
  const groups: Group[] = [];
  const growth = new Growth(situation, growing);
  dimensions.forEach((dimension, d) => {
    if (!dimension.sensitive) return;
    for (let cell = 0; cell < system.size; cell++) {
      if (system.increaseFrom[cell]! >= 0 || !isCategory(dimension, system.keys[cell]![d]!)) continue;
      const whole = system.keys[cell]!.with(d, dimension.total);
      const group = system.indexOf(whole, system.releaseOf[cell]! || undefined);
      if (group === undefined) continue;
      if (restsEver(situation, group, cell).some((outside) => outside <= COALITION)) {
        const rest = growing.pushRest(group, cell);
        // A group that nobody is in can only be given away where it is hidden and could be somebody.
        if (countsEver(situation, group).some((count) => count > 0)) groups.push({ rest, whole: group });
      }
      const grown = growth.outside(group, cell);
      if (grown) groups.push(grown);
    }
  });
  return { ...growing.finish(), groups };
}

function isCategory({ leaves, leavesOf }: Dimension, code: string): boolean {
  return leavesOf.get(code)!.length < leaves.length;
}

/** What groups and categories grew by between releases that have both. */
class Growth {
  private readonly releases: number[];
  /** Increases of the system and those added here, by the cells they lie between. */
  private readonly between = new Map<string, number>();

  constructor(
    private readonly situation: Situation,
    private readonly growing: Growing,
  ) {
    const { releaseOf, relations, increaseFrom } = situation.system;
    this.releases = [...new Set(releaseOf)].sort((a, b) => b - a);
    for (const { total, parts } of relations) {
      if (parts.length === 2 && increaseFrom[parts[1]!] === parts[0])
        this.between.set(`${parts[0]} ${total}`, parts[1]!);
    }
  }

  /** The people by whom a group grew outside a category, where they may be too few; since the last release with both. */
  outside(group: number, cell: number): Group | undefined {
    const { system } = this.situation;
    const { releaseOf, keys } = system;
    if (releaseOf[cell] === 0) return undefined;
    for (const release of this.releases) {
      if (release >= releaseOf[cell]!) continue;
      const [groupBefore, before] = [keys[group]!, keys[cell]!].map((key) => system.indexOf(key, release));
      if (groupBefore === undefined || before === undefined) continue;
      if (this.outsideEver([group, groupBefore, cell, before]).every((count) => count > COALITION))
        return undefined;
      const whole = this.increase(groupBefore, group);
      return { rest: this.growing.pushRest(whole, this.increase(before, cell)), whole, isGrowth: true };
    }
    return undefined;
  }

  /** Growth outside the category, now and at former releases after which counts were put right. */
  private outsideEver(cells: [group: number, before: number, cell: number, before: number]): number[] {
    const { truth, states } = this.situation;
    const outside = (of: (cell: number) => number): number => {
      const [group, groupBefore, cell, before] = cells.map(of);
      return group! - groupBefore! - cell! + before!;
    };
    const now = outside((cell) => truth[cell]!);
    const then = states.flatMap((since) =>
      cells.every((cell) => since.has(cell)) ? now - outside((cell) => since.get(cell)!) : [],
    );
    return [now, ...then];
  }

  private increase(before: number, after: number): number {
    const id = `${before} ${after}`;
    const known = this.between.get(id) ?? this.growing.pushRest(after, before);
    this.between.set(id, known);
    return known;
  }
}
