import type { Published } from '../model/index.js';

/**
 * A: no small count can be computed exactly. B: nor can anyone be sure that a hidden non-zero count is small, and
 * its interval is wide enough. C: as B, and no group's people are all seen in one category of a sensitive dimension.
 */
export type Level = 'A' | 'B' | 'C';

/** What is told while the search runs. */
export interface Progress {
  phase: string;
  /** Cells hidden by the best safe pattern so far; undefined while there is none. */
  hidden?: number;
  /** No safe pattern can hide fewer cells. */
  bound?: number;
  seconds: number;
}

export interface ProtectOptions {
  /** Default: C where a dimension is sensitive, otherwise B. */
  level?: Level;
  /** Default 60. The answer comes within 10 % of it, or sooner when the optimum is proven. */
  timeLimitSeconds?: number;
  /** Secret of the keyed order that breaks ties; the same key gives the same pattern. Default: empty. */
  key?: string;
  /** Everything published before. */
  ledger?: Published;
  /**
   * True innermost counts of former cumulative releases, by release; needed where the ledger hides cells, for
   * their true values are not in the ledger.
   */
  formerCells?: Map<number, Map<string, number>>;
  /** Refuse tables of which more than a third of the non-zero cells are small: default `large` (over 10,000 cells). */
  redesign?: 'always' | 'large' | 'never';
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}
