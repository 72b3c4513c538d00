import { ModelError } from './error.js';
import { keyString } from './keys.js';
import { pictureOf, type Picture } from './shown.js';
import type { Relation } from './system.js';
import type { Published, PublishedTable } from './types.js';

/** Finds the place in the file of a cell, for an error. */
export type PlaceOf = (table: Pick<PublishedTable, 'release'>, key: string) => string;

/**
 * Refuses a publication whose shown values contradict each other: a cell shown with two values, parts that sum
 * to more than their total, or (when every part is shown) to anything else.
 */
export function requireAdditive(published: Published, placeOf: PlaceOf): void {
  const picture = pictureOf(published, (table, key, [one, other]) => {
    throw new ModelError(
      placeOf(table, key),
      `this cell is shown as ${one} and as ${other}; correct one, or use "releaseMode": "cumulative".`,
    );
  });
  for (const relation of picture.system.relations) {
    const problem = contradiction(relation, picture);
    if (problem === undefined) continue;
    const { keys, releaseOf, increaseFrom } = picture.system;
    const key = keys[relation.total] ?? [];
    const release = releaseOf[relation.total] || (published.tables[0]?.release ?? 1);
    const isIncrease = relation.parts.some((part) => (increaseFrom[part] ?? -1) >= 0);
    throw new ModelError(
      placeOf({ release }, keyString(key)),
      isIncrease
        ? `[${key.join(', ')}] falls from one cumulative release to the next; counts may not fall.`
        : `[${key.join(', ')}] is not additive: ${problem}. Correct the total or its parts.`,
    );
  }
}

function contradiction(relation: Relation, { sights }: Picture): string | undefined {
  const total = sights[relation.total];
  if (typeof total !== 'number') return undefined;
  let sum = 0;
  let open = 0;
  for (const part of relation.parts) {
    const sight = sights[part];
    if (typeof sight === 'number') sum += sight;
    else open++;
  }
  if (sum > total) return `its parts sum to at least ${sum}, it says ${total}`;
  if (open === 0 && sum < total) return `its parts sum to ${sum}, it says ${total}`;
  return undefined;
}
