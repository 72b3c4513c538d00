import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log by act: what is rare (`log.export`) would otherwise be looked for through all of it. By person, by row and by time there are
 * indexes already.
 */
export class FindActsInLog1795800000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index log_operation on access.log (operation, at desc)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index access.log_operation');
  }
}
