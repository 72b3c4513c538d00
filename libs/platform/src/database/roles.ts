import { createHmac } from 'node:crypto';

/** Does the work of the API. Owns nothing. */
export const APP_ROLE = 'elchin_app';

/** Lets people in: passwords, sessions, second factors. Calls functions, and may do nothing else. */
export const DOOR_ROLE = 'elchin_door';

/** Owns every table and function. Nobody signs in as it; migrations act as it (`sql/ready_roles.sql`). */
export const OWNER_ROLE = 'elchin_owner';

/**
 * The application's own address: same server and database, but the role that owns no table and cannot pass row-level
 * security. Its password follows from the owner's, so that several processes agree without storing another secret.
 */
export const appUrlOf = (ownerUrl: string): string => urlOf(ownerUrl, APP_ROLE);

/** The address for signing in: the same server and database, as the role that alone sees what passwords are compared with. */
export const doorUrlOf = (ownerUrl: string): string => urlOf(ownerUrl, DOOR_ROLE);

function urlOf(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(ownerUrl, role);
  return url.toString();
}

export function passwordOf(ownerUrl: string, role: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update(role)
    .digest('hex');
}
