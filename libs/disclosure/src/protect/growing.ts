import type { TableSystem } from '../model/index.js';
import type { Situation } from './situation.js';

/** A situation to which cells that no table lists are being added. */
export class Growing {
  readonly keys: string[][];
  readonly truth: number[];
  private readonly releaseOf: number[];
  private readonly increaseFrom: number[];
  readonly relations: TableSystem['relations'];

  constructor(readonly base: Situation) {
    const { system, truth } = base;
    this.keys = [...system.keys];
    this.truth = [...truth];
    this.releaseOf = [...system.releaseOf];
    this.increaseFrom = [...system.increaseFrom];
    this.relations = [...system.relations];
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
      surelySome: longer(base.surelySome),
      wanted: longer(base.wanted),
      grand: longer(base.grand),
    };
  }

  /** Adds a cell that no table lists; returns its number. */
  push(key: string[], count: number, release: number, from: number): number {
    this.truth.push(count);
    this.releaseOf.push(release);
    this.increaseFrom.push(from);
    return this.keys.push(key) - 1;
  }
}
