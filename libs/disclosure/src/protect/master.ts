import type { Clock } from './clock.js';
import type { Cut } from './cuts.js';
import type { Instance } from './instance.js';
import type { Row } from './region-master.js';
import { allBridges, lineCuts } from './structure.js';
import { allOf, runWithin, type Highs, type Model } from './solver.js';

/** What the master says: hide shares (1 for columns hidden anyway) and a lower bound on the price of any safe pattern. */
export interface MasterAnswer {
  value: Float64Array;
  bound: number;
}

/** Cuts that have been slack for this many rounds are dropped from the linear master (never from the whole one). */
const STALE = 12;

/** By at most this share the linear master's prices are lowered to break ties. */
const TIE_SHARE = 1e-4;

/** Which columns to hide so that every cut found so far holds, at the least price. */
export class Master {
  private readonly model: Model;
  private readonly free: Int32Array;
  private readonly place: Int32Array;
  private readonly cuts: Row[] = [];
  private readonly rowsIn: { cut: number; slackFor: number }[] = [];
  private readonly known = new Set<string>();
  private readonly fixedPrice: number;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly clock?: Clock,
  ) {
    const free: number[] = [];
    this.place = new Int32Array(instance.size).fill(-1);
    for (let column = 0; column < instance.size; column++) {
      if (!instance.fixed[column]) this.place[column] = free.push(column) - 1;
    }
    this.free = Int32Array.from(free);
    this.fixedPrice = instance.cost.reduce(
      (sum, cost, column) => sum + (instance.fixed[column] ? cost : 0),
      0,
    );
    this.model = this.newModel(false);
    this.model.options.set({ presolve: 'off', simplex_strategy: 1 });
    for (const cut of lineCuts(instance)) this.add(cut);
    for (const { column, others } of allBridges(instance)) this.addBridge(column, others);
    for (const row of this.rowsIn) row.slackFor = -Infinity;
  }

  /** Number of cuts known. */
  get size(): number {
    return this.cuts.length;
  }

  /** Every cut known, those that the linear master has dropped too. */
  get rows(): readonly Row[] {
    return this.cuts;
  }

  /** Adds a cut; false when it was known. */
  add({ columns, coefficients }: Cut): boolean {
    return this.addRow({ columns, values: coefficients, least: 1 });
  }

  /** Keeps a cut for the whole master and for regions, but leaves it out of the linear one. */
  remember({ columns, coefficients }: Cut): boolean {
    const row = { columns, values: coefficients, least: 1 };
    const name = nameOf(row);
    if (this.known.has(name)) return false;
    this.known.add(name);
    this.cuts.push(row);
    return true;
  }

  /** Adds "if hidden, then another of these too". */
  addBridge(column: number, others: number[]): boolean {
    const columns = Int32Array.from([column, ...others]);
    return this.addRow({
      columns,
      values: Float64Array.from(columns, (one) => (one === column ? -1 : 1)),
      least: 0,
    });
  }

  /** Solves the linear relaxation. */
  relax(): MasterAnswer {
    if (this.free.length === 0)
      return { value: Float64Array.from(this.instance.fixed), bound: this.fixedPrice };
    runWithin(this.highs, this.model, this.clock);
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    if (this.model.getModelStatus() === infeasible) return { value: this.allHidden(), bound: Infinity };
    if (this.model.getModelStatus() !== optimal) {
      this.model.clearSolver();
      runWithin(this.highs, this.model, this.clock);
    }
    const { colValue, rowDual } = this.model.getSolution();
    const bound = this.fixedPrice + this.model.getObjectiveValue();
    this.dropStale(rowDual);
    return { value: this.spread(colValue), bound };
  }

  /**
   * Solves the master in whole numbers within a time.
   * @param incumbent a pattern to start from
   * @returns undefined when no answer was found in time; its bound holds in any case when given
   */
  solveWhole(
    incumbent: Uint8Array,
    seconds: number,
    clock: Clock,
  ): { value?: Uint8Array; bound: number; optimal: boolean } {
    if (this.free.length === 0)
      return { value: this.instance.fixed.slice(), bound: this.fixedPrice, optimal: true };
    const model = this.newModel(true);
    try {
      for (const row of this.cuts) this.append(model, row);
      model.setSolution({ colValue: Float64Array.from(this.free, (column) => incumbent[column]!) });
      model.options.set({ time_limit: Math.max(0.05, seconds), mip_rel_gap: 0, mip_abs_gap: 0.999 });
      const { mipInterrupt } = this.highs.constants.callbackType;
      model.run({
        [mipInterrupt]: (event): undefined => {
          if (clock.isPast()) event.interrupt();
        },
      });
      const status = model.getModelStatus();
      const bound = Number(model.info.get('mip_dual_bound'));
      const solution =
        model.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible;
      const value = solution
        ? Uint8Array.from(this.spread(model.getSolution().colValue), (part) => (part > 0.5 ? 1 : 0))
        : undefined;
      return {
        ...(value ? { value } : {}),
        bound: this.fixedPrice + (Number.isFinite(bound) ? bound : 0),
        optimal: status === this.highs.constants.modelStatus.optimal,
      };
    } finally {
      model.dispose();
    }
  }

  dispose(): void {
    this.model.dispose();
  }

  private addRow(row: Row): boolean {
    const name = nameOf(row);
    if (this.known.has(name)) return false;
    this.known.add(name);
    this.rowsIn.push({ cut: this.cuts.push(row) - 1, slackFor: 0 });
    this.append(this.model, row);
    return true;
  }

  private append(model: Model, { columns, values, least }: Row): void {
    model.addRow(least, this.highs.infinity, {
      indices: columns.map((column) => this.place[column]!),
      values,
    });
  }

  private dropStale(rowDual: Float64Array): void {
    const gone: number[] = [];
    this.rowsIn.forEach((row, at) => {
      row.slackFor = Math.abs(rowDual[at] ?? 0) < 1e-9 ? row.slackFor + 1 : 0;
      if (row.slackFor > STALE) gone.push(at);
    });
    if (gone.length < 200) return;
    this.model.deleteRows({ kind: 'set', indices: gone });
    for (const at of gone.reverse()) {
      const [row] = this.rowsIn.splice(at, 1);
      // A dropped cut may be found again when it is violated again.
      this.known.delete(nameOf(this.cuts[row!.cut]!));
    }
  }

  private spread(part: Float64Array): Float64Array {
    const value = Float64Array.from(this.instance.fixed);
    this.free.forEach((column, at) => (value[column] = Math.min(1, Math.max(0, part[at]!))));
    return value;
  }

  private allHidden(): Float64Array {
    return new Float64Array(this.instance.size).fill(1);
  }

  /** A little below 1, so that of equal answers the keyed order chooses, and the bound stays a bound. */
  private tieBreak(column: number): number {
    return 1 - (TIE_SHARE * this.instance.rank[column]!) / this.instance.size;
  }

  private newModel(whole: boolean): Model {
    const count = this.free.length;
    const model = this.highs.createModel();
    model.options.set('output_flag', false);
    if (count === 0) return model;
    model.addVars(new Float64Array(count), new Float64Array(count).fill(1));
    model.changeColsCost(
      allOf(count),
      Float64Array.from(
        this.free,
        (column) => this.instance.cost[column]! * (whole ? 1 : this.tieBreak(column)),
      ),
    );
    if (whole) model.changeColsIntegrality(allOf(count), new Int32Array(count).fill(1));
    return model;
  }
}

function nameOf({ columns, values }: Row): string {
  return `${columns.join()}:${Array.from(values, (value) => value.toFixed(6)).join()}`;
}
