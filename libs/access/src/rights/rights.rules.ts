import { needsSecondPerson, type Role } from '../policy.rules.js';

/** What somebody may: their role, where, and whether they may sign in at all. */
export interface Rights {
  role: Role;
  missionId: string | null;
  active: boolean;
}

export function sameRights(one: Rights, other: Rights): boolean {
  return one.role === other.role && one.missionId === other.missionId && one.active === other.active;
}

/**
 * What of a change one person may bring about alone: all of it where neither the old nor the new role takes two people, else only
 * what takes rights away at once, which is closing the account.
 */
export function alone<T extends Rights>(before: Rights, after: T): T {
  if (!needsSecondPerson(before.role) && !needsSecondPerson(after.role)) return after;
  return {
    ...after,
    role: before.role,
    missionId: before.missionId,
    active: before.active && after.active,
  };
}
