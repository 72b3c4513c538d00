import { DataSource } from 'typeorm';
import { accessMigrations, accessSql, accessWords } from '#access';
import { casesMigrations, casesSql, casesWords } from '#cases';
import { jobsSql, migrate, platformMigrations, platformWords } from '#platform';
import { loadReferenceData, referenceMigrations, referenceSql, referenceWords } from '#reference';
import { statisticsMigrations, statisticsSql, statisticsWords } from '#statistics';

/** All rooms' migrations, in the order of the street. */
export const allMigrations = [
  ...platformMigrations,
  ...referenceMigrations,
  ...accessMigrations,
  ...casesMigrations,
  ...statisticsMigrations,
];

/** All rooms' views, functions, triggers, policies and grants, in the order of the street. */
export const allSql = [jobsSql, referenceSql, accessSql, casesSql, statisticsSql];

/** All rooms' sentences for expected refusals. */
export const allWords = [platformWords, referenceWords, accessWords, casesWords, statisticsWords];

/** Tables and everything beside them, without reference data. */
export const migrateDatabase = (ownerUrl: string): Promise<string[]> =>
  migrate(ownerUrl, allMigrations, allSql);

/**
 * Brings a database to what this version of Elchin expects: tables, then reference data.
 * @param ownerUrl address of the login that keeps the tables.
 * @returns names of the migrations that ran, and of the SQL files that had changed.
 */
export async function prepareDatabase(ownerUrl: string): Promise<string[]> {
  const ran = await migrateDatabase(ownerUrl);
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 1 }).initialize();
  await loadReferenceData(owner.manager).finally(() => owner.destroy());
  return ran;
}
