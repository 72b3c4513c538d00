import { type CaseType, shapeOf } from '../records/case-types.js';

/**
 * Whether somebody who holds `cases.close` may close a case of this type. What asks for a second pair of eyes (`closedBySupervisor`
 * of the type: a detention, a death, a missing person) is closed by the head of mission or the consular department.
 */
export function mayClose(type: CaseType, supervisor: boolean): boolean {
  return supervisor || !shapeOf(type)?.closedBySupervisor;
}
