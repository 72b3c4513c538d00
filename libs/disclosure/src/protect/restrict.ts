import type { Instance, Line, Move } from './instance.js';

/** An instance in which only some columns can move, and the way back to the whole. It has no targets. */
export interface Restricted {
  instance: Instance;
  /** Column of the whole for each column kept. */
  columns: Int32Array;
  /** Place of each column of the whole, -1 for those left out. */
  placeOf: Map<number, number>;
  outOf(move: Move): Move;
  /** Prices of the kept lines as prices of all lines; 0 for the others. */
  pricesOutOf(prices: Float64Array): Float64Array;
}

/** Leaves out all columns but these, as if all others were shown, and all lines but these, as if nothing were known of them. */
export function restrictTo(whole: Instance, columns: Int32Array, wanted: Iterable<number>): Restricted {
  const placeOf = new Map(Array.from(columns, (column, place) => [column, place]));
  const lineOf: number[] = [];
  const lines: Line[] = [];
  for (const line of wanted) {
    const kept = keptOn(whole.lines[line]!, placeOf);
    if (kept.columns.length === 0) continue;
    lines.push(kept);
    lineOf.push(line);
  }
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(columns, (column) => values[column]!);
  return {
    columns,
    placeOf,
    instance: {
      size: columns.length,
      roomDown: pick(whole.roomDown),
      roomUp: pick(whole.roomUp),
      cost: pick(whole.cost),
      fixed: Uint8Array.from(columns, (column) => whole.fixed[column]!),
      rank: Int32Array.from(columns, (column) => whole.rank[column]!),
      lines,
      targets: [],
    },
    outOf: (move) => ({ columns: move.columns.map((place) => columns[place]!), steps: move.steps }),
    pricesOutOf(prices) {
      const all = new Float64Array(whole.lines.length);
      prices.forEach((price, at) => (all[lineOf[at]!] = price));
      return all;
    },
  };
}

/** The hidden columns of a pattern. */
export function columnsOf(hidden: ArrayLike<number>): Int32Array {
  const columns: number[] = [];
  for (let column = 0; column < hidden.length; column++) if (hidden[column]) columns.push(column);
  return Int32Array.from(columns);
}

function keptOn({ columns, signs }: Line, placeOf: Map<number, number>): Line {
  const places: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    const place = placeOf.get(columns[i]!);
    if (place === undefined) continue;
    places.push(place);
    kept.push(signs[i]!);
  }
  return { columns: Int32Array.from(places), signs: Float64Array.from(kept) };
}
