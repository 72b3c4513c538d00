import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security for the staff, their sessions and the truth of the log; before this only the code looked after them. */
export class GuardStaffRows1795200000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function access.acting() returns uuid language sql stable as $$
        select nullif(current_setting('elchin.staff', true), '')::uuid
      $$;
      comment on function access.acting is 'Who acts in this transaction, by access.enter; null before anybody is known (signing in, sweeping).';
      grant execute on function access.acting to elchin_app;

      alter table access.staff enable row level security;
      create policy staff_seen on access.staff for select using (
        (select access.acting()) is null or id = (select access.acting())
        or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      create policy staff_entered on access.staff for insert with check (
        (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      create policy staff_changed on access.staff for update using (
        id = (select access.acting()) or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      comment on policy staff_seen on access.staff is 'A person sees their own row, the administrator all. Names beside acts come from access.staff_directory.';

      alter table access.session enable row level security;
      create policy session_of on access.session using (
        (select access.acting()) is null or staff_id = (select access.acting())
        or (select current_setting('elchin.role', true)) = 'ADMINISTRATOR');
      comment on policy session_of on access.session is 'Own sessions; the administrator ends anybody''s; without an actor: signing in and sweeping.';

      drop policy log_write on access.log;
      create policy log_write on access.log for insert
        with check (staff_id is not distinct from (select access.acting()));
      comment on policy log_write on access.log is 'Nobody writes the log in another person''s name.';

      create index session_expiry on access.session (expires_at);
    `);
    await this.guardOwnRow(queryRunner);
  }

  private async guardOwnRow(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function access.keep_own_rights() returns trigger language plpgsql as $$
      begin
        if old.id = access.acting()
           and (new.role, new.mission_id, new.active) is distinct from (old.role, old.mission_id, old.active) then
          raise exception 'nobody changes their own rights' using errcode = 'EL403';
        end if;
        return new;
      end $$;
      comment on function access.keep_own_rights is 'The second lock behind the refusals OWN_ROLE and OWN_DEACTIVATION.';
      create trigger keep_own_rights before update on access.staff
        for each row execute function access.keep_own_rights();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger keep_own_rights on access.staff;
      drop function access.keep_own_rights;
      drop index access.session_expiry;
      drop policy log_write on access.log;
      create policy log_write on access.log for insert with check (true);
      drop policy session_of on access.session;
      alter table access.session disable row level security;
      drop policy staff_seen on access.staff;
      drop policy staff_entered on access.staff;
      drop policy staff_changed on access.staff;
      alter table access.staff disable row level security;
      drop function access.acting;
    `);
  }
}
