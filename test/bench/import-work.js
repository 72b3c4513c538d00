import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { importByOperator } from '../../dist/apps/cli/src/import/index.js';
import { BUILT_IN_PROFILES, profileNamed } from '../../dist/libs/cases/src/index.js';
import { median } from './measure.js';

const ROWS = 50_000;

/**
 * W6: 50,000 rows of CSV. Ours with validation, the check for what is there already and a verdict for each row; raw is COPY
 * into a staging table and set-based inserts into the same tables, without the triggers that keep the facts.
 */
export async function measureImport(bench, { rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'elchin-bench-'));
  const path = join(folder, 'deaths.csv');
  writeFileSync(path, csv());
  const rounded = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      rounded.push({
        run: await timed(bench, path, ours(['RUN'])),
        checkedAndRun: await timed(bench, path, ours(['CHECK', 'RUN'])),
        raw: await timed(bench, path, raw),
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [
    { work: 'W6 rows', of: 'run' },
    { work: 'W6 rows, checked before', of: 'checkedAndRun' },
  ].map(({ work, of }) => ({
    work,
    rawRate: median(rounded.map((round) => round.raw)),
    oursRate: median(rounded.map((round) => round[of])),
    ratio: median(rounded.map((round) => round[of] / round.raw)),
  }));
}

/** Rows a second on a fresh copy of the data. */
async function timed(bench, path, work) {
  const database = await bench.clone();
  try {
    const start = process.hrtime.bigint();
    await work(database.ownerUrl, path);
    return ROWS / (Number(process.hrtime.bigint() - start) / 1e9);
  } finally {
    await database.drop();
  }
}

/** As a clerk does it: the file is checked, then run; or run at once. */
function ours(steps) {
  return async (ownerUrl, path) => {
    const profile = await profileNamed('us-deaths', [BUILT_IN_PROFILES]);
    for (const step of steps) {
      const report = await importByOperator(ownerUrl, { path, profile, check: step === 'CHECK' });
      if (report.refused !== 0) throw new Error(`W6: ${JSON.stringify(report).slice(0, 500)}`);
      if (step === 'RUN' && report.imported !== ROWS)
        throw new Error(`W6: ${JSON.stringify(report).slice(0, 500)}`);
    }
  };
}

async function raw(ownerUrl, path) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('begin');
  await client.query('alter table cases.case_file disable trigger user');
  await client.query(
    'create temp table staged (date_of_death text, place text, country_alpha3 text, cause_of_death text) on commit drop',
  );
  const copy = copyFrom("copy staged from stdin with (format csv, header true, encoding 'utf8')");
  await pipeline(createReadStream(path), client.query(copy));
  await client.query(`
    create temp table made on commit drop as
      select uuidv7() as case_id, uuidv7() as person_id, row_number() over () as n, coalesce(d.mission_id, 'ULN') as mission,
             c.code as country, s.place, replace(s.date_of_death, '/', '-')::date as day, s.cause_of_death as cause
        from staged s join reference.country c on c.alpha3 = s.country_alpha3
        left join reference.mission_district d on d.country = c.code and d.valid_to is null;
    insert into cases.person (id, mission_id) select person_id, mission from made;
    insert into cases.case_file (id, case_no, type, status, mission_id, host_country, place, occurred_on, occurred_precision,
        aware_at, opened_on, closed_on, source, summary, cause_code, subject_id)
      select case_id, 'RAW-' || n, 'DEATH', 'CLOSED', mission, country, place, day, 'DAY', day, day, day, 'OTHER_POST', cause,
             'V01-V99', person_id from made;
    insert into cases.timeline_entry (case_id, mission_id, kind, at) select case_id, mission, 'FILED', now() from made;
    insert into cases.death (case_id, mission_id, manner, icd10, cause_text)
      select case_id, mission, 'ACCIDENT', 'V01-V99', cause from made`);
  await client.query('commit');
  await client.end();
}

/** Deaths in the shape of the published file, the same each time. */
function csv() {
  const countries = ['KOR', 'USA', 'JPN', 'CZE', 'CHN', 'DEU', 'POL', 'TUR', 'RUS', 'KAZ'];
  const causes = ['Vehicle Accident - Auto', 'Homicide', 'Suicide', 'Drowning', 'Other Accident'];
  const lines = ['date_of_death,place,country_alpha3,cause_of_death'];
  for (let n = 0; n < ROWS; n += 1) {
    const month = String(1 + (n % 12)).padStart(2, '0');
    const day = String(1 + (n % 28)).padStart(2, '0');
    lines.push(
      `${2002 + (n % 11)}/${month}/${day},"Bench ${n % 997}, ${n % 31}",${countries[n % 10]},${causes[n % 5]}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
