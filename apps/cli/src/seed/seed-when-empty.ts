import { DataSource } from 'typeorm';
import { Database } from '#platform';
import { Codes, readSnapshot } from '#reference';
import { seedDemo, type SeedReport } from './seed-demo.js';

/**
 * The demo for a register that nobody uses yet; one that has staff is left alone.
 * @param ownerUrl address of the role that owns the tables.
 */
export async function seedWhenEmpty(ownerUrl: string): Promise<SeedReport> {
  const orm = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 2 }).initialize();
  const database = new Database(orm, ownerUrl, 1);
  try {
    const [used] = await orm.query<{ used: boolean }[]>('select exists (select from access.staff) as used');
    if (used?.used) return { staff: 0, cases: 0 };
    const codes = new Codes(() => readSnapshot(database));
    await codes.reload();
    return await seedDemo(orm.manager, codes);
  } finally {
    await database.onApplicationShutdown();
    await orm.destroy();
  }
}
