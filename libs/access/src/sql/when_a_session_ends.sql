-- When a session ends: the one place that says so. Whoever asks (the entrance, the guard in the code, the sweep) asks these.

create or replace function access.session_end() returns timestamptz language sql stable as $$
  select now() + interval '8 hours'
$$;
comment on function access.session_end is 'When a session that begins now ends, whatever is done meanwhile.';

-- Written into the statement that asks: no settings of its own, one expression.
create or replace function access.session_is_live(expires_at timestamptz, last_seen_at timestamptz) returns boolean
language sql stable as $$
  select expires_at > now() and last_seen_at > now() - interval '15 minutes'
$$;
comment on function access.session_is_live is 'A session lives until its end, and no longer than 15 minutes without a request.';
