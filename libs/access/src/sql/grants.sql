-- Who may do what in this room's schema. All of it: whatever is not granted here, nobody has but the owner.
revoke all on all tables in schema access from public, elchin_app, elchin_door, elchin_stats, elchin_audit;
revoke all on all functions in schema access from public, elchin_app, elchin_door, elchin_stats, elchin_audit;

grant usage on schema access to elchin_app;

-- Everything of a person but what their password is compared with. Role, post and account are given and taken by functions (rights.sql),
-- a password by its owner (invites.sql, sign_in.sql).
grant select (id, email, name, role, mission_id, language, active, version, created_at, last_sign_in_at, previous_sign_in_at),
  update (language) on access.staff to elchin_app;
grant select on access.rights_request to elchin_app;
grant select on access.staff_directory to elchin_app;
grant select, insert on access.draft_key to elchin_app;
grant select (id, staff_id, made_by, made_at, expires_at, used_at, ended_at) on access.invite to elchin_app;
-- History: written by access.write_log and access.seal_log alone, and what is written stays as it is.
grant select on access.log, access.log_link, access.log_horizon, access.log_checkpoint to elchin_app;
grant select on access.notice, access.notice_reader to elchin_app;
grant update (read_at) on access.notice_reader to elchin_app;

grant execute on function access.enter, access.looked_at, access.acting, access.my_role, access.my_mission, access.my_reach,
  access.reach_of, access.session_end, access.session_is_live, access.tell, access.people_for_auditor,
  access.invite_is_open, access.make_invite, access.end_invite,
  access.hold_staff, access.enter_staff, access.change_staff, access.ask_rights, access.decide_rights, access.link_approval, access.rights_requests,
  access.is_guarded, access.approves_rights,
  access.write_log, access.listed, access.log_showing, access.seal_log, access.add_log_checkpoint to elchin_app;
-- Sessions, tries and passwords are touched through functions only (sessions.sql, guessing.sql).
grant execute on function access.session_owner, access.own_sessions, access.end_own_sessions, access.end_session
  to elchin_app;

-- The door: functions, and nothing else (sign_in.sql).
grant usage on schema access to elchin_door;
grant execute on function access.known_by_address, access.known_by_session, access.note_try, access.open_session,
  access.log_failed_sign_in, access.change_password, access.sweep,
  access.factor_of, access.factor_state, access.begin_factor, access.confirm_factor, access.use_code, access.note_code_try,
  access.remove_factor, access.sealed_with,
  access.invite_owner, access.use_invite to elchin_door;

-- Row-level security asks these, also of those who only count or only read the log.
grant execute on function access.acting, access.my_role, access.my_mission, access.my_reach to elchin_stats, elchin_audit;
grant usage on schema access to elchin_audit;
grant select on access.log, access.log_link, access.log_horizon, access.log_checkpoint, access.staff_directory to elchin_audit;
grant execute on function access.people_for_auditor, access.log_showing to elchin_audit;
