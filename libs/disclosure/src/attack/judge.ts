import type { Question } from './targets.js';
import type { Fall } from './types.js';

/** What is known of a count: it surely lies in [lower, upper]; whole tables are known with `least` and `most`. */
export interface Known {
  lower: number;
  upper: number;
  /** Smallest and largest value in a whole-number table found so far; Infinity and -Infinity when none is. */
  least: number;
  most: number;
}

export interface Limits {
  threshold: number;
  protection: number;
  coalition: number;
  largeBlock?: number | undefined;
}

/** `up`/`down`: not decided until a larger/smaller value is found or excluded. */
export type Verdict = 'safe' | Fall | 'group' | 'up' | 'down';

/** Decides by what is certain only: falls by proven bounds, safety by tables that exist. */
export function judge(question: Question, known: Known, limits: Limits): Verdict {
  switch (question) {
    case 'count':
      return judgeCount(known, limits);
    case 'rest':
      return judgeRest(known, limits);
    case 'group':
      if (known.most > limits.coalition) return 'safe';
      return known.upper <= limits.coalition ? 'group' : 'up';
  }
}

function judgeCount({ lower, upper, least, most }: Known, { threshold, protection }: Limits): Verdict {
  if (upper <= 0 || lower >= threshold) return 'safe';
  if (most >= threshold && most - least >= protection) return 'safe';
  if (upper < threshold) return judgeSmall({ lower, upper, least, most });
  if (most < threshold) return 'up';
  // The largest value is not small; what is left is how far the smallest is from it, and whether that is small.
  if (upper - lower < protection) return least < threshold ? 'narrow' : 'down';
  if (lower < least) return 'down';
  return most < upper ? 'up' : 'narrow';
}

/** Surely below the threshold: exact when one value is left, nothing when that value is 0. */
function judgeSmall({ lower, upper, least, most }: Known): Verdict {
  if (lower === upper) return 'exact';
  if (least < most) return 'below-threshold';
  return most < upper ? 'up' : 'down';
}

/** A count that no table lists gives somebody away only when it is surely not 0 and surely small. */
function judgeRest({ lower, upper, least, most }: Known, { threshold }: Limits): Verdict {
  if (least <= 0 || most >= threshold) return 'safe';
  if (lower >= threshold || upper <= 0) return 'safe';
  if (upper >= threshold) return 'up';
  if (lower <= 0) return 'down';
  if (lower === upper) return 'exact';
  if (least < most) return 'below-threshold';
  return most < upper ? 'up' : 'down';
}
