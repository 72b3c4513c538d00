// The limit of this stack: a bare node:http endpoint over pg prepared statements. No GraphQL, no sign-in, no row-level
// security (it works as the owner of the tables), no access log on reads. It writes and reads the same rows: W1 the five that a filing
// means, W5 what the document of a case asks for.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.OWNER_URL, max: 10 });

const statements = {
  W2: {
    name: 'w2',
    text: `select c.id, c.case_no, c.type, c.status, c.registered_at, c.summary, p.patronymic, p.given, co.code,
        co.label_en as country, c.cause_code, ci.label_en as cause, e.kind, e.at,
        (select count(*) from cases.case_file o where o.mission_id = $1 and o.status not in ('CLOSED', 'REJECTED')) as total
      from (select * from cases.case_file c where c.mission_id = $1 and c.status not in ('CLOSED', 'REJECTED')
             order by registered_at desc, id desc limit 50) c
      join cases.person p on p.id = c.subject_id
      join reference.country co on co.code = c.host_country
      join reference.code_item t on t.list = 'CASE_TYPE' and t.code = c.type
      join reference.code_item ci on ci.list = t.attributes ->> 'causeList' and ci.code = c.cause_code
      left join lateral (select kind, at from cases.timeline_entry t where t.case_id = c.id
                          order by t.at desc, t.id desc limit 1) e on true
      order by c.registered_at desc, c.id desc`,
  },
  W3a: {
    name: 'w3a',
    text: `select host_country, cause_code, count(*) from cases.case_file
      where opened_on >= $1 and opened_on < $2 group by 1, 2`,
  },
  W3b: {
    name: 'w3b',
    text: `select host_country, cause_code, date_trunc('month', opened_on)::date as month, count(*) from cases.case_file
      where opened_on >= $1 and opened_on < $2 group by 1, 2, 3`,
  },
  W4: {
    name: 'w4',
    text: `with p as materialized (
        select id, patronymic, given, word_similarity($2, match_key) as likeness from cases.person
         where match_key like $1 limit 1000)
      select c.id, c.case_no, c.type, c.status, p.patronymic, p.given, c.host_country
        from (select * from p order by likeness desc, id desc limit 20) p
        join cases.case_file c on c.subject_id = p.id
       order by p.likeness desc, c.registered_at desc limit 20`,
  },
  W5: {
    name: 'w5',
    text: `select c.*, to_json(p) as person, (select row_to_json(l) from cases.labour l where l.case_id = c.id) as labour,
        (select o.name from access.staff o where o.id = c.owner_id) as owner,
        (select json_agg(x) from (select t.id, t.kind, t.at, t.recorded_at, t.body, t.from_status, t.to_status, t.staff_id, s.name
           from cases.timeline_entry t left join access.staff s on s.id = t.staff_id
          where t.case_id = c.id order by t.at desc, t.id desc) x) as timeline
      from cases.case_file c join cases.person p on p.id = c.subject_id where c.id = $1`,
  },
};

/** A filing as a transaction of prepared statements, one after the other: person, case, its type's record, first entry, log row. */
const filing = [
  `insert into cases.person (id, mission_id, patronymic, given, sex, match_key) values ($1, $2, $3, $4, 'MALE', $5)`,
  `insert into cases.case_file (id, case_no, type, mission_id, host_country, occurred_on, occurred_precision, aware_at,
     opened_on, source, summary, cause_code, subject_id, owner_id)
   values ($1, $2 || '-2026-R' || nextval('raw_case_no'), 'LABOUR', $2, $3, $4, 'DAY', $5, $4, 'SELF', $6, $7, $8, $9)
   returning id, case_no`,
  `insert into cases.timeline_entry (case_id, mission_id, kind, at, staff_id, to_status)
   values ($1, $2, 'FILED', now(), $3, 'REGISTERED')`,
  'insert into cases.labour (case_id, mission_id, issues) values ($1, $2, array[$3::text])',
  `insert into access.log (staff_id, role, mission_id, operation, subject_id) values ($1, 'OFFICER', $2, 'cases.file', $3)`,
].map((text, at) => ({ name: `w1_${at}`, text }));

async function fileCase([
  id,
  personId,
  mission,
  patronymic,
  given,
  key,
  country,
  day,
  at,
  summary,
  cause,
  staff,
]) {
  const client = await pool.connect();
  try {
    await client.query({ name: 'begin', text: 'begin' });
    await client.query({ ...filing[0], values: [personId, mission, patronymic, given, key] });
    const values = [id, mission, country, day, at, summary, cause, personId, staff];
    const made = await client.query({ ...filing[1], values });
    await client.query({ ...filing[2], values: [id, mission, staff] });
    await client.query({ ...filing[3], values: [id, mission, cause] });
    await client.query({ ...filing[4], values: [staff, mission, id] });
    await client.query({ name: 'commit', text: 'commit' });
    return made;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { work, values } = JSON.parse(Buffer.concat(chunks).toString());
    const answer = work === 'W1' ? fileCase(values) : pool.query({ ...statements[work], values });
    answer.then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows));
      },
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
});

await pool.query('create sequence if not exists raw_case_no');
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit(0));
