import type pg from 'pg';
import { hashPassword, logOperator } from '#access';
import { fileMany } from '#cases';
import type { Codes } from '#reference';
import { DEMO_PASSWORD, demoStaff } from './demo-staff.js';
import { doneHere, writeStaff } from './demo-staff-here.js';
import { demoCases } from './demo-cases.js';

/** How much of the demo was not there yet. */
export interface SeedReport {
  staff: number;
  cases: number;
}

/**
 * Adds the demo: seven people who may sign in, the invented cases of ten years and of the last fourteen months, and the
 * illustration of the figures published for 2016. The cases are filed, through the door and by the rules of every filing. What is
 * there already is left as it is, so a second seeding adds nothing, on any day. Only for a register without real cases: the demo
 * password is public.
 * @param owner a connection as the owner of the tables.
 * @param now the moment the recent cases lead up to.
 */
export async function seedDemo(owner: pg.ClientBase, codes: Codes, now = new Date()): Promise<SeedReport> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await owner.query('begin');
  try {
    await owner.query("select pg_advisory_xact_lock(hashtext('elchin demo'))");
    const staff = await writeStaff(owner, demoStaff, passwordHash);
    const filings = demoCases(codes, now).map((one) => doneHere(one, staff.ids));
    const cases = await fileMany(owner, codes, filings);
    await logOperator(owner, 'operator.seedDemo');
    await owner.query('commit');
    return { staff: staff.added, cases };
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
