import type { Blocks } from './blocks.js';
import type { Known } from './judge.js';
import type { Bounds } from './propagate.js';
import type { Target } from './targets.js';

/** How far the search for larger (or smaller) values of a piece has gone; each stage is tried once. */
export const Stage = { None: 0, Moved: 1, Relaxed: 2, Done: 3 } as const;
export type Stage = (typeof Stage)[keyof typeof Stage];

/** The part of a target's count that lies in one block; blocks vary independently, so pieces add up. */
export interface Piece extends Known {
  target: number;
  block: number;
  columns: number[];
  coefficients: number[];
  up: Stage;
  down: Stage;
}

/** A target's settled part and its open pieces. */
export interface Split {
  settled: number;
  pieces: Piece[];
}

/** Splits a target over the blocks, with the bounds that propagation gives. */
export function splitTarget(target: Target, index: number, bounds: Bounds, blocks: Blocks): Split {
  const split: Split = { settled: target.constant ?? 0, pieces: [] };
  target.variables.forEach((variable, i) => {
    const coefficient = target.coefficients[i]!;
    const block = blocks.blockOf[variable]!;
    if (block === -1) {
      split.settled += coefficient * bounds.lower[variable]!;
      return;
    }
    let piece = split.pieces.find((one) => one.block === block);
    if (piece === undefined) {
      piece = { ...emptyPiece(index), block };
      split.pieces.push(piece);
    }
    piece.columns.push(blocks.columnOf[variable]!);
    piece.coefficients.push(coefficient);
    const [low, high] = [bounds.lower[variable]!, bounds.upper[variable]!];
    piece.lower += coefficient * (coefficient > 0 ? low : high);
    piece.upper += coefficient * (coefficient > 0 ? high : low);
  });
  return split;
}

function emptyPiece(target: number): Omit<Piece, 'block'> {
  return {
    target,
    columns: [],
    coefficients: [],
    lower: 0,
    upper: 0,
    least: Infinity,
    most: -Infinity,
    up: Stage.None,
    down: Stage.None,
  };
}

/** What is known of a whole target: its settled part plus what is known of each piece. */
export function knownOf({ settled, pieces }: Split): Known {
  const known = { lower: settled, upper: settled, least: settled, most: settled };
  for (const piece of pieces) {
    known.lower += piece.lower;
    known.upper += piece.upper;
    known.least += piece.least;
    known.most += piece.most;
  }
  return known;
}

/** A whole-number table of the piece's block shows that the piece can have this value. */
export function see(piece: Piece, table: Float64Array): void {
  let value = 0;
  for (let i = 0; i < piece.columns.length; i++) value += piece.coefficients[i]! * table[piece.columns[i]!]!;
  if (value < piece.least) piece.least = value;
  if (value > piece.most) piece.most = value;
}
