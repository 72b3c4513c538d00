import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of files: what was sent, and what became of each row. */
export class CreateImports1795300000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table cases.import_span, cases.import, cases.upload cascade');
  }
}

const tables = `
  create table cases.upload (
    id uuid primary key,
    staff_id uuid not null,
    file_name text not null,
    bytes bigint not null,
    at timestamptz not null default now()
  );
  comment on table cases.upload is 'Files sent for import. The id names the file in the uploads folder; both are swept after a day.';
  comment on column cases.upload.file_name is 'As the sender called it; never used as a path.';

  create table cases.import (
    id uuid primary key,
    upload_id uuid,
    file_name text not null,
    profile text not null,
    status text not null check (status in ('CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'FAILED')),
    partial boolean not null default false,
    rows_done integer not null default 0,
    rows_total integer not null default 0,
    imported integer not null default 0,
    already_there integer not null default 0,
    refused integer not null default 0,
    unmapped jsonb not null default '[]',
    failure jsonb,
    attempts integer not null default 0,
    started_at timestamptz not null default clock_timestamp(),
    checked_at timestamptz,
    finished_at timestamptz,
    staff_id uuid,
    role text,
    mission_id text,
    token_hash bytea
  );
  create index import_pending on cases.import (started_at) where status in ('CHECKING', 'IMPORTING');
  comment on table cases.import is 'One file and what became of it. While its status is CHECKING or IMPORTING it is also the order for the job: there is no other queue.';
  comment on column cases.import.upload_id is 'Null for an import by the operator at the command line.';
  comment on column cases.import.failure is 'Why the whole file was refused: code, field and params of a refusal.';
  comment on column cases.import.attempts is 'How often a job began the running step; one that keeps breaking is given up.';
  comment on column cases.import.token_hash is 'Session that ordered the running step: the job shows it to access.enter, so that it works only while its orderer may. Null when no job is due.';

  create table cases.import_span (
    import_id uuid not null references cases.import (id),
    first_row integer not null,
    last_row integer not null check (last_row >= first_row),
    verdict text not null check (verdict in ('OK', 'IMPORTED', 'ALREADY_THERE', 'REFUSED')),
    field text,
    reason text,
    params jsonb,
    primary key (import_id, first_row)
  );
  comment on table cases.import_span is 'Verdict of each row, as runs of neighbouring rows with the same verdict: a million good rows are one span.';
`;
