import pg from 'pg';

/**
 * What raw's own copy of the data has and lacks. Nowhere does raw pay for the facts that our triggers keep; for the reads that need it, it has
 * the indexes and the summary that a careful person would make.
 */
const shapes = {
  plain: [],
  // The summary counts for ever after by a trigger of its own, which stays on.
  counts: [
    'create index on cases.case_file (opened_on, host_country, cause_code)',
    `create table raw_month (month date, country text, cause text, n bigint not null, primary key (month, country, cause))`,
    `insert into raw_month select date_trunc('month', opened_on)::date, host_country, cause_code, count(*)
       from cases.case_file group by 1, 2, 3`,
    `create function raw_count() returns trigger language plpgsql as $$ begin
       insert into raw_month values (date_trunc('month', new.opened_on)::date, new.host_country, new.cause_code, 1)
         on conflict (month, country, cause) do update set n = raw_month.n + 1;
       return null; end $$`,
    'create trigger raw_count after insert on cases.case_file for each row execute function raw_count()',
  ],
  texts: [
    'create index on cases.case_file using gin (case_no gin_trgm_ops)',
    'create index on cases.case_file using gin (summary gin_trgm_ops)',
    'create index on cases.case_file using gin (place gin_trgm_ops)',
  ],
};

/** Which shape of raw's data a work unit wants. */
export function shapeFor(work) {
  if (work.startsWith('W3')) return 'counts';
  return work === 'W4' ? 'texts' : 'plain';
}

/** Makes a copy of the bench's data raw's own. */
export async function makeRaw(ownerUrl, shape) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("set maintenance_work_mem = '1GB'; set work_mem = '256MB'");
  for (const table of ['case_file', 'person'])
    await owner.query(`alter table cases.${table} disable trigger user`);
  await owner.query('create sequence raw_case_no');
  for (const statement of shapes[shape]) await owner.query(statement);
  await owner.query('vacuum (analyze)');
  await owner.query('checkpoint');
  await owner.end();
}
