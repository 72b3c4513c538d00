-- The second lock: which rows somebody reaches, whatever the code asks for. Own post, or all posts, by the actor that
-- access.enter set. No actor: no row.
--
-- Written as CASE, not as OR: the planner takes a chain of ORs with unknown values for very selective, and then sorts a mission's
-- cases instead of reading the newest fifty off the index.

alter table cases.person enable row level security;
drop policy if exists in_reach on cases.person;
create policy in_reach on cases.person using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.case_file enable row level security;
drop policy if exists in_reach on cases.case_file;
create policy in_reach on cases.case_file using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.timeline_entry enable row level security;
drop policy if exists in_reach on cases.timeline_entry;
create policy in_reach on cases.timeline_entry using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.detention enable row level security;
drop policy if exists in_reach on cases.detention;
create policy in_reach on cases.detention using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.death enable row level security;
drop policy if exists in_reach on cases.death;
create policy in_reach on cases.death using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.labour enable row level security;
drop policy if exists in_reach on cases.labour;
create policy in_reach on cases.labour using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.insurance enable row level security;
drop policy if exists in_reach on cases.insurance;
create policy in_reach on cases.insurance using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.crime_victim enable row level security;
drop policy if exists in_reach on cases.crime_victim;
create policy in_reach on cases.crime_victim using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

alter table cases.missing enable row level security;
drop policy if exists in_reach on cases.missing;
create policy in_reach on cases.missing using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

-- Nameless facts: those who only count see them all.
alter table cases.case_fact enable row level security;
drop policy if exists facts_in_reach on cases.case_fact;
create policy facts_in_reach on cases.case_fact for select using (
  case (select access.my_reach())
    when 'ALL' then true
    when 'FACTS' then true
    when 'MISSION' then mission_id = (select access.my_mission())
    else false end);

-- Imports are the consular department's.
alter table cases.upload enable row level security;
drop policy if exists in_reach on cases.upload;
create policy in_reach on cases.upload using ((select access.my_reach()) = 'ALL');
alter table cases.import enable row level security;
drop policy if exists in_reach on cases.import;
create policy in_reach on cases.import using ((select access.my_reach()) = 'ALL');
alter table cases.import_span enable row level security;
drop policy if exists in_reach on cases.import_span;
create policy in_reach on cases.import_span using ((select access.my_reach()) = 'ALL');
