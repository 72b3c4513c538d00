import { Refusals } from '#platform';
import { type CaseType, RECORD_NAMES } from '../records/case-types.js';
import type { CaseStatus } from '../file/case-file.lifecycle.js';
import type { StatedCase } from '../timeline/said.rules.js';
import { mayClose } from './who-may-close.rules.js';

/** A correction: only what is given changes. */
export interface Amendment extends Partial<StatedCase> {
  id: string;
  version: number;
  /** Needed where something that was said changes; not where only what was not known is filled in. */
  reason?: string | null;
}

/** What every case has: a correction can change it, not take it away. */
const NEEDED = ['type', 'hostCountry', 'occurred', 'awareAt', 'source', 'summary', 'subject'] as const;

/** @throws Refusal */
export function checkNothingNeededIsTaken(amendment: Amendment): void {
  const refusals = new Refusals();
  for (const field of NEEDED) if (amendment[field] === null) refusals.add('REQUIRED', field);
  refusals.throwIfAny();
}

/**
 * Given fields over what is there; a record and a person field by field, so that a correction of one keeps the others. A case of
 * another type begins with what is given: the record of the former type stays in the timeline only.
 */
export function merged(
  before: StatedCase,
  { id: _id, version: _version, reason: _reason, ...amendment }: Amendment,
): StatedCase {
  const becomesOther = (amendment.type ?? before.type) !== before.type;
  const after: Record<string, unknown> = becomesOther ? withoutRecord(before) : { ...before };
  for (const [field, value] of Object.entries(given(amendment))) {
    const old = after[field];
    const nested = isRecord(value) && isRecord(old) && field !== 'occurred';
    after[field] = nested ? { ...old, ...given(value) } : value;
  }
  return after as unknown as StatedCase;
}

/** A case as its type is judged by. */
export interface TypeAtStake {
  status: CaseStatus;
  outcome: string | null;
}

/**
 * Why a case may not become one of another type as it stands.
 * @param fits whether an outcome is one of the new type's.
 */
export function refusalOfType(
  file: TypeAtStake,
  type: CaseType,
  supervisor: boolean,
  fits: (outcome: string) => boolean,
): 'OUTCOME_OF_OTHER_TYPE' | 'TYPE_NEEDS_SUPERVISOR' | undefined {
  if (file.outcome !== null && !fits(file.outcome)) return 'OUTCOME_OF_OTHER_TYPE';
  // Else a closed case could become one that this person may not close.
  if (file.status === 'CLOSED' && !mayClose(type, supervisor)) return 'TYPE_NEEDS_SUPERVISOR';
  return undefined;
}

function withoutRecord(content: StatedCase): Record<string, unknown> {
  const kept = Object.entries(content).filter(
    ([field]) => field !== 'cause' && !(RECORD_NAMES as readonly string[]).includes(field),
  );
  return Object.fromEntries(kept);
}

function given(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
