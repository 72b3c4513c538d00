/**
 * The suppression problem without its dictionary: columns (cells that may be hidden, and the nameless quantities
 * that must also be protected), additive relations, and what each target needs. All after `prepare` works on this.
 */

/** Changes of these columns, with their signs (parts +1, a total -1), sum to zero; shown cells are left out. */
export interface Line {
  columns: Int32Array;
  signs: Float64Array;
}

/**
 * What must stay possible for the attacker about one column; `up` and `down` are distances from the truth.
 * Safe when (max − truth ≥ up and max − min ≥ width), or when `down` is given and truth − min ≥ down.
 */
export interface Target {
  column: number;
  up: number;
  width: number;
  /** An alternative that is enough by itself: a quantity that no table lists may be shown to be possibly 0. */
  down?: number;
  /**
   * A count of 0 that nobody has to hide: also safe when it is shown, or known to be 0. But where it is hidden, and could
   * be more, a reader cannot tell it from a small count, so it must look like a large one. Gives no cuts.
   */
  isZero?: boolean;
  /**
   * A larger count that nobody has to hide, given as how far it may fall before it could be small: also safe when it is
   * shown, or surely falls no further. Otherwise a reader takes it for possibly small. Gives no cuts.
   */
  firm?: number;
}

/** Whether a target asks for something only where its column is hidden by choice. */
export function isConditional({ isZero, firm }: Target): boolean {
  return isZero === true || firm !== undefined;
}

/** Whether moves that go so far make a target safe. */
export function isReached(
  { up, width, down }: Target,
  { rise, fall }: { rise: number; fall: number },
  noise = 0,
): boolean {
  if (down !== undefined && fall >= down - noise) return true;
  return rise >= up - noise && rise + fall >= width - noise;
}

export interface Instance {
  /** Number of columns. */
  size: number;
  /** How far below its truth a hidden column can be presumed to lie: truth minus the least presumable value. */
  roomDown: Float64Array;
  /** How far above its truth: may be Infinity. */
  roomUp: Float64Array;
  /** Price of hiding a column: the number of listed cells it stands for; 0 for columns that no table lists. */
  cost: Float64Array;
  /** 1 where the column is hidden whatever the pattern: primaries, cells hidden before, unlisted quantities. */
  fixed: Uint8Array;
  lines: Line[];
  targets: Target[];
  /** Rank of each column in the secret keyed order; breaks every tie. */
  rank: Int32Array;
}

/** A whole move of the table: how far each column goes from the truth; another table the attacker cannot rule out. */
export interface Move {
  columns: Int32Array;
  steps: Float64Array;
}

/** The largest distance that any target asks for; at least 1. */
export function largestNeed(instance: Instance): number {
  return instance.targets.reduce((most, { up, width, down }) => Math.max(most, up, width, down ?? 0), 1);
}

/** Lines through each column. */
export function linesThrough(instance: Instance): Int32Array[] {
  const through: number[][] = Array.from({ length: instance.size }, () => []);
  instance.lines.forEach(({ columns }, line) => {
    for (const column of columns) through[column]!.push(line);
  });
  return through.map((lines) => Int32Array.from(lines));
}
