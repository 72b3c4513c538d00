import type pg from 'pg';
import type { OwnerQuery } from './ensure-staff.js';

/** Somebody who may sign in, as an operator's program judges their password. */
export interface ActiveStaff {
  id: string;
  email: string;
  password_hash: string;
}

/** Everybody who may sign in, by e-mail address. Locked for the caller's transaction, where there is one. */
export async function activeStaff(owner: pg.ClientBase): Promise<ActiveStaff[]> {
  const found = await owner.query<ActiveStaff>(
    'select id, email, password_hash from access.staff where active order by email for update',
  );
  return found.rows;
}

/** Lets people sign in no more, for good, and ends their sessions. They stay, since cases and the log name them. */
export async function shutOut(owner: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await owner.query(
    `update access.staff set active = false, password_hash = 'none: shut out with the demo', version = version + 1
      where id = any($1)`,
    [ids],
  );
  await owner.query('delete from access.session where staff_id = any($1)', [ids]);
}

/** Who signs in with this name; undefined when nobody may. @param email in the spelling of `emailOf`. */
export async function activeIdOf(owner: OwnerQuery, email: string): Promise<string | undefined> {
  const answer = (await owner.query('select id from access.staff where email = $1 and active', [email])) as {
    rows: { id: string }[];
  };
  return answer.rows[0]?.id;
}
