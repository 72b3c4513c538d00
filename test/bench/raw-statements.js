// One prepared statement per work unit, for the same answer. PostgreSQL makes the JSON; nothing of it is parsed again.

const OPEN = "c.status not in ('CLOSED', 'REJECTED')";

/** A row of a list, as the web app's list shows it; over `cases.case_file c`. */
const row = `c.id, c.case_no as "caseNo", c.type, c.status, c.opened_on as "openedOn", c.closed_on as "closedOn",
  c.illustration, c.mission_id as "missionId", c.host_country as country, co.label_en as "countryLabel", c.cause_code as cause,
  ci.label_en as "causeLabel", p.clan, p.patronymic, p.given, p.latin_surname as "latinSurname", p.latin_given as "latinGiven",
  e.kind as "lastKind", e.at as "lastAt"`;

const rowJoins = `join cases.person p on p.id = c.subject_id
  join reference.country co on co.code = c.host_country
  join reference.code_item t on t.list = 'CASE_TYPE' and t.code = c.type
  join reference.code_item ci on ci.list = t.attributes ->> 'causeList' and ci.code = c.cause_code
  left join lateral (select kind, at from cases.timeline_entry t where t.case_id = c.id
                      order by t.at desc, t.id desc limit 1) e on true`;

/** Person, case, its type's record, first entry and the log's row in one statement, which is one transaction. */
const W1 = `
  with person as (
    insert into cases.person (id, mission_id, patronymic, given, sex, match_key) values ($2, $3, $4, $5, 'MALE', $6)),
  made as (
    insert into cases.case_file (id, case_no, type, mission_id, host_country, occurred_on, occurred_precision, aware_at,
        opened_on, source, summary, cause_code, subject_id, owner_id, registered_by)
      values ($1, $3 || '-2026-R' || nextval('raw_case_no'), 'LABOUR', $3, $7, $8, 'DAY', $9, $8, 'SELF', $10, $11, $2, $12, $12)
      returning id, case_no),
  entry as (
    insert into cases.timeline_entry (case_id, mission_id, kind, at, staff_id, to_status)
      values ($1, $3, 'FILED', now(), $12, 'REGISTERED')),
  record as (insert into cases.labour (case_id, mission_id, issues) values ($1, $3, array[$11::text])),
  logged as (
    insert into access.log (staff_id, role, mission_id, operation, subject_id) values ($12, 'OFFICER', $3, 'cases.file', $1))
  select json_build_object('id', id, 'caseNo', case_no)::text from made`;

const W2 = `
  select json_build_object(
    'total', (select count(*) from cases.case_file c where c.mission_id = $1 and ${OPEN}),
    'rows', (select json_agg(r) from (
      select ${row} from (
        select * from cases.case_file c where c.mission_id = $1 and ${OPEN} order by registered_at desc, id desc limit 50) c
      ${rowJoins} order by c.registered_at desc, c.id desc) r))::text`;

/** From the cases, by an index over date, country and cause (\`raw-data.js\`). */
const W3a = `
  select json_agg(json_build_array(host_country, cause_code, n))::text from (
    select host_country, cause_code, count(*) as n from cases.case_file
     where opened_on >= $1 and opened_on < $2 group by 1, 2) r`;

const W3b = `
  select json_agg(json_build_array(host_country, cause_code, month, n))::text from (
    select host_country, cause_code, date_trunc('month', opened_on)::date as month, count(*) as n from cases.case_file
     where opened_on >= $1 and opened_on < $2 group by 1, 2, 3) r`;

/** From the summary that a trigger keeps. */
const W3aSummary = `
  select json_agg(json_build_array(country, cause, n))::text from (
    select country, cause, sum(n) as n from raw_month where month >= $1 and month < $2 group by 1, 2) r`;

const W3bSummary = `
  select json_agg(json_build_array(country, cause, month, n))::text from (
    select country, cause, month, sum(n) as n from raw_month where month >= $1 and month < $2 group by 1, 2, 3) r`;

/** The list's text box: number, summary, place and names, each by a trigram index; open cases, newest first. */
const W4 = `
  with hit as materialized (
    select id from cases.case_file where case_no ilike $1 union select id from cases.case_file where summary ilike $1
    union select id from cases.case_file where place ilike $1
    union select c.id from cases.person p join cases.case_file c on c.subject_id = p.id where p.match_key like $2),
  found as materialized (select c.* from hit join cases.case_file c using (id) where ${OPEN})
  select json_build_object('total', (select count(*) from found),
    'rows', (select json_agg(r) from (
      select ${row} from (select * from found order by registered_at desc, id desc limit 50) c
      ${rowJoins} order by c.registered_at desc, c.id desc) r))::text`;

/** The API's search: the likest names first. */
const W4api = `
  with p as materialized (
    select id, patronymic, given, word_similarity($2, match_key) as likeness from cases.person where match_key like $1 limit 1000)
  select json_agg(r)::text from (
    select c.id, c.case_no, c.type, c.status, p.patronymic, p.given, c.host_country
      from (select * from p order by likeness desc, id desc limit 20) p
      join cases.case_file c on c.subject_id = p.id
     order by p.likeness desc, c.registered_at desc limit 20) r`;

const record = (type, table) =>
  `when '${type}' then (select row_to_json(r) from cases.${table} r where r.case_id = c.id)`;

/** One case with everything, by its number. */
const W5 = `
  select row_to_json(r)::text from (
    select c.*, to_json(p) as person, o.name as owner, co.label_en as country_label, ci.label_en as cause_label,
        case c.type ${record('DETENTION', 'detention')} ${record('DEATH', 'death')} ${record('LABOUR', 'labour')}
          ${record('INSURANCE', 'insurance')} ${record('CRIME_VICTIM', 'crime_victim')} ${record('MISSING', 'missing')} end as record,
        (select json_agg(x) from (
          select t.id, t.kind, t.at, t.recorded_at, t.body, t.from_status, t.to_status, s.name
            from cases.timeline_entry t left join access.staff s on s.id = t.staff_id
           where t.case_id = c.id order by t.at desc, t.id desc limit 51) x) as timeline
      from cases.case_file c
      join cases.person p on p.id = c.subject_id
      left join access.staff o on o.id = c.owner_id
      join reference.country co on co.code = c.host_country
      join reference.code_item t on t.list = 'CASE_TYPE' and t.code = c.type
      join reference.code_item ci on ci.list = t.attributes ->> 'causeList' and ci.code = c.cause_code
     where c.case_no = $1) r`;

export const statements = { W1, W2, W3a, W3b, W3aSummary, W3bSummary, W4, W4api, W5 };
