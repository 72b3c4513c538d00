create or replace function access.acting() returns uuid language sql stable as $$
  select nullif(current_setting('elchin.staff', true), '')::uuid
$$;
comment on function access.acting is 'Who acts in this transaction, by access.enter; null before anybody is known (signing in, sweeping).';
