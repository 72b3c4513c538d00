import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of what lawyers and statisticians edit as data. The application reads them; only the owner loads them. */
export class CreateReferenceTables1795100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create schema reference');
    await queryRunner.query(places);
    await queryRunner.query(codes);
    await queryRunner.query(figures);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema reference cascade');
  }
}

const places = `
create table reference.country (
  code char(2) primary key,
  alpha3 text not null unique,
  numeric text,
  label_en text not null,
  label_mn text not null,
  valid_from date,
  valid_to date,
  note text
);
comment on table reference.country is 'ISO 3166-1, with AN (withdrawn 2010-12-15) and XZ (international waters)';
comment on column reference.country.valid_to is 'First day on which the code no longer holds';

create table reference.mission (
  id text primary key check (id ~ '^[A-Z]{3}$'),
  kind text not null
    check (kind in ('embassy', 'permanent_mission', 'consulate_general', 'consulate', 'ministry')),
  city_en text not null,
  city_mn text not null,
  label_en text not null,
  label_mn text not null,
  country char(2) not null references reference.country,
  time_zone text not null,
  staff_limit int check (staff_limit > 0),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  source text not null,
  valid_from date,
  valid_to date
);
comment on table reference.mission is 'Missions abroad, and the consular department in Ulaanbaatar (ULN)';
comment on column reference.mission.id is 'IATA code of the city; prefix of the references of its cases';
comment on column reference.mission.staff_limit is 'Persons, by the government resolution';

create table reference.mission_district (
  country char(2) not null references reference.country,
  mission_id text not null references reference.mission,
  basis text not null check (basis in ('RESIDENCE', 'DISTRICT', 'SIDE', 'TERRITORY')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  valid_from date not null,
  valid_to date,
  note text,
  source text not null,
  primary key (country, mission_id, valid_from),
  constraint one_mission_at_a_time exclude using gist (country with =, daterange(valid_from, valid_to) with &&)
);
comment on table reference.mission_district is 'Which mission takes the cases of a country; none: the consular department';
comment on column reference.mission_district.basis is
  'RESIDENCE it stands there, DISTRICT its consular district, SIDE accredited from elsewhere, TERRITORY of its State';
comment on column reference.mission_district.valid_to is 'First day on which it no longer holds';
`;

const codes = `
create table reference.code_list (
  name text primary key check (name ~ '^[A-Z0-9_]+$'),
  version text not null,
  source text not null,
  note text
);
comment on table reference.code_list is 'Versioned code lists';

create table reference.code_item (
  list text not null references reference.code_list,
  code text not null,
  parent text,
  label_en text not null,
  label_mn text not null,
  sort int not null,
  valid_from date not null,
  valid_to date,
  attributes jsonb not null,
  primary key (list, code),
  foreign key (list, parent) references reference.code_item (list, code)
);
comment on table reference.code_item is 'Items of the code lists; nothing is deleted, what is withdrawn gets an end';
comment on column reference.code_item.attributes is
  'causeList: list of the causes of a case type; caseType: type of an outcome; labelMn: unofficial or unconfirmed wording';
`;

const figures = `
create table reference.population_abroad (
  country text not null,
  year int not null,
  as_of text not null,
  n int not null check (n >= 0),
  definition text not null,
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  primary key (country, as_of, definition)
);
comment on table reference.population_abroad is 'Citizens abroad; definitions differ and are never mixed in one series';
comment on column reference.population_abroad.country is 'ISO alpha-2, ZZ other countries, _T all';

create table reference.published_figure (
  year int not null,
  period text not null,
  measure text not null,
  country text not null,
  value int not null check (value >= 0),
  components text,
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note text,
  primary key (year, period, measure, country)
);
comment on table reference.published_figure is 'Figures that others published, as they published them, to check ours against';

create table reference.data_version (
  sha256 text not null,
  loaded_at timestamptz not null default now(),
  primary key (loaded_at, sha256)
);
comment on table reference.data_version is 'Which state of the data files was loaded when; the last row is in force';
`;
