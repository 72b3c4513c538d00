-- Facts that are alike are added up before they become additions to months (fact_move.sql, in the same words), so that an
-- import's tens of thousands are gone through once and not three times. Each table is filled in the order of its key: a large
-- fold then fills page after page. The planner's statistics are made anew when many counts were touched, not when many facts
-- came: fifty thousand deaths that fall into six hundred counts change nothing that a plan depends on.
create or replace function stat.take_in(mark xid8, horizon xid8) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  taken bigint;
  touched bigint;
begin
  with alike as materialized (
    select occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex,
           sum(sign)::integer as sign, count(*) as facts
      from cases.case_fact where tx >= mark and tx < horizon
     group by occurred_year, occurred_month, opened_month, closed_month, illustration, mission_id, country, type, cause, sex
  ), sums as materialized (
    select month, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from (
        select f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
               f.sign as occurred, 0 as opened, 0 as closed,
               f.sign * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
          from alike f where f.occurred_year is not null
        union all
        select date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
               0, f.sign, 0, 0, f.sign * f.illustration::integer, 0
          from alike f
        union all
        select date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
               0, 0, f.sign, 0, 0, f.sign * f.illustration::integer
          from alike f where f.closed_month is not null
      ) moves group by month, mission_id, country, type, cause, sex
  ), into_post_month as (
    insert into stat.post_month as kept (month, mission_id, country, type, cause, sex, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month, mission_id, country, type, cause, sex
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by mission_id, month, country, type, cause, sex
    on conflict (month, mission_id, country, type, cause, sex) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_post_year as (
    insert into stat.post_year as kept (year, mission_id, country, type, cause, sex, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month / 100, mission_id, country, type, cause, sex,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month / 100, mission_id, country, type, cause, sex
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by mission_id, month / 100, country, type, cause, sex
    on conflict (year, mission_id, country, type, cause, sex) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_world_month as (
    insert into stat.world_month as kept (month, country, type, cause, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month, country, type, cause,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month, country, type, cause
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by month, country, type, cause
    on conflict (month, country, type, cause) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  ), into_world_year as (
    insert into stat.world_year as kept (year, country, type, cause, occurred, opened, closed,
                                     illustrated_occurred, illustrated_opened, illustrated_closed)
    select month / 100, country, type, cause,
           sum(occurred)::integer as occurred, sum(opened)::integer as opened, sum(closed)::integer as closed,
           sum(illustrated_occurred)::integer as illustrated_occurred,
           sum(illustrated_opened)::integer as illustrated_opened,
           sum(illustrated_closed)::integer as illustrated_closed
      from sums group by month / 100, country, type, cause
    having sum(occurred) <> 0 or sum(opened) <> 0 or sum(closed) <> 0
        or sum(illustrated_occurred) <> 0 or sum(illustrated_opened) <> 0 or sum(illustrated_closed) <> 0
     order by month / 100, country, type, cause
    on conflict (year, country, type, cause) do update set
      occurred = kept.occurred + excluded.occurred,
      opened = kept.opened + excluded.opened,
      closed = kept.closed + excluded.closed,
      illustrated_occurred = kept.illustrated_occurred + excluded.illustrated_occurred,
      illustrated_opened = kept.illustrated_opened + excluded.illustrated_opened,
      illustrated_closed = kept.illustrated_closed + excluded.illustrated_closed
  )
  select coalesce((select sum(facts) from alike), 0), (select count(*) from sums) into taken, touched;
  update stat.fold_mark set tx = horizon, version = version + 1, folded_at = now();
  if touched > 20000 then
    analyze stat.post_month, stat.post_year, stat.world_month, stat.world_year;
  end if;
  return taken;
end $$;
comment on function stat.take_in is 'Adds the facts of transactions from mark to before horizon, and moves the mark. Only under the lock of stat.fold.';
