import pg from 'pg';
import { isPassword } from '#access';
import { DEMO_PASSWORD, demoStaff } from '../seed/index.js';

/**
 * Shuts out the people of the demo, and whoever else has its public password: they can sign in no more, and their sessions end. They
 * stay in the register, since its cases and its log name them.
 * @returns their e-mail addresses.
 */
export async function disableDemo(owner: pg.Client): Promise<string[]> {
  await owner.query('begin');
  const found = await owner.query<{ id: string; email: string; password_hash: string }>(
    'select id, email, password_hash from access.staff where active order by email for update',
  );
  const ids = new Set(demoStaff.map(({ id }) => id));
  const emails = new Set(demoStaff.map(({ email }) => email));
  const open: string[] = [];
  for (const { id, email, password_hash } of found.rows) {
    if (ids.has(id) || emails.has(email) || (await isPassword(DEMO_PASSWORD, password_hash))) open.push(id);
  }
  await owner.query(
    `update access.staff set active = false, password_hash = 'none: shut out with the demo', version = version + 1
      where id = any($1)`,
    [open],
  );
  await owner.query('delete from access.session where staff_id = any($1)', [open]);
  await owner.query('commit');
  return found.rows.filter(({ id }) => open.includes(id)).map(({ email }) => email);
}
