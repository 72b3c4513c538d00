-- Who may do what in this room's schema. The application reads; only the owner loads.
revoke all on all tables in schema reference from public, elchin_app;

grant usage on schema reference to elchin_app;
grant select on all tables in schema reference to elchin_app;
