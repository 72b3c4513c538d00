import type { MigrationInterface, QueryRunner } from 'typeorm';

const counts = `
  occurred integer not null default 0, opened integer not null default 0, closed integer not null default 0,
  illustrated_occurred integer not null default 0, illustrated_opened integer not null default 0,
  illustrated_closed integer not null default 0`;

/** The counts kept ready, and the mark up to which they have taken in the ledger of facts. */
export class CreateCounts1795400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create schema stat;
      comment on schema stat is 'Counts made of cases.case_fact. Everything here can be rebuilt from it: stat.rebuild().';

      create table stat.post_month (
        month integer not null, mission_id text not null, country char(2) not null, type text not null,
        cause text not null, sex text not null, ${counts},
        primary key (mission_id, month, country, type, cause, sex)
      ) with (fillfactor = 90);
      comment on table stat.post_month is 'Counts per post and month, in every detail that statistics know.';
      comment on column stat.post_month.month is 'yyyymm; yyyy00 where the month is not known (occurred only).';
      comment on column stat.post_month.occurred is 'Cases whose event happened in the month.';
      comment on column stat.post_month.opened is 'Cases of which the post learned in the month.';
      comment on column stat.post_month.closed is 'Cases closed or rejected in the month.';
      comment on column stat.post_month.illustrated_opened is 'How many of these are fictional illustrations.';

      create table stat.post_year (
        year integer not null, mission_id text not null, country char(2) not null, type text not null,
        cause text not null, sex text not null, ${counts},
        primary key (mission_id, year, country, type, cause, sex)
      ) with (fillfactor = 90);
      comment on table stat.post_year is 'The same per year, events of unknown month included.';

    `);
    await this.createWorldCounts(queryRunner);
    await this.createMark(queryRunner);
  }

  private async createWorldCounts(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table stat.world_month (
        month integer not null, country char(2) not null, type text not null, cause text not null, ${counts},
        primary key (month, country, type, cause)
      ) with (fillfactor = 90);
      comment on table stat.world_month is 'All posts and sexes together: the short way for those who see all posts.';

      create table stat.world_year (
        year integer not null, country char(2) not null, type text not null, cause text not null, ${counts},
        primary key (year, country, type, cause)
      ) with (fillfactor = 90);
      comment on table stat.world_year is 'The same per year, events of unknown month included.';

    `);
  }

  private async createMark(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table stat.fold_mark (
        one boolean primary key default true check (one),
        tx xid8 not null default '0',
        version bigint not null default 0,
        folded_at timestamptz
      );
      insert into stat.fold_mark default values;
      comment on table stat.fold_mark is 'The counts hold the facts of transactions before tx; a reader adds the others itself.';
      comment on column stat.fold_mark.version is 'Rises whenever the counts change, so that a copy of them can tell its age.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema stat cascade');
  }
}
