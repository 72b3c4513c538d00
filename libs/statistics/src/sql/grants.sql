-- Who may do what in this room's schema. All of it: whatever is not granted here, nobody has but the owner.
revoke all on all tables in schema stat from public, elchin_app, elchin_stats, elchin_audit;
revoke all on all functions in schema stat from public, elchin_app, elchin_stats, elchin_audit;

grant usage on schema stat to elchin_app;
grant select on stat.post_month, stat.post_year, stat.world_month, stat.world_year, stat.fold_mark, stat.fact_move to elchin_app;
grant execute on function stat.fold to elchin_app;

-- Counting is done as elchin_stats (statistics.reader.ts): counts and nameless facts, and nothing else of anybody.
grant usage on schema stat to elchin_stats;
grant select on stat.post_month, stat.post_year, stat.world_month, stat.world_year, stat.fold_mark, stat.fact_move to elchin_stats;
