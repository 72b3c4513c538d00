import { linesThrough, type Instance } from './instance.js';
import { columnsNear } from './near.js';
import { restrictTo, type Restricted } from './restrict.js';
import { RouteModel, type Route } from './route.js';
import type { Highs } from './solver.js';

/** Hidden columns around the target, and columns in all, among which a move is looked for. */
const SIZE = { hidden: 160, all: 420 };

/** A target's surroundings at one state of the pattern. */
interface Surroundings {
  center: number;
  near: Restricted;
  model: RouteModel;
}

/**
 * Cheapest moves among the columns near a target, all others standing still. A move found here is a move of the whole
 * table, though perhaps not its cheapest; where there is none, the whole table has to be asked.
 */
export class NearRoutes {
  private readonly linesOf: Int32Array[];
  private around?: Surroundings;

  /** @param longest steps longer than this are never taken */
  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly longest: number,
    private readonly most = SIZE,
  ) {
    this.linesOf = linesThrough(instance);
  }

  /**
   * As `RouteModel.cheapest`, near the column.
   * @param prices of one step of every column of the instance
   */
  cheapest(hidden: Uint8Array, prices: Float64Array, column: number, distance: number): Route | undefined {
    const { near, model } = this.surroundings(hidden, prices, column);
    const route = model.cheapest(near.placeOf.get(column)!, distance);
    return route && { ...route, move: near.outOf(route.move) };
  }

  /** Must be told whenever prices or the pattern have changed. */
  changed(): void {
    this.around?.model.dispose();
    delete this.around;
  }

  private surroundings(hidden: Uint8Array, prices: Float64Array, center: number): Surroundings {
    if (this.around?.center === center) return this.around;
    this.changed();
    const columns = this.columnsAround(hidden, center);
    const lines = new Set<number>();
    for (const column of columns) for (const line of this.linesOf[column]!) lines.add(line);
    const near = restrictTo(this.instance, columns, lines);
    const model = new RouteModel(this.highs, near.instance, this.longest);
    model.setPrices(Float64Array.from(columns, (column) => prices[column]!));
    return (this.around = { center, near, model });
  }

  /** The hidden columns nearby, then those shown of whose lines the hidden ones and the target touch most. */
  private columnsAround(hidden: Uint8Array, center: number): Int32Array {
    const { columns } = columnsNear(this.instance, this.linesOf, hidden, center, this.most.hidden);
    const taken = new Set(columns);
    const touched = new Map<number, number>();
    const lines = new Set<number>();
    for (const column of columns) for (const line of this.linesOf[column]!) lines.add(line);
    const own = new Set(this.linesOf[center]);
    for (const line of lines) {
      // The target's own lines must be put right in any case, so what stands on them comes first.
      const weight = own.has(line) ? 2 : 1;
      for (const one of this.instance.lines[line]!.columns)
        if (!taken.has(one)) touched.set(one, (touched.get(one) ?? 0) + weight);
    }
    const worth = (column: number): number => touched.get(column)! / this.linesOf[column]!.length;
    const shown = [...touched.keys()].sort(
      (a, b) => worth(b) - worth(a) || this.instance.rank[a]! - this.instance.rank[b]!,
    );
    return Int32Array.from([...columns, ...shown.slice(0, Math.max(0, this.most.all - columns.length))]);
  }
}
