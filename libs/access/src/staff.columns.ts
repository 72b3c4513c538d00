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
  version: number;
}

const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a `StaffMember`, for every statement that reads one. */
export const STAFF_COLUMNS = `id, name, email, role, mission_id as "missionId", active, language, version,
  ${utc('last_sign_in_at')} as "lastSignInAt", ${utc('previous_sign_in_at')} as "previousSignInAt"`;
