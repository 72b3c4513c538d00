import type { Language } from '#platform';
import type { Role } from './policy.rules.js';
import { emailOf } from './staff.rules.js';

/** A connection as the owner of the tables: TypeORM's manager, or pg's client or pool. */
export interface OwnerQuery {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

export interface StaffToEnsure {
  id?: string;
  email: string;
  name: string;
  role: Role;
  missionId: string | null;
  /** Made by `hashPassword`, once for many where they share one (demo); whoever enters a real person looks at `weakness` first. */
  passwordHash: string;
  language?: Language;
}

/**
 * Makes sure that somebody with this e-mail address is among the staff, for seeds and the operators' program. Who is
 * there already stays as they are, password included.
 * @returns their id, and whether they were entered just now.
 */
export async function ensureStaff(
  owner: OwnerQuery,
  person: StaffToEnsure,
): Promise<{ id: string; made: boolean }> {
  const email = emailOf(person.email);
  const found = await idOf(owner, email);
  if (found) return { id: found, made: false };
  const entered = await idsIn(
    owner,
    `insert into access.staff (id, email, name, role, mission_id, password_hash, language)
     values (coalesce($1::uuid, uuidv7()), $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
    [
      person.id ?? null,
      email,
      person.name,
      person.role,
      person.missionId,
      person.passwordHash,
      person.language ?? 'mn',
    ],
  );
  if (entered[0]) return { id: entered[0], made: true };
  return { id: (await idOf(owner, email)) as string, made: false };
}

/** Whether anybody is among the staff: a register without is not in use yet. */
export async function isStaffed(owner: OwnerQuery): Promise<boolean> {
  return (await idsIn(owner, 'select id from access.staff limit 1', [])).length > 0;
}

async function idOf(owner: OwnerQuery, email: string): Promise<string | undefined> {
  return (await idsIn(owner, 'select id from access.staff where email = $1', [email]))[0];
}

async function idsIn(owner: OwnerQuery, text: string, values: unknown[]): Promise<string[]> {
  const answer = (await owner.query(text, values)) as { id: string }[] | { rows: { id: string }[] };
  return (Array.isArray(answer) ? answer : answer.rows).map((row) => row.id);
}
