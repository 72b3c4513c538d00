import { weights } from './cuts.js';
import type { Instance } from './instance.js';
import { NOISE, type Reach } from './reach.js';

/** How far a column can go at most: the sum of what each hidden column lends, whatever the pattern. */
interface Ceiling {
  columns: Int32Array;
  lends: Float64Array;
}

/** The latest ceilings remembered for each target and direction. */
const REMEMBERED = 16;

/**
 * What limits a target, learnt from the prices of linear programmes that fell short. A ceiling holds for every
 * pattern (prices are valid for any), so it answers "not safe" later with a sum in place of a linear programme.
 */
export class Ceilings {
  private readonly up: Ceiling[][];
  private readonly down: Ceiling[][];

  constructor(
    private readonly instance: Instance,
    private readonly longest: number,
  ) {
    this.up = instance.targets.map(() => []);
    this.down = instance.targets.map(() => []);
  }

  /** Remembers why a target's column goes no further. */
  learn(target: number, direction: 1 | -1, { prices }: Reach): void {
    const { roomUp, roomDown, targets } = this.instance;
    const columns: number[] = [];
    const lends: number[] = [];
    for (const [column, weight] of weights(this.instance, targets[target]!.column, direction, prices)) {
      const room = Math.min((weight > 0 ? roomUp : roomDown)[column]!, this.longest);
      if (room === 0) continue;
      columns.push(column);
      lends.push(Math.abs(weight) * room);
    }
    const known = (direction > 0 ? this.up : this.down)[target]!;
    known.push({ columns: Int32Array.from(columns), lends: Float64Array.from(lends) });
    if (known.length > REMEMBERED) known.shift();
  }

  /** An upper limit on how far a target's column can rise (direction 1) or fall (-1) inside a pattern. */
  most(target: number, direction: 1 | -1, hidden: Uint8Array): number {
    const { column } = this.instance.targets[target]!;
    let most = (direction > 0 ? this.instance.roomUp : this.instance.roomDown)[column]!;
    for (const { columns, lends } of (direction > 0 ? this.up : this.down)[target]!) {
      let sum = 0;
      for (let i = 0; i < columns.length && sum < most; i++) if (hidden[columns[i]!]) sum += lends[i]!;
      most = Math.min(most, sum);
    }
    return most;
  }

  /** What is known of a target's limits, where that is enough to say that it is safe or is not. */
  verdict(target: number, hidden: Uint8Array): boolean | undefined {
    const { up, width, down, isZero, firm } = this.instance.targets[target]!;
    const rise = this.most(target, 1, hidden);
    if (isZero && rise < NOISE) return true;
    const fall = this.most(target, -1, hidden);
    if (firm !== undefined && fall <= firm + NOISE) return true;
    if (down !== undefined && fall >= down - NOISE) return undefined;
    return rise < up - NOISE || rise + fall < width - NOISE ? false : undefined;
  }
}
