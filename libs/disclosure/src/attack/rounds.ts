import type { Piece } from './pieces.js';
import type { Search } from './search.js';

/** A round is worth another when it decided at least this share of what was open. */
const WORTHWHILE = 0.1;
/** In large blocks a round takes as long as this many moves. */
const WORTHWHILE_LARGE = 100;

/**
 * Decides most targets of a block cheaply: each solve looks for one table in which as many undecided counts as
 * possible are large (or small) at once, by random weights. Most counts are shown safe by a handful of tables.
 */
export async function sharedRounds(search: Search, block: number): Promise<void> {
  const random = randomFrom(block + 1);
  const isLarge = search.isLarge(block);
  let disappointments = 0;
  while (disappointments < (isLarge ? 1 : 2) && !search.clock.stopped) {
    const open = search.openPieces(block);
    if (open.length < 4) return;
    const ups = open.filter((piece) => search.verdicts[piece.target] === 'up');
    const downs = open.filter((piece) => search.verdicts[piece.target] === 'down');
    if (ups.length > 0) round(search, block, ups, 'up', random);
    if (downs.length > 0) round(search, block, downs, 'down', random);
    await search.clock.rest();
    const decided = open.length - search.openPieces(block).length;
    disappointments =
      decided < (isLarge ? WORTHWHILE_LARGE : Math.max(1, WORTHWHILE * open.length))
        ? disappointments + 1
        : 0;
  }
}

function round(
  search: Search,
  block: number,
  pieces: Piece[],
  direction: 'up' | 'down',
  random: () => number,
): void {
  const cost = new Float64Array(search.blocks.list[block]!.variables.length);
  const caps = new Map<number, number>();
  for (const piece of pieces) {
    const weight = (1 + random()) * (direction === 'up' ? -1 : 1);
    piece.columns.forEach((column, i) => (cost[column]! += weight * piece.coefficients[i]!));
    // No table so far exceeds the cap, so it excludes none of them; it spreads large values over more counts.
    const column = piece.columns[0]!;
    const isPlain = piece.columns.length === 1 && piece.coefficients[0] === 1;
    if (isPlain && direction === 'up' && piece.most > -Infinity) {
      caps.set(column, Math.max(caps.get(column) ?? 0, search.enough(piece)));
    }
  }
  search.explore(block, cost, { caps, afresh: true });
}

/** A small repeatable generator (mulberry32): the same publication is attacked the same way. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
