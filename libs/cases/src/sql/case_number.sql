-- How a case gets its number, e.g. SEL-2026-00042 (src/file/case-number.ts; decision 0007).
--
-- A sequence, not a counter row: posts file at once without waiting for each other's commit. A filing that fails leaves a gap.

-- The sequence of a post and year, made when missing. An import takes many numbers from it at once.
create or replace function cases.case_sequence(mission text, year integer) returns regclass
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text;
  made text;
begin
  select n.sequence_name into known from cases.case_number n
   where n.mission_id = case_sequence.mission and n.year = case_sequence.year;
  if known is not null then
    return known::regclass;
  end if;
  -- Only what the register knows becomes part of a name: a post that there is, which is three capitals, and a year.
  if not exists (select from reference.mission m where m.id = case_sequence.mission and m.id ~ '^[A-Z]{3}$')
     or case_sequence.year is null or case_sequence.year not between 1900 and 2999 then
    raise exception 'There are no case numbers for this post and year.' using errcode = 'invalid_parameter_value';
  end if;
  -- First filing of the post in that year: one at a time makes the sequence.
  perform pg_advisory_xact_lock(hashtext('cases.next_case_no ' || mission || year));
  made := 'case_no_' || lower(mission) || '_' || year;
  execute format('create sequence if not exists cases.%I', made);
  execute format('grant usage on sequence cases.%I to elchin_app', made);
  insert into cases.case_number values (mission, case_sequence.year, 'cases.' || made) on conflict do nothing;
  return format('cases.%I', made)::regclass;
end $$;
comment on function cases.case_sequence is 'The sequence of a post and year, made when missing. An import takes many numbers from it at once.';

-- Written into the statement that calls it only because its text is immutable too, which `text || integer` is not.
create or replace function cases.case_no(mission text, year integer, number bigint) returns text
language sql immutable parallel safe as $$
  select mission || '-' || year::text || '-' ||
         case when number < 100000 then lpad(number::text, 5, '0') else number::text end
$$;
comment on function cases.case_no is 'A human reference: five digits, more when a post has more cases in a year (lpad alone would cut them off).';

create or replace function cases.next_case_no(mission text, year integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return cases.case_no(mission, year, nextval(cases.case_sequence(mission, year)));
end $$;
comment on function cases.next_case_no is 'The next human reference of a post and year, e.g. SEL-2026-00042.';
