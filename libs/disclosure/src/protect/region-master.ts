import type { Instance } from './instance.js';
import { allOf, type Highs, type Model } from './solver.js';

/** Σ values × hidden ≥ least. */
export interface Row {
  columns: Int32Array;
  values: Float64Array;
  least: number;
}

/** Branching of one region ends here: counted, not timed, so the same everywhere. */
const NODES = 400;

/** Extra price of hiding what the pattern shows: of equally cheap answers, the one that upsets fewest proofs. */
const CHANGE = 0.01;

/** A region's answer: a whole pattern, or none; `isProven` when nothing cheaper exists under the rows known. */
export interface RegionAnswer {
  value?: Uint8Array;
  isProven: boolean;
}

/**
 * The master in whole numbers over a region only: all columns outside stay as they are in a pattern, and of every row
 * the region has to give what the outside does not.
 */
export class RegionMaster {
  /** Place of each column in the region, -1 outside. */
  private readonly place: Int32Array;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
  ) {
    this.place = new Int32Array(instance.size).fill(-1);
  }

  /** The cheapest choice in the region under the rows, if it is cheaper than the pattern's. */
  cheaper(rows: readonly Row[], pattern: Uint8Array, region: Int32Array, seconds = Infinity): RegionAnswer {
    region.forEach((column, at) => (this.place[column] = at));
    const model = this.newModel(pattern, region);
    try {
      for (const row of rows) this.addRow(model, row, pattern);
      model.options.set({ mip_abs_gap: CHANGE / 2, mip_rel_gap: 0, mip_max_nodes: NODES });
      if (Number.isFinite(seconds)) model.options.set('time_limit', Math.max(0.05, seconds));
      model.run();
      const { solutionStatus, modelStatus } = this.highs.constants;
      const status = model.getModelStatus();
      if (model.info.get('primal_solution_status') !== solutionStatus.feasible)
        return { isProven: status === modelStatus.infeasible };
      const { colValue } = model.getSolution();
      const value = pattern.slice();
      region.forEach((column, at) => (value[column] = colValue[at]! > 0.5 ? 1 : 0));
      return { value, isProven: status === modelStatus.optimal };
    } finally {
      model.dispose();
      for (const column of region) this.place[column] = -1;
    }
  }

  private newModel(pattern: Uint8Array, region: Int32Array): Model {
    const count = region.length;
    const model = this.highs.createModel();
    model.options.set('output_flag', false);
    model.addVars(new Float64Array(count), new Float64Array(count).fill(1));
    const prices = Float64Array.from(region, (column) => this.instance.cost[column]!);
    const withChange = prices.map((price, at) => price + (pattern[region[at]!] ? 0 : CHANGE));
    model.changeColsCost(allOf(count), withChange);
    model.changeColsIntegrality(allOf(count), new Int32Array(count).fill(1));
    const now = prices.reduce((sum, price, at) => sum + (pattern[region[at]!] ? price : 0), 0);
    model.addRow(-this.highs.infinity, now - 1, { indices: Int32Array.from(region.keys()), values: prices });
    return model;
  }

  private addRow(model: Model, { columns, values, least }: Row, pattern: Uint8Array): void {
    let missing = least;
    let worst = 0;
    const indices: number[] = [];
    const inside: number[] = [];
    for (let i = 0; i < columns.length; i++) {
      const at = this.place[columns[i]!]!;
      if (at < 0) missing -= values[i]! * pattern[columns[i]!]!;
      else {
        indices.push(at);
        inside.push(values[i]!);
        worst += Math.min(0, values[i]!);
      }
    }
    if (indices.length === 0 || worst >= missing - 1e-7) return;
    // With nothing to take away, one column can give no more than all that is missing.
    const given = worst < 0 ? inside : inside.map((value) => Math.min(value, missing));
    model.addRow(missing, this.highs.infinity, { indices, values: given });
  }
}
