import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role becomes a field of the seal of who acts (`sql/acting.sql`): it can hold nothing that parts fields. */
export class NameRolesPlainly1795800000040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table access.staff add constraint staff_role_check check (role ~ '^[A-Z_]{1,40}$')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table access.staff drop constraint staff_role_check');
  }
}
