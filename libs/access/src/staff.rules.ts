import { needsMission, type Role, ROLES } from './policy.rules.js';

/** One person, one spelling of their address: compared without case and without blanks around it. */
export function emailOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

// Deliberately plain: something, an @, a domain with a dot. Whether post arrives there nobody knows without sending some.
const EMAIL = /^[^\s@<>"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;

/** Whether this may be somebody's address, in the spelling of `emailOf`. */
export function isEmail(email: string): boolean {
  return email.length <= 254 && EMAIL.test(email);
}

export function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

/** Why somebody cannot hold this role at this post (null: at none); undefined when they can. */
export function misfit(
  role: Role,
  missionId: string | null,
): 'ROLE_NEEDS_MISSION' | 'ROLE_HAS_NO_MISSION' | undefined {
  if (needsMission(role) && missionId === null) return 'ROLE_NEEDS_MISSION';
  if (!needsMission(role) && missionId !== null) return 'ROLE_HAS_NO_MISSION';
  return undefined;
}
