import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type ActiveStaff, activeStaff, isPassword } from '#access';
import { DEMO_PASSWORD, demoStaff } from './demo-staff.js';

/** A register that runs for real holds people of the demo, or its password. */
export class DemoInside extends Error {}

/**
 * Looks for people whom anybody can sign in as: those of the demo, and whoever else has its public password.
 * @param dataDir where it is noted which passwords were looked at, so that the next start need not (each costs 20 ms).
 * @throws DemoInside, which says how to go on.
 */
export async function refuseDemo(ownerUrl: string, dataDir: string): Promise<void> {
  const staff = await staffOf(ownerUrl);
  const ids = new Set(demoStaff.map(({ id }) => id));
  const emails = new Set(demoStaff.map(({ email }) => email));
  const demo = staff.filter(({ id, email }) => ids.has(id) || emails.has(email));
  const open = demo.length > 0 ? demo : await withDemoPassword(staff, join(dataDir, 'passwords-looked-at'));
  if (open.length > 0) throw new DemoInside(sentenceAbout(open));
}

async function staffOf(ownerUrl: string): Promise<ActiveStaff[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await activeStaff(owner);
  } finally {
    await owner.end();
  }
}

async function withDemoPassword(staff: readonly ActiveStaff[], notes: string): Promise<ActiveStaff[]> {
  const seen = new Set(notesOf(notes));
  const unseen = staff.filter(({ password_hash }) => !seen.has(noteOf(password_hash)));
  if (unseen.length === 0) return [];
  const answers = await Promise.all(
    unseen.map(({ password_hash }) => isPassword(DEMO_PASSWORD, password_hash)),
  );
  const open = unseen.filter((_, at) => answers[at]);
  if (open.length === 0) note(notes, staff);
  return open;
}

/** Says nothing of the password: the hash has a salt, and this is a hash of it. */
const noteOf = (hash: string): string => createHash('sha256').update(hash).digest('base64url').slice(0, 22);

function notesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function note(path: string, staff: readonly ActiveStaff[]): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(path, staff.map(({ password_hash }) => noteOf(password_hash)).join('\n'), { mode: 0o600 });
  } catch {
    // Then the next start looks again.
  }
}

function sentenceAbout(people: readonly ActiveStaff[]): string {
  const names = people.slice(0, 7).map(({ email }) => email);
  return [
    `This register can be entered with the demo's public password, as ${names.join(', ')}${people.length > 7 ? ' …' : ''}.`,
    'It is not started in production. Either begin with an empty one (ELCHIN_DATA_DIR or DATABASE_URL), or shut these people out for',
    'good: npm run cli -- disable-demo. The invented cases of a demo stay there and would be counted.',
  ].join('\n');
}
