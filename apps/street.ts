import { DataSource } from 'typeorm';
import { accessMigrations, accessWords } from '#access';
import { casesMigrations, casesWords } from '#cases';
import { migrate, platformMigrations, platformWords } from '#platform';
import { loadReferenceData, referenceMigrations, referenceWords } from '#reference';
import { statisticsMigrations, statisticsWords } from '#statistics';

/** All rooms' migrations, in the order of the street. */
export const allMigrations = [
  ...platformMigrations,
  ...referenceMigrations,
  ...accessMigrations,
  ...casesMigrations,
  ...statisticsMigrations,
];

/** All rooms' sentences for expected refusals. */
export const allWords = [platformWords, referenceWords, accessWords, casesWords, statisticsWords];

/**
 * Brings a database to what this version of Elchin expects: tables, then reference data.
 * @param ownerUrl address of the role that owns the tables.
 * @returns names of the migrations that ran.
 */
export async function prepareDatabase(ownerUrl: string): Promise<string[]> {
  const ran = await migrate(ownerUrl, allMigrations);
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 1 }).initialize();
  await loadReferenceData(owner.manager).finally(() => owner.destroy());
  return ran;
}
