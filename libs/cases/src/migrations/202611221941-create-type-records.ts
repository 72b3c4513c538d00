import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a type of case has beyond every case: the fields that the counts need. */
export class CreateTypeRecords1795300000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table cases.detention (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        authority text, basis text, offence text, offence_local text, facility text,
        arrested_on date, mission_notified_on date, first_visit_on date
      );
      comment on table cases.detention is 'VCCR 1963 art. 36: who holds the person, for what, and when the post was told and came.';

      create table cases.death (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        manner text, icd10 text,
        in_custody text not null default 'UNKNOWN', at_work text not null default 'UNKNOWN',
        cause_text text
      );
      comment on table cases.death is 'VCCR 1963 art. 37(a). icd10: block of WHO ICD-10, or a chapter.';

      create table cases.labour (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        issues text[] not null default '{}', employer text,
        injury_fatal text not null default 'UNKNOWN',
        occupation text, activity text, legal_status text
      );
      comment on table cases.labour is 'A migrant worker''s matter. The first issue is the cause that the counts use.';

      create table cases.insurance (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        scheme text, enrolment text, benefit text, claim text
      );

      create table cases.crime_victim (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        offence text, reported_police_on date
      );

      create table cases.missing (
        case_id uuid primary key,
        mission_id text not null,
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade,
        circumstance text, last_seen_on date
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table cases.detention, cases.death, cases.labour, cases.insurance, cases.crime_victim, cases.missing',
    );
  }
}
