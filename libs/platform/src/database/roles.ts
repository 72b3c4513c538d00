import { createHmac } from 'node:crypto';

/** Does the work of the API. Owns nothing. */
export const APP_ROLE = 'elchin_app';

/** Owns every table and function. Nobody signs in as it; migrations act as it (`sql/ready_roles.sql`). */
export const OWNER_ROLE = 'elchin_owner';

/**
 * The application's own address: same server and database, but the role that owns no table and cannot pass row-level
 * security. Its password follows from the owner's, so that several processes agree without storing another secret.
 */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = appPasswordOf(ownerUrl);
  return url.toString();
}

export function appPasswordOf(ownerUrl: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update(APP_ROLE)
    .digest('hex');
}
