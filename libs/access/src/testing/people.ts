import { randomUUID } from 'node:crypto';
import type { Asking } from '../asking.js';
import { ensureStaff, type OwnerQuery } from '../ensure-staff.js';
import { hashPassword } from '../passwords.service.js';
import type { Role } from '../policy.rules.js';
import { hashToken, newToken } from '../token.js';

/** Of everybody in the tests. */
export const PASSWORD = 'намар-38-шувуу-нисэв';
const kept = hashPassword(PASSWORD);

export interface Person {
  name: string;
  role: Role;
  missionId?: string;
  email?: string;
}

/**
 * Somebody among the staff with a session, without the work of signing in.
 * @param owner a connection as the owner of the tables.
 * @returns who asks, for a room's acts; `operation` and `logged` can be overridden by spreading.
 */
export async function signedInAs(owner: OwnerQuery, person: Person): Promise<Asking & { token: string }> {
  const { name, role, missionId = null, email = `${randomUUID()}@test.example` } = person;
  const { id } = await ensureStaff(owner, {
    name,
    role,
    missionId,
    email,
    passwordHash: await kept,
    language: 'en',
  });
  const token = newToken();
  const tokenHash = hashToken(token);
  await owner.query(
    `insert into access.session (token_hash, staff_id, kind, expires_at) values ($1, $2, 'API', access.session_end())`,
    [tokenHash, id],
  );
  const actor = { staffId: id, role, missionId };
  return { actor, tokenHash, token, language: 'en', operation: 'test', logged: true };
}
