-- Which counts somebody sees, whatever the code asks for: as on cases.case_fact.

alter table stat.post_month enable row level security;
drop policy if exists counts_in_reach on stat.post_month;
create policy counts_in_reach on stat.post_month for select using (
  (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS')
  or ((select current_setting('elchin.reach', true)) = 'MISSION'
      and mission_id = (select current_setting('elchin.mission', true))));

alter table stat.post_year enable row level security;
drop policy if exists counts_in_reach on stat.post_year;
create policy counts_in_reach on stat.post_year for select using (
  (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS')
  or ((select current_setting('elchin.reach', true)) = 'MISSION'
      and mission_id = (select current_setting('elchin.mission', true))));

-- Only for those who see every post: the posts cannot be told apart here.
alter table stat.world_month enable row level security;
drop policy if exists counts_in_reach on stat.world_month;
create policy counts_in_reach on stat.world_month for select using (
  (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS'));
alter table stat.world_year enable row level security;
drop policy if exists counts_in_reach on stat.world_year;
create policy counts_in_reach on stat.world_year for select using (
  (select current_setting('elchin.reach', true)) in ('ALL', 'FACTS'));
