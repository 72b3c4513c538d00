import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of Mongolian names. */
export class OrderMongolianNames1795000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The mn locale sorts Ө after О and Ү after У, but takes Ё for an accented Е: the school alphabet has it as a letter.
    await queryRunner.query(`
      create collation if not exists public.mn_names (provider = icu, locale = 'mn', rules = '&Е<ё<<<Ё')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop collation if exists public.mn_names');
  }
}
