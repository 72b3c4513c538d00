import { mayClose } from '../acts/who-may-close.rules.js';
import type { CaseType } from '../records/case-types.js';

/** Statuses of a case file, and which may follow which: the table is data. Source: design domain §2.2. */
export const STATUSES = [
  'REGISTERED',
  'TRIAGED',
  'IN_PROGRESS',
  'WAITING_HOST',
  'WAITING_CLIENT',
  'WAITING_OTHER',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'REOPENED',
] as const;
export type CaseStatus = (typeof STATUSES)[number];

const working = ['IN_PROGRESS', 'WAITING_HOST', 'WAITING_CLIENT', 'WAITING_OTHER', 'RESOLVED'] as const;

export const transitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  REGISTERED: ['TRIAGED', 'REJECTED'],
  TRIAGED: ['IN_PROGRESS', 'REJECTED'],
  IN_PROGRESS: ['WAITING_HOST', 'WAITING_CLIENT', 'WAITING_OTHER', 'RESOLVED'],
  WAITING_HOST: working.filter((status) => status !== 'WAITING_HOST'),
  WAITING_CLIENT: working.filter((status) => status !== 'WAITING_CLIENT'),
  WAITING_OTHER: working.filter((status) => status !== 'WAITING_OTHER'),
  RESOLVED: ['CLOSED', 'IN_PROGRESS'],
  CLOSED: ['REOPENED'],
  REJECTED: ['REOPENED'],
  REOPENED: ['IN_PROGRESS'],
};

/** Over for now: neither in the worklist nor in the stock of open cases. */
export const ENDED: readonly CaseStatus[] = ['CLOSED', 'REJECTED'];

/** Days after the end within which an officer may reopen; later it takes a supervisor. */
export const REOPEN_DAYS = 90;

export interface Situation {
  status: CaseStatus;
  type: CaseType;
  /** Whole days since it was closed or rejected; null while open. */
  daysSinceEnd: number | null;
  /** Whether the person who acts is a head of mission or of the consular department. */
  supervisor: boolean;
}

/** Why a case may not move there; undefined when it may. */
export function refusalOfMove(
  now: Situation,
  to: CaseStatus,
): 'NO_SUCH_STEP' | 'NEEDS_SUPERVISOR' | 'REOPEN_TOO_LATE' | undefined {
  if (!transitions[now.status].includes(to)) return 'NO_SUCH_STEP';
  if (to === 'CLOSED' && !mayClose(now.type, now.supervisor)) return 'NEEDS_SUPERVISOR';
  if (to === 'REOPENED' && !now.supervisor && (now.daysSinceEnd ?? 0) > REOPEN_DAYS) return 'REOPEN_TOO_LATE';
  return undefined;
}

/** Where this person may move the case now. */
export function possibleMoves(now: Situation): CaseStatus[] {
  return transitions[now.status].filter((to) => refusalOfMove(now, to) === undefined);
}
