import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installJobTables } from '../jobs/install-jobs.js';

/** The tables of graphile-worker 0.17.3. A later version that changes them comes with a migration that does the same again. */
export class MakeJobTables1795000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await installJobTables(queryRunner);
    await queryRunner.query(`
      comment on schema graphile_worker is 'Work behind the requests (libs/platform/src/jobs). Made by graphile-worker; payloads are ids.'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema graphile_worker cascade');
  }
}
