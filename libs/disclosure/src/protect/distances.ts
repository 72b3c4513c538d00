import type { Target } from './instance.js';

/** Moves by these distances, alone or together, make a target safe. */
export function distancesOf({ up, width, down }: Target): number[] {
  return [...new Set([-(down ?? 0), up, up - width, width])].filter((distance) => distance !== 0);
}

/** Directions, the one that may decide alone first. */
export function firstAsked({ firm }: Target): (1 | -1)[] {
  return firm === undefined ? [1, -1] : [-1, 1];
}
