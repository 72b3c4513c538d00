create or replace function cases.note_last_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
  update cases.case_file set last_entry_at = new.at
   where id = new.case_id and coalesce(last_entry_at, registered_at) < new.at;
  return null;
end $$;
comment on function cases.note_last_entry is
  'A case knows when its newest entry happened, so that lists can begin with those of which nothing was heard for longest. The first entry of a case comes with it and needs no second writing.';

create or replace trigger note_last_entry after insert on cases.timeline_entry
  for each row when (new.kind <> 'FILED') execute function cases.note_last_entry();
