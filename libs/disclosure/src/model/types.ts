/** What the announced rule says of zeros: always shown (so a hidden count is at least 1), or perhaps hidden. */
export type ZeroRule = 'published' | 'maySuppress';

/**
 * How releases of one cell belong together. `same`: they count the same people. `cumulative`: they are
 * ordered, counts never fall, and the increase between two is a count to protect.
 */
export type ReleaseMode = 'same' | 'cumulative';

/** A classification: codes, and one or more groupings of them, each a map from child to parent. */
export interface Dimension {
  name: string;
  codes: string[];
  groupings: Map<string, string>[];
  /** Level C: no group's people may all be seen to be in one category of it. */
  sensitive: boolean;
  /** The code that covers every leaf. */
  total: string;
  /** Codes that are no parent in any grouping, in the order of `codes`. */
  leaves: string[];
  /** For each code the leaves it covers, in the order of `codes`. */
  leavesOf: Map<string, readonly string[]>;
}

/** A table crosses every code of its dimensions; a dimension it leaves out stands at its total. */
export interface TableSpec {
  name: string;
  dimensions: string[];
  /** By dimension, the only codes the table lists (in their usual order): a coarser classification by itself. */
  codes?: Record<string, string[]>;
  /** 1 when the file does not say. */
  release: number;
}

interface Rule {
  /** k: counts 1..k-1 are small. */
  threshold: number;
  /** Least width (greatest minus least possible value) of the interval of a hidden cell that may be small. */
  protection: number;
  zeros: ZeroRule;
  releaseMode: ReleaseMode;
  dimensions: Dimension[];
}

/** What was put right of an innermost count among the people whom former releases counted. */
export interface Correction {
  /** `keyString` over all dimensions. */
  key: string;
  /** How many more (or fewer) there are than was counted; part of the true count already. */
  change: number;
  /** With cumulative releases: the first release that counted wrongly. */
  since: number;
}

/** What has to be made safe: the true innermost counts and the tables wanted. */
export interface Problem extends Rule {
  /** Innermost counts by `keyString` over all dimensions; those absent are 0. */
  trueCells: Map<string, number>;
  tables: TableSpec[];
  corrections?: Correction[];
}

/** A change of a published count that a later release announced. */
export interface Change {
  release: number;
  change: number;
}

/** A table as readers see it. */
export interface PublishedTable extends TableSpec {
  /** Cells the file does not list are published zeros (otherwise: not published at all). */
  sparse: boolean;
  /** By `keyString` over ALL dimensions: the shown value, or null when suppressed. */
  cells: Map<string, number | null>;
  /** What has been put right of its cells since, as announced; the cells stay as they were published. */
  changes?: Map<string, Change[]>;
  /** What the rule said of zeros when the table was published, where it is not what the file says. */
  zeros?: ZeroRule;
}

/** Everything readers see, and nothing else; a ledger of former releases has the same form. */
export interface Published extends Rule {
  tables: PublishedTable[];
  /** Cells of the ledger (in its codes; of every release that has them, or of one) that were put right with this publication. */
  corrections?: { key: string; release?: number; change: number }[];
}
