import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { signedInAs } from '#access/testing';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import type { StatisticsReader } from '#statistics';
import { readable, statisticsRoom } from '#statistics/testing';
import { aWorld, type World } from '#support/world';
import { seedDemo, type SeedReport } from './index.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('seeding the demo', () => {
  let world: World;
  let owner: pg.Client;
  let codes: Codes;
  let first: SeedReport;

  beforeAll(async () => {
    world = await aWorld();
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    codes = await codesFromFiles();
    first = await seedDemo(owner, codes, now);
  });

  afterAll(async () => {
    await owner.end();
    await world.end();
  });

  const numbers = async (text: string): Promise<number[]> => {
    const found = await world.owner.query<string[]>({ text, rowMode: 'array' });
    return (found.rows[0] ?? []).map(Number);
  };

  const rows = () =>
    numbers(`select (select count(*) from access.staff), (select count(*) from cases.case_file),
      (select count(*) from cases.person), (select count(*) from cases.timeline_entry),
      (select count(*) from cases.detention), (select count(*) from cases.case_fact)`);

  it('adds eight people and 913 cases, then nothing, also on another day', async () => {
    const before = await rows();
    expect(first).toEqual({ staff: 8, cases: 913 });
    expect(await seedDemo(owner, codes, now)).toEqual({ staff: 0, cases: 0 });
    expect(await seedDemo(owner, codes, new Date('2027-02-01T09:00:00Z'))).toEqual({
      staff: 0,
      cases: 0,
    });
    expect(await rows()).toEqual(before);
  });

  it('states a fact for each case, equal to a recount', async () => {
    expect(await numbers('select sum(sign), count(*) from cases.case_fact')).toEqual([913, 913]);
    const columns =
      'case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month, opened_month, closed_month, illustration';
    expect(
      await numbers(`select count(*) from (
        (select ${columns} from cases.case_fact except select ${columns} from cases.case_fact_now)
        union all (select ${columns} from cases.case_fact_now except select ${columns} from cases.case_fact)) d`),
    ).toEqual([0]);
  });

  it('numbers the cases of a post and year in the order of their registration', async () => {
    expect(
      await numbers(`select count(*) from (
        select case_no, lag(case_no) over (partition by left(case_no, 8) order by registered_at, id) as before
          from cases.case_file) n where before >= case_no`),
    ).toEqual([0]);
    expect(await numbers("select count(*) from cases.case_file where case_no = 'SEL-2016-00001'")).toEqual([
      1,
    ]);
  });

  it('gives every type that has a record its record, and every person a search key unless unnamed', async () => {
    const tables = ['detention', 'death', 'missing', 'crime_victim', 'labour', 'insurance'];
    for (const table of tables) {
      const without = `select count(*) from cases.case_file c where type = upper('${table}')
        and not exists (select from cases.${table} r where r.case_id = c.id and r.mission_id = c.mission_id)`;
      expect([table, await numbers(without)]).toEqual([table, [0]]);
    }
    const visited = 'select count(first_visit_on)::int, count(mission_notified_on)::int from cases.detention';
    const [visits = 0, notices = 0] = await numbers(visited);
    expect(visits).toBeGreaterThan(10);
    expect(notices).toBeGreaterThan(246);
    const unfindable = `select count(*) from cases.person
      where (match_key = '') <> (given is null and patronymic is null and latin_given is null)`;
    expect(await numbers(unfindable)).toEqual([0]);
  });

  describe('comes, in the register’s statistics, to the totals published for January to September 2016', () => {
    type Asked = Parameters<StatisticsReader['table']>;
    const counted = async (dimensions: Asked[1], filter: Partial<Asked[2]>) => {
      const { reader } = await statisticsRoom(world.database);
      const enkhjargal = await signedInAs(owner, {
        name: 'Энхжаргал',
        role: 'CONSULAR_OFFICER',
        missionId: 'ULN',
      });
      const period = { from: '2016-01', to: '2016-09' };
      return reader.table(enkhjargal, dimensions, { basis: 'OPENED', ...period, ...filter });
    };

    it.each(['OPENED', 'OCCURRED'] as const)('246 involved in crimes and 45 deaths, by %s', async (basis) => {
      const table = await counted(['TYPE'], { basis });
      expect(readable(table)).toEqual({ DETENTION: 246, DEATH: 45 });
      expect([table.total, table.illustrations]).toEqual([291, 291]);
    });

    it('99 imprisoned in 13 countries at the end of September', async () => {
      const table = await counted(['COUNTRY'], { basis: 'OPEN_AT_END', types: ['DETENTION'] });
      expect([table.total, table.cells.length, table.illustrations]).toEqual([99, 13, 99]);
      expect(readable(table)).toMatchObject({ KR: 38, CN: 27 });
    });

    it('which are the figures that the reference data hold', async () => {
      const of = (measure: string) =>
        `(select value from reference.published_figure where year = 2016 and measure = '${measure}')`;
      const held = ['citizens involved in crimes', 'deaths abroad', 'citizens imprisoned'].map(of).join(', ');
      expect(await numbers(`select ${held}`)).toEqual([246, 45, 99]);
    });
  });
});
