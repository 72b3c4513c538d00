import type { EntityManager } from 'typeorm';
import { hashPassword } from '#access';
import type { Codes } from '#reference';
import { DEMO_PASSWORD, demoStaff } from './demo-staff.js';
import { recentCases } from './recent-cases.js';
import { writeCases, writeStaff } from './write-demo.js';
import { casesOf2016 } from './year-2016.js';

/** How much of the demo was not there yet. */
export interface SeedReport {
  staff: number;
  cases: number;
}

/**
 * Adds the demo: seven people who may sign in, the invented cases of the last fourteen months, and the illustration of the
 * figures published for 2016. What is there already is left as it is, so a second seeding adds nothing, on any day.
 * Only for a register without real cases: the demo password is public.
 * @param manager of the role that owns the tables.
 * @param now the moment the recent cases lead up to.
 */
export function seedDemo(manager: EntityManager, codes: Codes, now = new Date()): Promise<SeedReport> {
  return manager.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock(hashtext('elchin demo'))");
    const staff = await writeStaff(transaction, demoStaff, await hashPassword(DEMO_PASSWORD));
    const cases = [...casesOf2016(codes), ...recentCases(codes, now)];
    return { staff: staff.added, cases: await writeCases(transaction, cases, staff.ids) };
  });
}
