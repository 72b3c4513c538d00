import { linesThrough, type Instance, type Move } from './instance.js';
import { growFrom } from './near.js';
import type { Proofs } from './proofs.js';
import { isWhole } from './reach.js';
import { columnsOf, restrictTo, type Restricted } from './restrict.js';
import { RouteModel } from './route.js';
import type { Highs } from './solver.js';

/** Hidden columns around a target among which a proof is looked for before it is looked for among all. */
const NEAR = 400;

/** How often other prices are tried where a move is not whole, near the target and in the whole pattern. */
const TURNS = { near: 3, whole: 1 };

interface Opened {
  within: Restricted;
  model: RouteModel;
}

/**
 * Shortest moves inside a pattern, by small linear programmes that are made for one target and thrown away: most proofs
 * that need one touch about fifty columns, which 400 that belong together usually hold.
 */
export class ProofRoutes {
  private readonly linesOf: Int32Array[];
  private center = -1;
  private near?: Opened;
  private whole?: Opened;

  /** @param hidden the pattern; may change if `changed` is called */
  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly hidden: Uint8Array,
    private readonly longest: number,
  ) {
    this.linesOf = linesThrough(instance);
  }

  /** Must be told whenever the pattern has changed. */
  changed(): void {
    this.forgetNear();
    this.whole?.model.dispose();
    delete this.whole;
  }

  /** A move inside the pattern that takes `column` by `distance`, with few steps; undefined when there is none (`isNear`: none near). */
  private find(column: number, distance: number, isNear: boolean): Move | undefined {
    const { instance, linesOf, hidden } = this;
    if (this.center !== column) this.forgetNear();
    this.center = column;
    this.near ??= this.open(growFrom(instance, linesOf, hidden, column, NEAR));
    const near = this.cheapest(this.near, column, distance, TURNS.near);
    if (near || isNear || this.near.within.columns.length < NEAR) return near;
    this.whole ??= this.open(columnsOf(hidden));
    return this.cheapest(this.whole, column, distance, TURNS.whole);
  }

  /**
   * Tries every way to share a target's width between rise and fall, from the least rise on; what is found becomes evidence.
   * @param isNear look near the target only
   */
  prove(proofs: Proofs, target: number, isNear = false): boolean {
    const { column, up, width, down } = this.instance.targets[target]!;
    const reaches = (distance: number): boolean => {
      const { rise, fall } = proofs.known(target);
      if (distance <= 0 ? fall >= -distance : rise >= distance) return true;
      const move = this.find(column, distance, isNear);
      proofs.learn(target, move);
      return move !== undefined;
    };
    if (!this.hidden[column]) return false;
    if (down !== undefined && reaches(-down)) return proofs.isProven(target);
    for (let rise = up; rise <= Math.max(up, width) && reaches(rise); rise++)
      if (rise >= width || reaches(rise - width)) return proofs.isProven(target);
    return false;
  }

  private cheapest(
    { within, model }: Opened,
    column: number,
    distance: number,
    turns: number,
  ): Move | undefined {
    const place = within.placeOf.get(column)!;
    let route = model.cheapest(place, distance);
    // A corner that takes people in parts is seldom the only one: at other prices there may be a whole one.
    for (let turn = 1; turn <= turns && route && !isWhole(route.move); turn++) {
      model.setPrices(this.pricesOf(within, turn));
      route = model.cheapest(place, distance) ?? route;
      model.setPrices(this.pricesOf(within, 0));
    }
    return route && within.outOf(route.move);
  }

  /** One each at first; later by the keyed order, another share of it each time. */
  private pricesOf({ instance: { rank } }: Restricted, turn: number): Float64Array {
    return Float64Array.from(rank, (one) => 1 + (turn === 0 ? 0 : ((one * (turn + 2)) % 17) / 17));
  }

  private open(columns: Int32Array): Opened {
    const lines = new Set<number>();
    for (const column of columns) for (const line of this.linesOf[column]!) lines.add(line);
    const within = restrictTo(this.instance, columns, lines);
    const model = new RouteModel(this.highs, within.instance, this.longest);
    model.setPrices(this.pricesOf(within, 0));
    return { within, model };
  }

  private forgetNear(): void {
    this.near?.model.dispose();
    delete this.near;
    this.center = -1;
  }
}
