import pg from 'pg';
import { plainName } from '../../dist/libs/cases/src/index.js';

const given =
  'Бат Болд Болормаа Туул Ганболд Энхжаргал Сарнай Цэцэг Дорж Мөнхбат Наран Оюун Отгон Пүрэв Сүх Төмөр Уянга Үүрийн Хулан Чимэг Эрдэнэ Жаргал Зоригт Номин Анар Билгүүн Дэлгэр Золзаяа Итгэл Лхагва'.split(
    ' ',
  );
const more = 'баатар сүрэн цэцэг жаргал маа бат очир зул саран төгс гэрэл хүү эрдэнэ солонго мандал'.split(
  ' ',
);
const names = given.flatMap((first) => ['', ...more].map((second) => first + second));

/**
 * Cases of a whole country's missions over twelve years, the same each time: skewed counts, most of them closed, three
 * entries each. Written by SQL as sets; facts come by the product's own triggers.
 */
export async function buildData(ownerUrl, size) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const say = (what) => process.stderr.write(`bench data, ${size} cases: ${what}\n`);
  const indexes = await dropIndexes(client);
  say('staff and choices');
  await client.query("set maintenance_work_mem = '1GB'; set work_mem = '256MB'; select setseed(0.42)");
  await client.query(choices);
  await client.query(chosenNames, [names, names.map(plainName)]);
  say('persons and cases');
  await client.query(persons.replace('SIZE', String(size)));
  await client.query(cases);
  await client.query('drop table bench.pick_case');
  say('timeline and records');
  await client.query(timeline);
  for (const statement of records) await client.query(statement);
  say('indexes and summaries');
  for (const statement of indexes) await client.query(statement);
  await client.query('select stat.fold()');
  await client.query('drop schema bench cascade');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  await client.end();
}

async function dropIndexes(client) {
  const { rows } = await client.query(
    `select indexdef, format('%I.%I', schemaname, indexname) as name from pg_indexes i
      where schemaname = 'cases' and tablename in ('person', 'case_file', 'timeline_entry', 'case_fact')
        and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ indexdef }) => indexdef);
}

const choices = `
  create schema bench;
  insert into access.staff (email, name, role, mission_id, password_hash)
    select lower(id) || '@bench.example', 'Officer in ' || id, 'OFFICER', id, 'none' from reference.mission;
  create table bench.name (written text, folded text, i int);
  create table bench.country as
    select country, mission_id, row_number() over (order by case country when 'KR' then 0 when 'US' then 1 when 'JP' then 2
      when 'CZ' then 3 when 'CN' then 4 else 5 end, country) as i
      from (select distinct on (country) country, mission_id from reference.mission_district order by country) d limit 40;
  create table bench.cause as
    select t.code as type, i.code as cause, row_number() over (partition by t.code order by i.sort) as i,
           count(*) over (partition by t.code) as n
      from reference.code_item t join reference.code_item i on i.list = t.attributes ->> 'causeList'
     where t.list = 'CASE_TYPE'`;

const chosenNames = `
  insert into bench.name select * from unnest($1::text[], $2::text[]) with ordinality as n (written, folded, i)`;

// Squares and cubes of a uniform number make few countries and causes common and many rare, as they are.
const persons = `
  create table bench.pick_case as
    select g::int as g, uuidv7() as person_id, uuidv7() as case_id,
           1 + floor(40 * power(random(), 2))::int as country_i,
           (array['LABOUR','DETENTION','WELFARE','DEATH','MEDICAL','CRIME_VICTIM','INSURANCE','MISSING'])
             [1 + floor(8 * power(random(), 1.5))::int] as type,
           power(random(), 2) as cause_r,
           timestamptz '2014-01-01' + random() * interval '4382 days' as at,
           1 + floor(random() * ${names.length})::int as n1, 1 + floor(random() * ${names.length})::int as n2,
           random() as sex_r, random() as open_r
      from generate_series(1, SIZE) g`;

const cases = `
  with p as (
    insert into cases.person (id, mission_id, patronymic, given, sex, match_key)
    select k.person_id, c.mission_id, a.written, b.written, case when sex_r < 0.6 then 'MALE' else 'FEMALE' end,
           ' ' || b.folded || ' ' || a.folded
      from bench.pick_case k join bench.country c on c.i = k.country_i
      join bench.name a on a.i = n1 join bench.name b on b.i = n2
  )
  insert into cases.case_file (id, case_no, type, status, mission_id, host_country, occurred_on, occurred_precision,
      aware_at, registered_at, registered_by, owner_id, opened_on, closed_on, outcome, source, summary, cause_code, subject_id)
  select k.case_id, c.mission_id || '-' || extract(year from k.at) || '-' || lpad(k.g::text, 7, '0'), k.type,
         case when open then 'IN_PROGRESS' else 'CLOSED' end, c.mission_id, c.country, k.at::date, 'DAY', k.at, k.at,
         s.id, s.id, k.at::date, case when not open then k.at::date + 30 end, case when not open then 'WITHDRAWN' end,
         'SELF', 'Bench case ' || k.g, u.cause, k.person_id
    from (select *, open_r < case when at > timestamptz '2025-09-01' then 0.7 else 0.01 end as open from bench.pick_case
         ) k
    join bench.country c on c.i = k.country_i
    join access.staff s on s.mission_id = c.mission_id
    join bench.cause u on u.type = k.type and u.i = 1 + floor(cause_r * u.n)::int
   order by k.at`;

const timeline = `
  insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, staff_id, body, to_status)
  select c.id, c.mission_id, (array['FILED','CONTACT','NOTE'])[n], c.registered_at + n * interval '1 hour',
         c.registered_at + n * interval '1 hour', c.registered_by, case when n > 1 then 'Bench entry ' || n end,
         case when n = 1 then 'REGISTERED' end
    from cases.case_file c cross join generate_series(1, 3) n`;

const records = [
  `insert into cases.detention (case_id, mission_id, offence, arrested_on)
     select id, mission_id, cause_code, occurred_on from cases.case_file where type = 'DETENTION'`,
  `insert into cases.death (case_id, mission_id, manner, icd10)
     select id, mission_id, 'ACCIDENT', cause_code from cases.case_file where type = 'DEATH'`,
  `insert into cases.labour (case_id, mission_id, issues)
     select id, mission_id, array[cause_code] from cases.case_file where type = 'LABOUR'`,
  `insert into cases.insurance (case_id, mission_id, scheme)
     select id, mission_id, cause_code from cases.case_file where type = 'INSURANCE'`,
  `insert into cases.crime_victim (case_id, mission_id, offence)
     select id, mission_id, cause_code from cases.case_file where type = 'CRIME_VICTIM'`,
  `insert into cases.missing (case_id, mission_id, circumstance)
     select id, mission_id, cause_code from cases.case_file where type = 'MISSING'`,
];
