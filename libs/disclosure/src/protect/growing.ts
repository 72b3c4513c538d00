import type { TableSystem } from '../model/index.js';
import type { Situation } from './situation.js';

/** A situation to which cells that no table lists are being added. */
export class Growing {
  readonly keys: string[][];
  readonly truth: number[];
  private readonly releaseOf: number[];
  private readonly increaseFrom: number[];
  readonly relations: TableSystem['relations'];
  private readonly states: Map<number, number>[];

  constructor(readonly base: Situation) {
    const { system, truth } = base;
    this.keys = [...system.keys];
    this.truth = [...truth];
    this.releaseOf = [...system.releaseOf];
    this.increaseFrom = [...system.increaseFrom];
    this.relations = [...system.relations];
    this.states = base.states.map((since) => new Map(since));
  }

  finish(): Situation {
    const { base, keys, truth, releaseOf, increaseFrom, relations } = this;
    const size = keys.length;
    if (size === base.system.size) return base;
    const longer = (flags: Uint8Array): Uint8Array => {
      const all = new Uint8Array(size);
      all.set(flags);
      return all;
    };
    const least = new Float64Array(size);
    least.set(base.least);
    return {
      ...base,
      system: {
        ...base.system,
        keys,
        size,
        relations,
        releaseOf: Int32Array.from(releaseOf),
        increaseFrom: Int32Array.from(increaseFrom),
      },
      truth: Float64Array.from(truth),
      before: [...base.before, ...new Array<'unlisted'>(size - base.before.length).fill('unlisted')],
      least,
      states: this.states,
      wanted: longer(base.wanted),
      grand: longer(base.grand),
    };
  }

  /**
   * Adds what one cell has more than another, as a cell that no table lists; returns its number. Its count at former
   * releases follows from theirs.
   */
  pushRest(whole: number, less: number): number {
    const rest = this.push(
      this.keys[whole]!,
      this.truth[whole]! - this.truth[less]!,
      this.releaseOf[whole]!,
      -1,
    );
    this.relations.push({ total: whole, parts: Int32Array.of(less, rest) });
    for (const since of this.states) {
      if (since.has(whole) && since.has(less)) since.set(rest, since.get(whole)! - since.get(less)!);
    }
    return rest;
  }

  /** Adds a cell that no table lists; returns its number. */
  push(key: string[], count: number, release: number, from: number): number {
    this.truth.push(count);
    this.releaseOf.push(release);
    this.increaseFrom.push(from);
    return this.keys.push(key) - 1;
  }
}
