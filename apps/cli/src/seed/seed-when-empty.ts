import { DataSource } from 'typeorm';
import { Database } from '#platform';
import { Codes, readSnapshot } from '#reference';
import { seedDemo, type SeedReport } from './seed-demo.js';

/**
 * The demo for a register that nobody uses yet; one that has staff or cases is left alone.
 * @param ownerUrl address of the role that owns the tables; they and the reference data are up to date.
 * @returns what was added, undefined where the register was in use.
 */
export async function seedWhenEmpty(ownerUrl: string): Promise<SeedReport | undefined> {
  const orm = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 2 }).initialize();
  const database = new Database(orm, ownerUrl, 1);
  try {
    const [found] = await orm.query<{ unused: boolean }[]>(
      'select not exists (select from access.staff) and not exists (select from cases.case_file) as unused',
    );
    if (!found?.unused) return undefined;
    const codes = new Codes(() => readSnapshot(database));
    await codes.reload();
    return await seedDemo(orm.manager, codes);
  } finally {
    await database.onApplicationShutdown();
    await orm.destroy();
  }
}
