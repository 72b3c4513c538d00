import type { Block } from './blocks.js';

/**
 * A lower bound of cost·x over the block that holds whatever the solver's tolerances were: for ANY multipliers y,
 * cost·x = y·rhs + (cost - yA)·x ≥ y·rhs + Σ min of (cost - yA)ⱼ xⱼ over xⱼ's bounds (weak duality). A margin covers
 * the rounding of this sum itself; -Infinity when the multipliers prove nothing.
 */
export function provenLeast(block: Block, cost: Float64Array, multipliers: Float64Array): number {
  const reduced = Float64Array.from(cost);
  let bound = 0;
  let size = 1;
  block.rows.forEach((row, r) => {
    const y = snap(multipliers[r]!);
    if (y === 0) return;
    bound += y * row.rhs;
    size += Math.abs(y * row.rhs);
    row.columns.forEach((column, i) => (reduced[column]! -= y * row.signs[i]!));
  });
  for (let column = 0; column < reduced.length; column++) {
    const d = reduced[column]!;
    if (d === 0) continue;
    const value = d > 0 ? block.lower[column]! : block.upper[column]!;
    if (value === Infinity) {
      // Sums of snapped multipliers may miss 0 by rounding only; anything larger proves nothing.
      if (d < -1e-12) return -Infinity;
      continue;
    }
    bound += d * value;
    size += Math.abs(d * value);
  }
  return bound - 1e-12 * size - 1e-9;
}

/** Multipliers of such tables are small fractions; taking them as exact removes the solver's noise. */
function snap(y: number): number {
  const near = Math.round(y * 5040) / 5040;
  return Math.abs(near - y) < 1e-7 ? near : y;
}
