import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import { aWorld, type World } from '#support/world';
import { seedDemo, type SeedReport } from './index.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('seeding the demo', () => {
  let world: World;
  let source: DataSource;
  let codes: Codes;
  let first: SeedReport;

  beforeAll(async () => {
    world = await aWorld();
    source = await new DataSource({ type: 'postgres', url: world.ownerUrl, poolSize: 1 }).initialize();
    codes = await codesFromFiles();
    first = await seedDemo(source.manager, codes, now);
  });

  afterAll(async () => {
    await source.destroy();
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

  it('adds seven people and 673 cases, then nothing, also on another day', async () => {
    const before = await rows();
    expect(first).toEqual({ staff: 7, cases: 673 });
    expect(await seedDemo(source.manager, codes, now)).toEqual({ staff: 0, cases: 0 });
    expect(await seedDemo(source.manager, codes, new Date('2027-02-01T09:00:00Z'))).toEqual({
      staff: 0,
      cases: 0,
    });
    expect(await rows()).toEqual(before);
  });

  it('states a fact for each case, equal to a recount', async () => {
    expect(await numbers('select sum(sign), count(*) from cases.case_fact')).toEqual([673, 673]);
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

  it('comes to the totals published for January to September 2016, on both bases', async () => {
    const suspects = (basis: string) =>
      `select count(*) from cases.case_file where type = 'DETENTION' and ${basis} between '2016-01-01' and '2016-09-30'`;
    const dead = (basis: string) =>
      `select count(*) from cases.case_file where type = 'DEATH' and ${basis} between '2016-01-01' and '2016-09-30'`;
    for (const basis of ['opened_on', 'occurred_on']) {
      expect([basis, ...(await numbers(suspects(basis))), ...(await numbers(dead(basis)))]).toEqual([
        basis,
        246,
        45,
      ]);
    }
    const held = `select count(*), count(distinct host_country), count(*) filter (where illustration)
      from cases.case_file where type = 'DETENTION' and opened_on <= '2016-09-30'
      and (closed_on is null or closed_on > '2016-09-30')`;
    expect(await numbers(held)).toEqual([99, 13, 99]);
  });
});
