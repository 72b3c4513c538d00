import type { Instance } from './instance.js';
import type { Prover } from './prover.js';

/**
 * Reverse delete: shows again every secondary that is not needed, in the given order.
 * @param atSight only what is seen at once counts as a proof
 * @returns the number of columns shown
 */
export function thin(
  prover: Prover,
  order: ArrayLike<number>,
  pause: () => boolean,
  atSight = false,
): number {
  const likely: number[] = [];
  let shown = 0;
  for (let i = 0; i < order.length && !pause(); i++) {
    if (prover.tryShowing(order[i]!, likely, atSight)) shown++;
  }
  return shown;
}

/** Secondaries from the one most worth showing: dear ones first, then by the keyed order. */
export function thinningOrder(instance: Instance, hidden: Uint8Array, worth: ArrayLike<number>): Int32Array {
  const columns: number[] = [];
  for (let column = 0; column < instance.size; column++) {
    if (hidden[column] && !instance.fixed[column]) columns.push(column);
  }
  return Int32Array.from(
    columns.sort((a, b) => worth[b]! - worth[a]! || instance.rank[a]! - instance.rank[b]!),
  );
}

/** Price of a pattern: listed cells hidden. */
export function priceOf(instance: Instance, hidden: ArrayLike<number>): number {
  let price = 0;
  for (let column = 0; column < instance.size; column++) if (hidden[column]) price += instance.cost[column]!;
  return price;
}
