-- Who may do what in this room's schema. All of it: whatever is not granted here, nobody has but the owner.
revoke all on all tables in schema access from public, elchin_app, elchin_stats, elchin_audit;
revoke all on all functions in schema access from public, elchin_app, elchin_stats, elchin_audit;

grant usage on schema access to elchin_app;

grant select, insert, update on access.staff to elchin_app;
grant select on access.staff_directory to elchin_app;
grant select, insert, update, delete on access.session, access.sign_in_attempt to elchin_app;
grant select, insert on access.draft_key to elchin_app;
-- History: written by access.write_log and access.seal_log alone, and what is written stays as it is.
grant select on access.log, access.log_link, access.log_horizon, access.log_checkpoint to elchin_app;
grant select on access.notice, access.notice_reader to elchin_app;
grant update (read_at) on access.notice_reader to elchin_app;

grant execute on function access.enter, access.looked_at, access.acting, access.my_role, access.my_mission, access.my_reach,
  access.reach_of, access.session_end, access.session_is_live, access.tell, access.people_for_auditor,
  access.write_log, access.listed, access.log_showing, access.seal_log, access.add_log_checkpoint to elchin_app;

-- Row-level security asks these, also of those who only count or only read the log.
grant execute on function access.acting, access.my_role, access.my_mission, access.my_reach to elchin_stats, elchin_audit;
grant usage on schema access to elchin_audit;
grant select on access.log, access.log_link, access.log_horizon, access.log_checkpoint, access.staff_directory to elchin_audit;
grant execute on function access.people_for_auditor, access.log_showing to elchin_audit;
