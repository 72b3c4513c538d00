import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries as rows, so that each is forgotten in its time; devices where people were let in; sessions that their owner can tell apart. */
export class LetPeopleInByARoleOfItsOwn1796200000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table access.sign_in_attempt;
      create table access.sign_in_try (
        id uuid primary key default uuidv7(),
        at timestamptz not null,
        name text not null,
        device text,
        address text,
        network text,
        check ((device is null) = (address is not null) and (device is null) = (network is not null))
      );
      create index sign_in_try_name on access.sign_in_try (name, at);
      create index sign_in_try_address on access.sign_in_try (address, at) where address is not null;
      create index sign_in_try_network on access.sign_in_try (network, at) where network is not null;
      create index sign_in_try_at on access.sign_in_try (at);
      comment on table access.sign_in_try is 'Wrong tries to sign in, against guessing (keyed hashes of name, device, address and network). Forgotten after a day.';

      create table access.known_device (
        token_hash bytea not null,
        staff_id uuid not null references access.staff (id),
        made_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        primary key (token_hash, staff_id)
      );
      create index known_device_staff on access.known_device (staff_id);
      comment on table access.known_device is 'Devices where somebody was let in and said that it is theirs. Only the SHA-256 of a random token.';

      alter table access.session add column id uuid not null default uuidv7();
      alter table access.session add constraint session_id unique (id);
      alter table access.session add column device text;
      alter table access.session add column network cidr;
      comment on column access.session.device is 'What it was opened with, in a word for its owner: from the user agent.';
      comment on column access.session.network is 'Where from, cut to /24 or /48.';

      alter table access.staff alter column password_hash set default 'none: not given yet';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table access.staff alter column password_hash drop default;
      alter table access.session drop column network, drop column device, drop column id;
      drop table access.known_device, access.sign_in_try;
      create table access.sign_in_attempt (
        key text primary key,
        failures integer not null,
        last_failure_at timestamptz not null default now(),
        blocked_until timestamptz
      );
    `);
  }
}
