-- The search by a fragment of a name. Row-level security lets no LIKE reach the trigram index before its own conditions (LIKE is
-- not "leakproof" to PostgreSQL), which would turn each search into a walk over every person. So the match runs with the
-- rights of the tables' owner and applies the reach itself; its ids are joined to rows that are guarded as always.
create or replace function cases.persons_matching(patterns text[], most integer)
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
declare
  reach text := access.my_reach();
  mission text := access.my_mission();
  fragment text := btrim(patterns[1], '% ');
  -- One pattern for the index, which cannot serve LIKE ALL: the longest finds the fewest.
  longest text := (select p from unnest(patterns) p order by length(p) desc limit 1);
begin
  if reach = 'MISSION' then
    return query
      with found as materialized (
        select p.id, p.match_key from cases.person p
         where p.mission_id = mission and p.match_key like longest
           and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
      ) select f.id, public.word_similarity(fragment, f.match_key) from found f
        order by 2 desc, f.id desc limit most;
  elsif reach = 'ALL' then
    return query
      with found as materialized (
        select p.id, p.match_key from cases.person p
         where p.match_key like longest and (cardinality(patterns) = 1 or p.match_key like all (patterns)) limit 1000
      ) select f.id, public.word_similarity(fragment, f.match_key) from found f
        order by 2 desc, f.id desc limit most;
  end if;
end $$;
comment on function cases.persons_matching is
  'Persons in the actor''s reach whose names, in their plain form, match all patterns: of the first thousand found, the likest first.';
