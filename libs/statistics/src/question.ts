import type { Language } from '#platform';
import type { Period } from './period.rules.js';

export const DIMENSIONS = ['COUNTRY', 'CAUSE', 'YEAR', 'MONTH', 'TYPE', 'SEX', 'MISSION'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const BASES = ['OCCURRED', 'OPENED', 'OPEN_AT_END'] as const;
/** OCCURRED: happened in the period. OPENED: opened in it (flow). OPEN_AT_END: open at its end (stock). */
export type Basis = (typeof BASES)[number];

/** What a person asks to be counted, as it was sent. Left out or null: everything. */
export interface StatisticsFilter {
  basis: Basis;
  /** Months, `YYYY-MM`, both included. */
  from: string;
  to: string;
  types?: readonly string[] | null;
  countries?: readonly string[] | null;
  /** `ICCS.06` (list and code), or the code alone, which means that code of every list of causes. */
  causes?: readonly string[] | null;
  sexes?: readonly string[] | null;
  missions?: readonly string[] | null;
  /** Only events known to the year and no nearer, of the whole years in the period. For OCCURRED alone. */
  monthUnknown?: boolean | null;
}

/** A cause as cases carry it: the code belongs to the list that the type names. */
export interface TypedCause {
  type: string;
  code: string;
}

/** A checked question: every code is known, every mission is in the asker's reach. Null: not narrowed. */
export interface Question {
  /** In the order asked for. */
  dimensions: readonly Dimension[];
  basis: Basis;
  /** Of a stock, it ends with the running month at the latest: no stock of what is to come is known. */
  period: Period;
  /** Whether it is a stock of the running month, and so one as of now, not of the month's end. */
  asOfNow: boolean;
  types: readonly string[] | null;
  countries: readonly string[] | null;
  causes: readonly TypedCause[] | null;
  sexes: readonly string[] | null;
  missions: readonly string[] | null;
  /** Whether only events of unknown month are meant: those that a table by month shows as `2016-00`. */
  monthUnknown: boolean;
  /** Categories that stand in the table even when nothing was counted in them: those asked for by name. */
  named: Partial<Record<Dimension, readonly string[]>>;
}

export interface Category {
  code: string;
  label: string;
}

export interface Axis {
  dimension: Dimension;
  categories: Category[];
  /** Whether counts may be added along this axis: not over the months of a stock, where one case stands in many. */
  additive: boolean;
}

/** One field of the filter in the reader's words. */
export interface Narrowing {
  label: string;
  values: string[];
}

/** A counted table. Whoever holds one must not change it: it is handed out again. */
export interface StatisticsTable {
  basis: Basis;
  from: string;
  to: string;
  axes: Axis[];
  /** Non-zero cells in the order of the axes: one index per axis, then the count. */
  cells: number[][];
  /** Cases counted: the sum of the cells, or for a stock over time its last month. */
  total: number;
  /** For events: how many cases of the same kind are left out of every period, their date being unknown. Else null. */
  undated: number | null;
  /** How many of the total are fictional illustrations. */
  illustrations: number;
  /** What is counted, in a sentence. */
  statement: string;
  /** What else narrows it, in words: the filter's fields and the labels chosen. */
  narrowedTo: Narrowing[];
  language: Language;
}
