import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, case files, their timeline, and the human references. */
export class CreateCaseFiles1795300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create schema cases;

      create table cases.person (
        id uuid primary key default uuidv7(),
        mission_id text not null references reference.mission (id),
        clan text, patronymic text, given text,
        latin_surname text, latin_given text,
        sex text not null default 'UNKNOWN' check (sex in ('MALE', 'FEMALE', 'OTHER', 'UNKNOWN')),
        birth_on date,
        birth_precision text not null default 'UNKNOWN' check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
        match_key text not null default '',
        unique (id, mission_id)
      );
      comment on table cases.person is 'The people a case is about. A person may be unnamed: all names null.';
      comment on column cases.person.mission_id is 'Post of the case, for row-level security without a join.';
      comment on column cases.person.match_key is 'All names, transliterated and folded, for search by a fragment (names.rules.ts).';
      create index person_match on cases.person using gin (mission_id, match_key gin_trgm_ops);

      create table cases.case_file (
        id uuid primary key,
        -- Keys and references are ASCII: compared byte by byte, which their indexes do much faster than by an alphabet.
        case_no text collate "C" not null unique,
        type text not null,
        status text not null default 'REGISTERED',
        mission_id text not null references reference.mission (id),
        host_country char(2) not null references reference.country (code),
        place text,
        occurred_on date,
        occurred_precision text not null check (occurred_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
        aware_at timestamptz not null,
        registered_at timestamptz not null default clock_timestamp(),
        registered_by uuid,
        opened_on date not null,
        closed_on date,
        outcome text,
        source text not null,
        summary text not null,
        cause_code text not null,
        subject_id uuid not null,
        owner_id uuid,
        version integer not null default 1,
        content_hash bytea,
        import_key text collate "C" unique,
        illustration boolean not null default false,
        check ((occurred_on is null) = (occurred_precision = 'UNKNOWN')),
        check (closed_on is null or closed_on >= opened_on),
        check ((closed_on is not null) = (status in ('CLOSED', 'REJECTED'))),
        unique (id, mission_id),
        constraint case_subject foreign key (subject_id, mission_id)
          references cases.person (id, mission_id) on update cascade
      );
      comment on table cases.case_file is 'One matter of one person: a detention, a death, unpaid wages.';
      comment on column cases.case_file.opened_on is 'Day, at the post, on which it learned of the matter: the day statistics count by.';
      comment on column cases.case_file.closed_on is 'Day, at the post, of closing or rejecting; null while open.';
      comment on column cases.case_file.cause_code is 'Code in the list that the type names (CASE_TYPE.attributes.causeList).';
      comment on column cases.case_file.content_hash is 'Of the filing as sent: the same id with other content is refused.';
      comment on column cases.case_file.import_key is 'Content of an imported row and its ordinal among equals: a second import adds nothing.';
      create index case_open_newest on cases.case_file (mission_id, registered_at desc, id desc)
        where status not in ('CLOSED', 'REJECTED');
      create index case_newest on cases.case_file (mission_id, registered_at desc, id desc);
      create index case_all_newest on cases.case_file (registered_at desc, id desc);
      create index case_subject_of on cases.case_file (subject_id);

      create table cases.timeline_entry (
        id uuid primary key default uuidv7(),
        case_id uuid not null,
        mission_id text not null,
        kind text not null,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        staff_id uuid,
        body text,
        from_status text,
        to_status text,
        changes jsonb,
        -- An entry is its case's post's: nobody can hang one on another post's case.
        foreign key (case_id, mission_id) references cases.case_file (id, mission_id) on update cascade
      );
      comment on table cases.timeline_entry is 'What happened and what was done. Append-only: the application can neither change nor delete a row.';
      comment on column cases.timeline_entry.changes is 'For AMENDED: each field as it was before.';
      create index timeline_of_case on cases.timeline_entry (case_id, at desc, id desc);

      create table cases.case_number (
        mission_id text not null,
        year integer not null,
        sequence_name text not null,
        primary key (mission_id, year)
      );
      comment on table cases.case_number is 'Which sequence gives the references of a post in a year.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema cases cascade');
  }
}
