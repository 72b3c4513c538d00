import { Stage, type Piece } from './pieces.js';
import { costOf, isExhausted, tightenBy, type Search } from './search.js';

/**
 * Decides one target: its pieces' largest and smallest values are searched for, first over the relaxed block with
 * a proof by multipliers, then over whole numbers, until the judge is satisfied or nothing is left to try.
 */
export async function resolveTarget(search: Search, t: number): Promise<void> {
  for (;;) {
    const verdict = search.verdicts[t];
    if ((verdict !== 'up' && verdict !== 'down') || search.clock.stopped) return;
    // When the wanted direction has nothing left, the other one may still settle it.
    const isStep = step(search, t, verdict) || step(search, t, verdict === 'up' ? 'down' : 'up');
    search.judgeAnew(t);
    if (!isStep) return;
    await search.clock.rest();
  }
}

/** Only moves from a known table, which cost least: what they find may settle others, before anything dearer is tried. */
export async function moveTarget(search: Search, t: number): Promise<void> {
  for (;;) {
    const verdict = search.verdicts[t];
    if ((verdict !== 'up' && verdict !== 'down') || search.clock.stopped) return;
    const { pieces } = search.splits[t]!;
    if (!pieces.some((piece) => !isExhausted(piece, verdict) && piece[verdict] === Stage.None)) return;
    step(search, t, verdict);
    search.judgeAnew(t);
    await search.clock.rest();
  }
}

/** One solve for one piece; false when none of the target's pieces has anything left in this direction. */
function step(search: Search, t: number, direction: 'up' | 'down'): boolean {
  const { pieces } = search.splits[t]!;
  const open = pieces.filter((piece) => !isExhausted(piece, direction));
  const piece = open.sort((a, b) => a[direction] - b[direction])[0];
  if (piece === undefined) return false;
  const cost = costOf(piece, direction, search.blocks.list[piece.block]!.variables.length);
  const caps = capsFor(search, piece, direction);
  if (piece[direction] === Stage.None) {
    piece[direction] = Stage.Moved;
    search.exploreMove(
      piece,
      direction === 'up' ? search.enough(piece) : search.littleEnough(piece),
      direction,
    );
  } else if (piece[direction] === Stage.Moved) {
    piece[direction] = Stage.Relaxed;
    const prove = (least: number): boolean => {
      tightenBy(piece, direction, least);
      search.judgeAnew(t);
      return !search.isOpen(t);
    };
    search.explore(piece.block, cost, { caps, prove });
  } else {
    piece[direction] = Stage.Done;
    const found = search.exploreWhole(piece, cost, caps);
    if (found.least !== undefined && caps === undefined) tightenBy(piece, direction, found.least - 1e-6);
    else if (found.least !== undefined) tightenCapped(search, piece, found.least);
  }
  return true;
}

/** A whole-number optimum under a cap bounds the piece only where the cap did not bind. */
function tightenCapped(search: Search, piece: Piece, least: number): void {
  const best = Math.floor(-least + 1e-6);
  if (best < search.enough(piece)) piece.upper = Math.min(piece.upper, best);
}

/**
 * Largest values are looked for only as far as they matter. While no table is known there is no cap: it might exclude
 * them all, and what is in truth a large count would look like a contradiction.
 */
function capsFor(search: Search, piece: Piece, direction: 'up' | 'down'): Map<number, number> | undefined {
  const isPlain = piece.columns.length === 1 && piece.coefficients[0] === 1;
  const enough = search.enough(piece);
  if (direction === 'down' || !isPlain || enough === Infinity) return undefined;
  if (piece.most === -Infinity || piece.most > enough) return undefined;
  return new Map([[piece.columns[0]!, enough]]);
}
