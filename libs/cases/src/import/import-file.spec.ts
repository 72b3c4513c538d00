import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aWorld, type World } from '#support/world';
import { type FileImportReport, importFile } from './import-file.js';
import { BUILT_IN_PROFILES, type ProfileFile, profileNamed } from './profile.files.js';

const path = fileURLToPath(new URL('./fixtures/us-2002-2012.csv', import.meta.url));

interface Row {
  date_of_death: string;
  place: string;
  country_alpha3: string;
  cause_of_death: string;
}

/** The file as it is, read without the register. */
const rows: Row[] = parse(readFileSync(path), { columns: true });
const good = rows.filter((row) => row.country_alpha3 !== '');

function tally<T>(of: (row: Row) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const row of good) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return counts;
}

describe('the published deaths of 2002 to 2012', () => {
  let world: World;
  let profile: ProfileFile;
  let whole: FileImportReport;
  let partial: FileImportReport;

  beforeAll(async () => {
    world = await aWorld();
    profile = await profileNamed('us-deaths', [BUILT_IN_PROFILES]);
    whole = await importFile(world.ownerUrl, { path, profile });
  });
  afterAll(() => world.end());

  const count = async (text: string) => Number((await world.owner.query<{ n: string }>(text)).rows[0]?.n);
  const counts = async (text: string) => {
    const found = await world.owner.query<{ key: string; n: string }>(text);
    return new Map(found.rows.map(({ key, n }) => [key, Number(n)]));
  };

  it('are refused whole while one row has no country, and the row is named', async () => {
    expect(whole.failure).toEqual({ code: 'ROWS_REFUSED', params: { count: 1 } });
    expect(whole.refusedRows).toEqual([
      { rowNo: 5680, problem: { code: 'ROW_REQUIRED', field: 'country_alpha3', params: {} } },
    ]);
    for (const table of ['case_file', 'person', 'timeline_entry', 'death', 'case_fact']) {
      expect(await count(`select count(*) as n from cases.${table}`)).toBe(0);
    }
  });

  it('go in without that row when asked to: 8,389 of 8,390', async () => {
    partial = await importFile(world.ownerUrl, { path, profile, partial: true });
    expect(partial).toMatchObject({ rows: 8390, imported: 8389, alreadyThere: 0, refused: 1, failure: null });
    for (const table of ['case_file', 'person', 'timeline_entry', 'death']) {
      expect(await count(`select count(*) as n from cases.${table}`)).toBe(8389);
    }
  });

  it('add nothing when the same file comes again', async () => {
    const again = await importFile(world.ownerUrl, { path, profile, partial: true });
    expect(again).toMatchObject({ imported: 0, alreadyThere: 8389, refused: 1 });
    expect(await count('select count(*) as n from cases.case_file')).toBe(8389);
    expect(await count('select count(*) as n from cases.person')).toBe(8389);
  });

  it('are counted by country as the file counts them, from cases and from facts', async () => {
    const alpha3 = await counts('select alpha3 as key, 0 as n from reference.country');
    expect(alpha3.has('ANT') && alpha3.has('XZ')).toBe(true);
    const inFile = tally((row) => row.country_alpha3);
    expect(inFile.size).toBe(173);
    expect(
      await counts(`select r.alpha3 as key, count(*) as n from cases.case_file c
                      join reference.country r on r.code = c.host_country group by 1`),
    ).toEqual(inFile);
    expect(
      await counts(`select r.alpha3 as key, sum(f.sign) as n from cases.case_fact f
                      join reference.country r on r.code = f.country group by 1`),
    ).toEqual(inFile);
  });

  it('are counted by cause text and by year as the file counts them', async () => {
    expect(await counts('select cause_text as key, count(*) as n from cases.death group by 1')).toEqual(
      tally((row) => row.cause_of_death),
    );
    const byYear = tally((row) => row.date_of_death.slice(0, 4));
    expect(
      await counts('select occurred_year as key, sum(sign) as n from cases.case_fact group by 1'),
    ).toEqual(new Map([...byYear].map(([year, n]) => [Number(year), n])));
    expect(
      await counts(
        'select extract(year from opened_month) as key, sum(sign) as n from cases.case_fact group by 1',
      ),
    ).toEqual(byYear);
  });

  it('mean what the profile says: every kind of drowning is W65-W74, murder and terror are X85-Y09', async () => {
    const byBlock = await counts('select cause as key, sum(sign) as n from cases.case_fact group by 1');
    const having = (text: RegExp) => good.filter((row) => text.test(row.cause_of_death)).length;
    expect(byBlock.get('W65-W74')).toBe(having(/^Drowning/));
    expect(byBlock.get('X85-Y09')).toBe(having(/^(Homicide|Terrorist Action)$/));
    expect(byBlock.get('X60-X84')).toBe(having(/^Suicide$/));
    expect(byBlock.get('Y35-Y36')).toBe(having(/^Execution$/));
    expect(byBlock.get('UNKNOWN')).toBe(2);
    expect(await count(`select count(*) as n from cases.death where manner = 'PENDING'`)).toBe(1);
  });

  it('keep the 64 people who died in one place on the day of the earthquake apart', async () => {
    const [day, place] = ['2010-01-12', 'Port-au-Prince, Haiti'];
    const found = await world.owner.query<{ n: string; keys: string }>(
      'select count(*) as n, count(distinct import_key) as keys from cases.case_file where occurred_on = $1 and place = $2',
      [day, place],
    );
    expect(found.rows).toEqual([{ n: '64', keys: '64' }]);
  });

  it('lie with the mission accredited to the country, or with the department where none is', async () => {
    const wrong = await count(`
      select count(*) as n from cases.case_file c left join reference.mission_district d on d.country = c.host_country
         and d.valid_from <= current_date and (d.valid_to is null or d.valid_to > current_date)
       where c.mission_id <> coalesce(d.mission_id, 'ULN')`);
    expect(wrong).toBe(0);
    expect(await count(`select count(*) as n from cases.case_file where mission_id = 'SEL'`)).toBeGreaterThan(
      80,
    );
    expect(await count(`select count(*) as n from cases.case_file where mission_id = 'ULN'`)).toBeGreaterThan(
      0,
    );
  });

  it('are closed matters of unnamed people, opened on the day of death by the clock of the post', async () => {
    const odd = await count(`
      select count(*) as n from cases.case_file c join cases.person p on p.id = c.subject_id
        join reference.mission m on m.id = c.mission_id join cases.timeline_entry t on t.case_id = c.id
       where c.status <> 'CLOSED' or c.closed_on <> c.opened_on or c.opened_on <> c.occurred_on
          or (c.aware_at at time zone m.time_zone)::date <> c.opened_on or c.illustration
          or coalesce(p.given, p.patronymic, p.clan, p.latin_given, p.latin_surname) is not null
          or t.kind <> 'FILED' or t.to_status <> 'CLOSED'`);
    expect(odd).toBe(0);
  });

  it('have references of the year they were opened in, each once', async () => {
    expect(await count('select count(distinct case_no) as n from cases.case_file')).toBe(8389);
    expect(
      await count(`select count(*) as n from cases.case_file
                    where case_no !~ ('^' || mission_id || '-' || extract(year from opened_on) || '-\\d{5}$')`),
    ).toBe(0);
  });

  it('leave the operator’s trace in the access log', async () => {
    expect(
      await count(
        `select count(*) as n from access.log where operation = 'cases.import' and role = 'OPERATOR'`,
      ),
    ).toBe(3);
  });
});

