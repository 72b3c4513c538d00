import type { RefusalItem } from '#platform';
import type { CaseStatus } from '../file/case-file.lifecycle.js';

/** A step along the lifecycle as a person gives it. */
export interface Step {
  to: CaseStatus;
  outcome?: string | null;
  reason?: string | null;
}

/** Where a case cannot go without a word of why. */
const NEED_REASON: readonly CaseStatus[] = ['REJECTED', 'REOPENED'];
/** Where a case cannot go without how it ended. */
const NEED_OUTCOME: readonly CaseStatus[] = ['RESOLVED', 'CLOSED'];

/**
 * What a step lacks, all at once.
 * @param file the case before it.
 * @param fits whether a code is an outcome of the case's type.
 */
export function lackedBy(
  { to, outcome, reason }: Step,
  file: { type: string; outcome: string | null },
  fits: (outcome: string) => boolean,
): RefusalItem[] {
  const lacked: RefusalItem[] = [];
  if (NEED_REASON.includes(to) && !reason?.trim()) lacked.push({ code: 'REASON_NEEDED', field: 'reason' });
  if (NEED_OUTCOME.includes(to) && !outcome && !file.outcome) {
    lacked.push({ code: 'OUTCOME_NEEDED', field: 'outcome' });
  }
  if (outcome && !fits(outcome)) {
    // A wrong code is quoted, so that its typist knows it again, but never at length.
    const params = { code: outcome.slice(0, 40), list: `OUTCOME (${file.type})` };
    lacked.push({ code: 'UNKNOWN_CODE', field: 'outcome', params });
  }
  return lacked;
}

/** How the case ended, after the step: a case that goes on has not ended in any way. */
export function outcomeAfter({ to, outcome }: Step, before: string | null): string | null {
  return NEED_OUTCOME.includes(to) ? outcome || before : null;
}

/** What the entry of a step names: how the case ended, or, where it goes on, how it had ended until then. */
export function outcomeNamed(step: Step, before: string | null): string | null {
  return outcomeAfter(step, before) ?? before;
}
