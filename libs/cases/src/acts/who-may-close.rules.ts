import type { CaseType } from '../records/case-types.js';

/** Types whose closing asks for a second pair of eyes. */
const NEED_SUPERVISOR: readonly CaseType[] = ['DETENTION', 'DEATH', 'MISSING'];

/**
 * Whether somebody who holds `cases.close` may close a case of this type: a detention, a death and a missing person only as
 * head of mission or of the consular department.
 */
export function mayClose(type: CaseType, supervisor: boolean): boolean {
  return supervisor || !NEED_SUPERVISOR.includes(type);
}
