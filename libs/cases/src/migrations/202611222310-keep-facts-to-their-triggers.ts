import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts are stated by triggers alone: the application's role has no reason to call their functions by hand. */
export class KeepFactsToTheirTriggers1795300000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'revoke execute on function cases.restate_facts, cases.state_facts, cases.restate_changed_cases, cases.restate_changed_persons from public',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'grant execute on function cases.restate_facts, cases.state_facts, cases.restate_changed_cases, cases.restate_changed_persons to public',
    );
  }
}
