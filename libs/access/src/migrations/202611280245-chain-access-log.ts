import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list showed, why something was refused, what changed of rights; and the chain, which shows whatever is changed afterwards. */
export class ChainAccessLog1795800000220 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table access.log
        add column shown uuid[],
        add column refused text,
        add column detail jsonb,
        add column xid xid8 not null default pg_current_xact_id();
      create index log_xid on access.log (xid, id);
      create index log_shown on access.log using gin (shown) with (gin_pending_list_limit = 16384);
      comment on column access.log.shown is 'Rows that a list or a search showed. Ids only.';
      comment on column access.log.refused is 'Codes of why it was not done; null when it was.';
      comment on column access.log.detail is 'Way and network of a sign-in, rights before and after. Codes, numbers, ids and networks; nothing of a case.';
      comment on column access.log.xid is 'The transaction that wrote the row: the sealer takes rows in this order, once every older one is over.';

      create table access.log_link (
        n bigint primary key check (n > 0),
        log_id uuid not null unique,
        hash bytea not null check (octet_length(hash) = 32)
      );
      comment on table access.log_link is 'The chain over access.log: SHA-256 of the link before and of the row''s content. Written by access.seal_log alone.';

      create table access.log_horizon (
        single boolean primary key default true check (single),
        before xid8 not null
      );
      insert into access.log_horizon (before) values ('0');
      comment on table access.log_horizon is 'Rows of transactions below it are all in the chain; one that is not was put in afterwards.';

      create table access.log_checkpoint (
        number bigint primary key check (number > 0),
        body text not null,
        signature bytea not null
      );
      comment on table access.log_checkpoint is 'Signed Merkle roots over the links since the one before. Their copies lie in a folder elsewhere.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table access.log_checkpoint, access.log_horizon, access.log_link;
      alter table access.log drop column shown, drop column refused, drop column detail, drop column xid;
    `);
  }
}
