import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The entrance for reads: the log's row is written with the read, but the answer does not wait for the disk. */
export class LogReadsWithoutWaiting1795200000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function access.enter(bytea, uuid, text, text, text, uuid);
      ${entrance(
        ', durable boolean default true',
        `if not durable then
          perform set_config('synchronous_commit', 'off', true);
        end if;`,
      )}
      grant execute on function access.enter to elchin_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function access.enter(bytea, uuid, text, text, text, uuid, boolean);
      ${entrance('', '')}
      grant execute on function access.enter to elchin_app;
    `);
  }
}

const entrance = (parameter: string, first: string) => `
  create function access.enter(token bytea, who uuid, as_role text, at_mission text,
                               operation text default null, subject uuid default null${parameter}) returns void
  language plpgsql security definer set search_path = '' as $$
  declare s record;
  begin
    ${first}
    select st.id, st.role, st.mission_id, se.last_seen_at into s
      from access.session se join access.staff st on st.id = se.staff_id
     where se.token_hash = token and st.active
       and se.expires_at > now() and se.last_seen_at > now() - interval '15 minutes';
    if s.id is null or s.id <> who or s.role <> as_role or s.mission_id is distinct from at_mission then
      raise exception 'session is not live' using errcode = 'EL401';
    end if;
    if s.last_seen_at < now() - interval '1 minute' then
      update access.session set last_seen_at = now() where token_hash = token;
    end if;
    perform set_config('elchin.staff', s.id::text, true), set_config('elchin.role', s.role, true),
            set_config('elchin.mission', coalesce(s.mission_id, ''), true),
            set_config('elchin.reach', access.reach_of(s.role), true);
    if operation is not null then
      insert into access.log (staff_id, role, mission_id, operation, subject_id)
      values (s.id, s.role, s.mission_id, enter.operation, enter.subject);
    end if;
  end $$;
  comment on function access.enter is
    'First statement of every transaction for a person: the session must still be live, and its owner still hold the role and post that the guard in the code decided by. Then sets the actor that row-level security reads, and writes the row of the access log, which stands or falls with the transaction. EL401 otherwise. Not durable, for reads: the commit does not wait for the disk.';
  revoke all on function access.enter from public;`;
