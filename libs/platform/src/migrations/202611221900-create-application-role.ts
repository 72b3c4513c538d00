import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role that the API works as, the extensions, and the order of Mongolian names. */
export class CreateApplicationRole1795000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Roles belong to the whole server: another database of it may have made this one already.
    await queryRunner.query(`
      do $$ begin
        create role elchin_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
      exception when duplicate_object then null;
      end $$`);
    await queryRunner.query('create extension if not exists pg_trgm');
    await queryRunner.query('create extension if not exists btree_gin');
    // The mn locale sorts Ө after О and Ү after У, but takes Ё for an accented Е: the school alphabet has it as a letter.
    await queryRunner.query(`
      create collation if not exists public.mn_names (provider = icu, locale = 'mn', rules = '&Е<ё<<<Ё')`);
    await queryRunner.query('revoke create on schema public from public');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop collation if exists public.mn_names');
  }
}
