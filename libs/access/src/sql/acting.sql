-- Who acts in this transaction, as access.enter sealed it (enter.sql; decision 0019).
--
-- The seal stands in a setting of PostgreSQL's own, backtrace_functions, which no login but a superuser may set, save the functions of
-- elchin_owner (platform, ready_roles.sql). So it cannot be written by whoever reads it, and it is gone with the transaction. Its
-- fields, parted by commas: elchin, person, reach, post, role.
--
-- Bodies of standard SQL: bound when they are made, not each time by the search path of whoever asks, who could put a type of
-- their own before PostgreSQL's.
create or replace function access.acting() returns uuid language sql stable parallel safe
return case when starts_with(current_setting('backtrace_functions'), 'elchin,')
            then split_part(current_setting('backtrace_functions'), ',', 2)::uuid end;
comment on function access.acting is 'Who acts in this transaction, by access.enter; null before anybody is known (signing in, sweeping).';

create or replace function access.my_reach() returns text language sql stable parallel safe
return nullif(split_part(current_setting('backtrace_functions'), ',', 3), '');
comment on function access.my_reach is 'Which rows of cases whoever acts reaches; null without an actor, which reaches none.';

create or replace function access.my_mission() returns text language sql stable parallel safe
return nullif(split_part(current_setting('backtrace_functions'), ',', 4), '');
comment on function access.my_mission is 'The post of whoever acts; null for those who act for none, and without an actor.';

create or replace function access.my_role() returns text language sql stable parallel safe
return nullif(split_part(current_setting('backtrace_functions'), ',', 5), '');
comment on function access.my_role is 'The role of whoever acts; null without an actor.';
