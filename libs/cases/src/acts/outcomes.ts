import type { Codes } from '#reference';
import type { CaseType } from '../records/case-types.js';

/** Whether a code is an outcome that a case of this type can have: one for its type, or one for every type. */
export function isOutcomeOf(codes: Codes, type: CaseType, outcome: string): boolean {
  const caseType = codes.item('OUTCOME', outcome)?.attributes.caseType;
  return codes.has('OUTCOME', outcome) && (caseType === undefined || caseType === type);
}
