import pg from 'pg';
import { isStaffed } from '#access';
import { hasCases } from '#cases';
import { codesOver } from '#reference';
import { seedDemo, type SeedReport } from './seed-demo.js';

/**
 * The demo for a register that nobody uses yet; one that has staff or cases is left alone.
 * @param ownerUrl address of the role that owns the tables; they and the reference data are up to date.
 * @returns what was added, undefined where the register was in use.
 */
export async function seedWhenEmpty(ownerUrl: string): Promise<SeedReport | undefined> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if ((await isStaffed(owner)) || (await hasCases(owner))) return undefined;
    return await seedDemo(owner, await codesOver(owner));
  } finally {
    await owner.end();
  }
}
