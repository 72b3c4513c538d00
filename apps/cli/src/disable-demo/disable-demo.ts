import pg from 'pg';
import { activeStaff, isPassword, logOperator, shutOut } from '#access';
import { DEMO_PASSWORD, demoStaff } from '../seed/index.js';

/**
 * Shuts out the people of the demo, and whoever else has its public password: they can sign in no more, and their sessions end. They
 * stay in the register, since its cases and its log name them.
 * @returns their e-mail addresses.
 */
export async function disableDemo(owner: pg.Client): Promise<string[]> {
  await owner.query('begin');
  const staff = await activeStaff(owner);
  const ids = new Set(demoStaff.map(({ id }) => id));
  const emails = new Set(demoStaff.map(({ email }) => email));
  const open: string[] = [];
  for (const { id, email, password_hash } of staff) {
    if (ids.has(id) || emails.has(email) || (await isPassword(DEMO_PASSWORD, password_hash))) open.push(id);
  }
  await shutOut(owner, open);
  await logOperator(owner, 'operator.disableDemo');
  await owner.query('commit');
  return staff.filter(({ id }) => open.includes(id)).map(({ email }) => email);
}
