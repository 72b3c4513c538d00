import type { Dimension, Picture } from '../model/index.js';

/** A count that readers can see, or follow from what they see: a listed cell less other listed cells inside it. */
export interface Visible {
  plus: number;
  minus: number[];
}

/**
 * The listed cells of a publication; what a listed cell has more than a listed one inside it; and what a total has
 * more than its listed parts, where others are not listed (increases between releases are such rests).
 */
export function visibleCounts(dimensions: readonly Dimension[], { system, sights }: Picture): Visible[] {
  const isListed = (cell: number | undefined): cell is number =>
    cell !== undefined && sights[cell] !== 'unlisted';
  const listed = [...sights.keys()].filter(isListed);
  const counts: Visible[] = listed.map((plus) => ({ plus, minus: [] }));
  for (const [d, dimension] of dimensions.entries()) {
    const inside = codesInside(dimension);
    for (const plus of listed) {
      const key = system.keys[plus]!;
      for (const code of inside.get(key[d]!) ?? []) {
        const minus = system.indexOf(key.with(d, code), system.releaseOf[plus]! || undefined);
        if (isListed(minus)) counts.push({ plus, minus: [minus] });
      }
    }
  }
  for (const { total, parts } of system.relations) {
    const minus = [...parts].filter(isListed);
    if (isListed(total) && minus.length > 0 && minus.length < parts.length)
      counts.push({ plus: total, minus });
  }
  return counts;
}

/** For each code the codes that cover a part of it only. */
function codesInside({ leavesOf }: Dimension): Map<string, string[]> {
  return new Map(
    [...leavesOf].map(([outer, leaves]) => {
      const own = new Set(leaves);
      const inside = [...leavesOf].filter(
        ([, inner]) => inner.length < leaves.length && inner.every((leaf) => own.has(leaf)),
      );
      return [outer, inside.map(([code]) => code)];
    }),
  );
}
