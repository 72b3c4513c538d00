import type { Move } from './instance.js';

/** How many of the latest moves are remembered for each column. */
const REMEMBERED = 24;

/** Moves found so far, by the columns they touch: one move often proves several targets safe. */
export class MovePool {
  private readonly touching: Move[][];

  constructor(size: number) {
    this.touching = Array.from({ length: size }, () => []);
  }

  add(move: Move): void {
    // A fractional move would have to be proven again in whole numbers, by every target that took it over.
    if (!move.steps.every(Number.isInteger)) return;
    for (const column of move.columns) {
      const moves = this.touching[column]!;
      moves.push(move);
      if (moves.length > REMEMBERED) moves.shift();
    }
  }

  /** The latest move inside the pattern that takes `column` at least `distance` (signed); undefined when none is known. */
  find(column: number, distance: number, hidden: Uint8Array): Move | undefined {
    const moves = this.touching[column]!;
    for (let i = moves.length - 1; i >= 0; i--) {
      const step = at(moves[i]!, column);
      const goes = distance > 0 ? step >= distance : step <= distance;
      if (goes && isInside(moves[i]!, hidden)) return moves[i];
    }
    return undefined;
  }
}

/** Whether a move touches hidden columns only. */
export function isInside(move: Move, hidden: Uint8Array): boolean {
  const { columns } = move;
  for (let i = 0; i < columns.length; i++) if (!hidden[columns[i]!]) return false;
  return true;
}

/** How far a move takes one column; 0 when it leaves it alone. */
export function at(move: Move, column: number): number {
  const index = move.columns.indexOf(column);
  return index < 0 ? 0 : move.steps[index]!;
}
