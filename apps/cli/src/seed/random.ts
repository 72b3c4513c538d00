import { createHash } from 'node:crypto';

/** Random choices that are the same for the same seed, on every machine. */
export class Random {
  private state: number;

  constructor(readonly seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** Another one, independent of how many choices this one has made. */
  branch(name: string | number): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** In [0, 1). The generator is mulberry32: 32 bits of state, ample for a few thousand choices. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.int(0, choices.length - 1)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }

  /** One of the keys, each as likely as its weight. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new Error('nothing to choose from');
  }
}

/**
 * An id that is the same for the same seed and name, in the layout of UUIDv7, so that a second seeding finds what the
 * first one made, whichever day it is.
 * @param order small whole number: ids made with a greater one sort later.
 */
export function stableId(seed: string, name: string, order = 0): string {
  const time = (Date.UTC(2026, 0, 1) + order).toString(16).padStart(12, '0');
  const rest = createHash('sha256').update(`${seed}/${name}`).digest('hex');
  const variant = ((Number.parseInt(rest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${rest.slice(0, 3)}`,
    `${variant}${rest.slice(4, 7)}`,
    rest.slice(7, 19),
  ].join('-');
}
