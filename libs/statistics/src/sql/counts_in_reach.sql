-- Which counts somebody sees, whatever the code asks for: as on cases.case_fact.

alter table stat.post_month enable row level security;
drop policy if exists counts_in_reach on stat.post_month;
create policy counts_in_reach on stat.post_month for select using (
  (select access.my_reach()) in ('ALL', 'FACTS')
  or ((select access.my_reach()) = 'MISSION'
      and mission_id = (select access.my_mission())));

alter table stat.post_year enable row level security;
drop policy if exists counts_in_reach on stat.post_year;
create policy counts_in_reach on stat.post_year for select using (
  (select access.my_reach()) in ('ALL', 'FACTS')
  or ((select access.my_reach()) = 'MISSION'
      and mission_id = (select access.my_mission())));

-- Only for those who see every post: the posts cannot be told apart here.
alter table stat.world_month enable row level security;
drop policy if exists counts_in_reach on stat.world_month;
create policy counts_in_reach on stat.world_month for select using (
  (select access.my_reach()) in ('ALL', 'FACTS'));
alter table stat.world_year enable row level security;
drop policy if exists counts_in_reach on stat.world_year;
create policy counts_in_reach on stat.world_year for select using (
  (select access.my_reach()) in ('ALL', 'FACTS'));
