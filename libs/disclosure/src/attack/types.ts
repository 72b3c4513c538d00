import type { Published } from '../model/index.js';

/** What falls about a count: its value, that it is small, or that its interval is narrow. */
export type Fall = 'exact' | 'below-threshold' | 'narrow';

/** One thing that the publication gives away. */
export interface Finding {
  /**
   * `exact`, `below-threshold`, `narrow`: of a listed cell from one release alone. `differencing`: only from
   * several releases together, or of an increase. `unlisted`: of a count that no table lists. `group`: all people
   * of a group but the coalition are seen to be in one category of a sensitive dimension.
   */
  kind: Fall | 'group' | 'differencing' | 'unlisted';
  /** What falls, whatever the kind. */
  how: Fall | 'group';
  /** Codes over all dimensions (of the joined publication); for a group, the category's cell. */
  key: string[];
  /** The count is that of `key` less these cells (rests and differences of groupings). */
  less?: string[][];
  /** With cumulative releases: the release, and for an increase the release it grew from. */
  release?: number;
  since?: number;
  /** The count as it stood in this release, before it was put right; for a correction by a few see `since`. */
  asOf?: number;
  /** Tables that list the cell. */
  tables: string[];
  /** Whole-number interval of the count (for a group: of its people outside the category). */
  lower: number;
  upper: number;
}

/** A count of which the attacker could neither prove that it falls nor that it is safe: treat as unsafe. */
export interface Undetermined extends Omit<Finding, 'kind' | 'how'> {
  reason: 'time' | 'whole-number' | 'cancelled' | 'size';
}

/** How far an attack has come. */
export interface Progress {
  checked: number;
  targets: number;
  findings: number;
  seconds: number;
}

export interface AttackOptions {
  /** Everything published before, in the form of a publication. */
  ledger?: Published;
  /** People in a group who pool what they know of themselves (level C). Default 1. */
  coalition?: number;
  /** Default 600. What is open then is reported as undetermined. */
  timeLimitSeconds?: number;
  /** Blocks of more columns than this (default 4,000) are searched by interior points and moves. */
  largeBlock?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface AttackResult {
  findings: Finding[];
  undetermined: Undetermined[];
  /** Counts examined: hidden cells, increases, rests and groups. */
  targets: number;
  seconds: number;
}
