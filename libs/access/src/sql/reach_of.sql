create or replace function access.reach_of(role text) returns text language sql immutable parallel safe
return case
  when role in ('OFFICER', 'HEAD_OF_MISSION') then 'MISSION'
  when role in ('CONSULAR_OFFICER', 'OPERATOR') then 'ALL'
  when role = 'ANALYST' then 'FACTS'
  else 'NONE' end;
comment on function access.reach_of is 'Which rows of cases a role sees; its twin in code is libs/access/src/policy.rules.ts, and a test holds them together.';
