-- The record of a case's type. A function, because a statement that names all six tables has all six opened and guarded each
-- time it runs, of which five are for nothing: for a case with everything that was a fifth of the time.
create or replace function cases.record_of(of_type text, of_case uuid) returns json language plpgsql stable as $$
begin
  case of_type
    when 'DETENTION' then return (select row_to_json(r) from cases.detention r where r.case_id = of_case);
    when 'DEATH' then return (select row_to_json(r) from cases.death r where r.case_id = of_case);
    when 'LABOUR' then return (select row_to_json(r) from cases.labour r where r.case_id = of_case);
    when 'INSURANCE' then return (select row_to_json(r) from cases.insurance r where r.case_id = of_case);
    when 'CRIME_VICTIM' then return (select row_to_json(r) from cases.crime_victim r where r.case_id = of_case);
    when 'MISSING' then return (select row_to_json(r) from cases.missing r where r.case_id = of_case);
    else return null;
  end case;
end $$;
comment on function cases.record_of is
  'The row of the type''s own table, with the rights of whoever asks: row-level security holds inside.';
