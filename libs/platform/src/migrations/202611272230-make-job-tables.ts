import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installJobTables, lendJobTables } from '../jobs/install-jobs.js';

/** The tables of graphile-worker 0.17.3. A later version that changes them comes with a migration that does the same again. */
export class MakeJobTables1795000000001 implements MigrationInterface {
  /** graphile-worker begins and commits by itself; whatever was done stays done when this is run again. */
  readonly transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    await installJobTables(queryRunner);
    await queryRunner.query(lendJobTables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema graphile_worker cascade');
  }
}
