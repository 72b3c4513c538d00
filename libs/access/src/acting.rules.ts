import type { Asking } from './asking.js';
import { mayDo, type PermissionName } from './policy.rules.js';

/** Somebody's role does not hold the permission of an act. The edge answers `FORBIDDEN`. */
export class NotAllowed extends Error {}

/**
 * The asking for one act, whichever operation led to it: its permission is asked here, where the act happens, and the access log
 * names the act, not the way to it.
 * @throws NotAllowed
 */
export function askingTo(asking: Asking, permission: PermissionName): Asking {
  const { role } = asking.actor;
  if (!mayDo(role, permission)) throw new NotAllowed(`${role} may not do ${permission}`);
  return { ...asking, operation: permission, logged: true };
}
