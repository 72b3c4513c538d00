import type { Instance } from './instance.js';

/** Σ coefficients × hidden ≥ 1, which every safe pattern satisfies. */
export interface Cut {
  columns: Int32Array;
  coefficients: Float64Array;
}

/** One direction of a target with the line prices that limit it; `need` is the distance asked for. */
export interface Limit {
  column: number;
  direction: 1 | -1;
  prices: Float64Array;
  need: number;
}

/** Prices of such tables are small fractions; with exact ones a cut is valid whatever the solver's tolerances. */
const FRACTION = 60;

/**
 * The cut behind a target that cannot be moved far enough. For ANY line prices γ, the column's step is Σ dⱼ stepⱼ
 * with d = ±e − Aᵀγ, and hidden column j can add at most |dⱼ| × its room; shown ones nothing. So
 * Σ |dⱼ| roomⱼ hiddenⱼ ≥ need. Columns that are hidden anyway are moved to the right; no coefficient need be larger
 * than what is asked for (capacity), and the sum of several limits must reach the sum of their needs' share.
 * @param limits one direction, or both with the same `need` (their sum must reach it)
 * @returns undefined when the prices ask for nothing
 */
export function cutOf(instance: Instance, limits: Limit[]): Cut | undefined {
  const coefficients = new Map<number, number>();
  let rest = 1;
  for (const { column, direction, prices, need } of limits) {
    for (const [j, weight] of weights(instance, column, direction, prices)) {
      const room = weight > 0 ? instance.roomUp[j]! : instance.roomDown[j]!;
      const coefficient = room === 0 ? 0 : Math.min((Math.abs(weight) * room) / need, 1);
      if (instance.fixed[j]) rest -= coefficient;
      else if (coefficient > 0) coefficients.set(j, (coefficients.get(j) ?? 0) + coefficient);
    }
  }
  if (rest <= 1e-9) return undefined;
  const columns = [...coefficients.keys()].sort((a, b) => a - b);
  return {
    columns: Int32Array.from(columns),
    coefficients: Float64Array.from(columns, (j) => Math.min(coefficients.get(j)! / rest, 1)),
  };
}

/** dⱼ of every column that the prices reach. */
export function weights(
  instance: Instance,
  column: number,
  direction: 1 | -1,
  prices: Float64Array,
): Map<number, number> {
  const d = new Map<number, number>([[column, direction]]);
  instance.lines.forEach(({ columns, signs }, line) => {
    const price = Math.round(prices[line]! * FRACTION);
    if (price === 0) return;
    for (let i = 0; i < columns.length; i++) {
      d.set(columns[i]!, (d.get(columns[i]!) ?? 0) - (price * signs[i]!) / FRACTION);
    }
  });
  for (const [j, weight] of d) if (Math.abs(weight) < 1e-9) d.delete(j);
  return d;
}

/** Left-hand side of a cut at a (fractional) pattern; below 1 means violated. */
export function valueOf(cut: Cut, hidden: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < cut.columns.length; i++) sum += cut.coefficients[i]! * hidden[cut.columns[i]!]!;
  return sum;
}

/** Monotony: if a pattern is unsafe, so is every part of it; one of the columns it shows must be hidden. */
export function unsafePatternCut(instance: Instance, hidden: Uint8Array): Cut {
  const columns: number[] = [];
  for (let column = 0; column < instance.size; column++) if (!hidden[column]) columns.push(column);
  return { columns: Int32Array.from(columns), coefficients: new Float64Array(columns.length).fill(1) };
}
