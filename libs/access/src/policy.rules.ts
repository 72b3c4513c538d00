/**
 * Who may do what: written once, read by the guard, by `me.permissions`, and by the test that tries every operation as
 * every role. Which rows they may do it to is their reach.
 */
export const ROLES = [
  'OFFICER',
  'HEAD_OF_MISSION',
  'CONSULAR_OFFICER',
  'HEAD_OF_DEPARTMENT',
  'ANALYST',
  'COMMISSION',
  'CIVIL_SOCIETY',
  'ADMINISTRATOR',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

/** MISSION: cases of the own post. ALL: of every post. FACTS: nameless counts of every post. NONE: no case, no count. */
export type Reach = 'MISSION' | 'ALL' | 'FACTS' | 'NONE';

const everybody = ['me.write', 'me.security', 'me.drafts', 'me.inbox', 'reference.read'] as const;
const caseWork = [
  'cases.worklist',
  'cases.read',
  'cases.search',
  'cases.file',
  'cases.note',
  'cases.amend',
  'cases.status',
  'cases.close',
  'cases.reopen',
] as const;
const counts = ['statistics.read', 'statistics.cases'] as const;
const department = [...everybody, ...caseWork, ...counts, 'cases.import'] as const;

const permissionsByRole = {
  OFFICER: [...everybody, ...caseWork, ...counts],
  HEAD_OF_MISSION: [...everybody, ...caseWork, ...counts],
  CONSULAR_OFFICER: [...department],
  HEAD_OF_DEPARTMENT: [...department, 'rights.approve'],
  ANALYST: [...everybody, 'statistics.read'],
  COMMISSION: [...everybody],
  CIVIL_SOCIETY: [...everybody],
  ADMINISTRATOR: [...everybody, 'staff.read', 'staff.write', 'rights.approve'],
  AUDITOR: [...everybody, 'log.read', 'log.export'],
} as const satisfies Record<Role, readonly string[]>;

/** Every permission that there is. */
export type PermissionName = (typeof permissionsByRole)[Role][number];

export function permissionsOf(role: Role): readonly PermissionName[] {
  return permissionsByRole[role];
}

export function mayDo(role: Role, permission: string): boolean {
  return (permissionsByRole[role] as readonly string[]).includes(permission);
}

/** Every permission that some role holds. */
export const ALL_PERMISSIONS: readonly string[] = [
  ...new Set(Object.values(permissionsByRole).flat()),
].sort();

const reachByRole: Record<Role, Reach> = {
  OFFICER: 'MISSION',
  HEAD_OF_MISSION: 'MISSION',
  CONSULAR_OFFICER: 'ALL',
  HEAD_OF_DEPARTMENT: 'ALL',
  ANALYST: 'FACTS',
  COMMISSION: 'NONE',
  CIVIL_SOCIETY: 'NONE',
  ADMINISTRATOR: 'NONE',
  AUDITOR: 'NONE',
};

export function reachOf(role: Role): Reach {
  return reachByRole[role];
}

/** Whether the cases of this post are within somebody's reach: the code's lock on one case. */
export function reaches(actor: { role: Role; missionId: string | null }, missionId: string): boolean {
  const reach = reachByRole[actor.role];
  return reach === 'ALL' || (reach === 'MISSION' && actor.missionId === missionId);
}

/** Roles that see cases, of one post or of every. */
function readsCases(role: Role): boolean {
  return reachByRole[role] === 'MISSION' || reachByRole[role] === 'ALL';
}

/**
 * Whether rights to this role take two people: it reads cases, or could be the second person itself. The database's twin is
 * `access.is_guarded`.
 */
export function needsSecondPerson(role: Role): boolean {
  return readsCases(role) || mayDo(role, 'rights.approve');
}

/** Roles that act for a post and cannot be held without one. */
export function needsMission(role: Role): boolean {
  return readsCases(role);
}

/** Those who may close what needs a second pair of eyes, and reopen what was closed long ago. */
export function isSupervisor(role: Role): boolean {
  return role === 'HEAD_OF_MISSION' || reachByRole[role] === 'ALL';
}
