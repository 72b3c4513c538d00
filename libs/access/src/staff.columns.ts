import type { Language } from '#platform';
import type { Role } from './policy.rules.js';

/** A person who may, or could once, sign in. Never with their password's hash. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  missionId: string | null;
  active: boolean;
  language: Language;
  /** Instants as ISO 8601 text in UTC. */
  lastSignInAt: string | null;
  previousSignInAt: string | null;
  /** Until when a link waits for them to choose a password; null for none. Only where the administrator looks. */
  inviteEndsAt?: string | null;
  /** Whether a link may be made for them now. Only where the administrator looks, like the next. */
  mayInvite?: boolean;
  /** Until when rights that were asked for them wait for a second person; null when none do. */
  waitsUntil?: string | null;
  version: number;
}

/** An instant as ISO 8601 text in UTC, in SQL. */
export const UTC = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a `StaffMember`, for every statement that reads one. */
export const STAFF_COLUMNS = `id, name, email, role, mission_id as "missionId", active, language, version,
  ${UTC('last_sign_in_at')} as "lastSignInAt", ${UTC('previous_sign_in_at')} as "previousSignInAt"`;

/** The same as the administrator sees them. */
export const STAFF_SEEN = `${STAFF_COLUMNS}, (select ${UTC('i.expires_at')} from access.invite i
  where i.staff_id = staff.id and access.invite_is_open(i.expires_at, i.used_at, i.ended_at)) as "inviteEndsAt",
  active and (not access.is_guarded(role) or access.link_approval(id) is not null) as "mayInvite",
  (select ${UTC('r.expires_at')} from access.rights_request r
    where r.staff_id = staff.id and r.decision is null and r.expires_at > now()) as "waitsUntil"`;
