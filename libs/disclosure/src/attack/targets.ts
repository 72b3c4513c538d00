/** Σ coefficient × variable. */
export interface Expression {
  variables: number[];
  coefficients: number[];
}

/**
 * `count`: a hidden count (or increase) that may not be seen to be small or narrow. `rest`: a count nobody listed,
 * that may not be seen to be surely there and surely small. `group`: people of a group outside one category,
 * who may not surely be as few as the coalition.
 */
export type Question = 'count' | 'rest' | 'group';

/** One count that the attacker asks about. */
export interface Target extends Expression {
  question: Question;
  /** The cell the count is named after (for a group: the category's cell). */
  cell: number;
  /** Cells subtracted from it, for naming. */
  less: number[];
  /** Added to the sum: the count as it stood before it was put right, in the release `asOf`. */
  constant?: number;
  asOf?: number;
  /** The count is what the cell grew by since this release, over releases that do not list it. */
  since?: number;
}