describe('a file of more rows than are made at once', () => {
  it('becomes one case for each row, the last ones too, and every figure follows', async () => {
    const world = await aWorld();
    const folder = await mkdtemp(join(tmpdir(), 'elchin-'));
    try {
      const path = join(folder, 'many.csv');
      const line = (_: unknown, n: number) =>
        `2008/01/${String(1 + (n % 28)).padStart(2, '0')},Place ${n},KOR,Drowning`;
      const lines = Array.from({ length: 50_002 }, line);
      await writeFile(path, ['date_of_death,place,country_alpha3,cause_of_death', ...lines].join('\n'));
      const profile = await profileNamed('us-deaths', [BUILT_IN_PROFILES]);
      const report = await importFile(world.ownerUrl, { path, profile });
      expect(report).toMatchObject({ rows: 50_002, imported: 50_002, failure: null });
      const { rows: counted } = await world.owner.query(
        `select (select count(distinct case_no)::int from cases.case_file c join cases.death d on d.case_id = c.id) as cases,
                (select count(*)::int from cases.timeline_entry) as entries,
                (select sum(sign)::int from cases.case_fact where opened_month = '2008-01-01') as counted`,
      );
      expect(counted).toEqual([{ cases: 50_002, entries: 50_002, counted: 50_002 }]);
    } finally {
      await rm(folder, { recursive: true });
      await world.end();
    }
  });
});

describe('references beyond 99,999 a year', () => {
  it('get a sixth digit instead of losing one', async () => {
    const world = await aWorld();
    try {
      await world.owner.query(`select setval(cases.case_sequence('SEL', 2026), 99999)`);
      const next = await world.owner.query(`select cases.next_case_no('SEL', 2026) as no`);
      expect(next.rows).toEqual([{ no: 'SEL-2026-100000' }]);
    } finally {
      await world.end();
    }
  });
});
