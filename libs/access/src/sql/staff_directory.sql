create or replace view access.staff_directory as select id, name from access.staff;
comment on view access.staff_directory is 'Names beside acts, for everybody who may see the act.';
