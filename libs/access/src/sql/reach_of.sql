create or replace function access.reach_of(role text) returns text language sql immutable parallel safe
return case
  when role in ('OFFICER', 'HEAD_OF_MISSION') then 'MISSION'
  when role in ('CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT', 'OPERATOR') then 'ALL'
  when role = 'ANALYST' then 'FACTS'
  else 'NONE' end;
comment on function access.reach_of is 'Which rows of cases a role sees; its twin in code is libs/access/src/policy.rules.ts, and a test holds them together.';

create or replace function access.approves_rights(role text) returns boolean language sql immutable parallel safe
return role in ('ADMINISTRATOR', 'HEAD_OF_DEPARTMENT');
comment on function access.approves_rights is 'Whether a role may be the second person where rights are given; its twin in code is the permission rights.approve.';
