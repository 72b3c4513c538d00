import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a second person before it counts. Functions, policies and grants: `sql/rights.sql`. */
export class AskForRights1795800000240 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table access.rights_request (
        id uuid primary key default uuidv7(),
        staff_id uuid not null references access.staff (id),
        reset boolean not null,
        was_role text not null,
        was_mission_id text,
        was_active boolean not null,
        from_version integer not null,
        role text not null,
        mission_id text references reference.mission (id),
        active boolean not null,
        asked_by uuid not null references access.staff (id),
        asked_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '7 days',
        decision text check (decision in ('APPROVED', 'REFUSED', 'REPLACED')),
        decided_by uuid references access.staff (id),
        decided_at timestamptz,
        link_made_at timestamptz,
        check ((decision is null) = (decided_at is null)),
        check (asked_by <> staff_id),
        check (decision is distinct from 'APPROVED' or (decided_by <> asked_by and decided_by <> staff_id))
      );
      create unique index rights_request_open on access.rights_request (staff_id) where decision is null;
      create index rights_request_asked on access.rights_request (asked_at desc);
      comment on table access.rights_request is 'Rights that one person asks for another, and a second person approves or refuses. Written through functions only; kept as history.';
      comment on column access.rights_request.reset is 'Asks for a new link to choose a password; rights stay as they are.';
      comment on column access.rights_request.from_version is 'Of the person when it was asked: who was changed meanwhile is asked for anew.';
      comment on column access.rights_request.link_made_at is 'An approved entry or reset allows one link.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access.rights_request cascade');
  }
}
