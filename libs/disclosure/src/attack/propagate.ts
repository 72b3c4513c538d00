import type { Relation } from '../model/index.js';

/** Whole-number bounds of every variable; `upper` may be Infinity. */
export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

/** The publication contradicts itself: no whole-number table is behind it. */
export class Contradiction extends Error {
  constructor(readonly relation: Relation) {
    super('no whole-number table fits');
  }
}

/** Each relation is revisited at most this often on average; bounds that still creep are left to the LPs. */
const VISITS = 60;

/**
 * Tightens bounds in place until no relation says more: a total is the sum of its parts, a part is its total
 * less the others. @throws Contradiction when a bound crosses
 */
export function propagate(bounds: Bounds, relations: readonly Relation[]): void {
  const using = relationsOf(bounds.lower.length, relations);
  const queued = new Uint8Array(relations.length).fill(1);
  const queue = relations.map((_, r) => r);
  const limit = relations.length * VISITS;
  for (let head = 0; head < queue.length && head < limit; head++) {
    const r = queue[head]!;
    queued[r] = 0;
    tighten(bounds, relations[r]!, (variable) => {
      for (const other of using[variable]!) {
        if (other === r || queued[other]) continue;
        queued[other] = 1;
        queue.push(other);
      }
    });
  }
}

function relationsOf(size: number, relations: readonly Relation[]): number[][] {
  const using = Array.from({ length: size }, (): number[] => []);
  relations.forEach(({ total, parts }, r) => {
    using[total]!.push(r);
    for (const part of parts) using[part]!.push(r);
  });
  return using;
}

function tighten(bounds: Bounds, relation: Relation, changed: (variable: number) => void): void {
  const { lower, upper } = bounds;
  const { total, parts } = relation;
  const narrow = (variable: number, least: number, most: number): boolean => {
    if (least <= lower[variable]! && most >= upper[variable]!) return false;
    lower[variable] = Math.max(lower[variable]!, least);
    upper[variable] = Math.min(upper[variable]!, most);
    if (lower[variable] > upper[variable]) throw new Contradiction(relation);
    changed(variable);
    return true;
  };
  for (let again = true; again;) {
    again = false;
    let least = 0;
    let most = 0;
    let unlimited = 0;
    for (const part of parts) {
      least += lower[part]!;
      if (upper[part] === Infinity) unlimited++;
      else most += upper[part]!;
    }
    narrow(total, least, unlimited > 0 ? Infinity : most);
    for (const part of parts) {
      const othersLeast = least - lower[part]!;
      const isOnlyUnlimited = unlimited === 0 || (unlimited === 1 && upper[part] === Infinity);
      const othersMost = isOnlyUnlimited ? most - (upper[part] === Infinity ? 0 : upper[part]!) : Infinity;
      if (narrow(part, lower[total]! - othersMost, upper[total]! - othersLeast)) again = true;
      if (again) break;
    }
  }
}
