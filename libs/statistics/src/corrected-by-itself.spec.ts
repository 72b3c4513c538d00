import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asking } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';
import type { StatisticsReader } from './statistics.reader.js';
import { emptied, foldedCompletely, opened, readable, statisticsRoom } from './testing/index.js';

const year2026 = { basis: 'OPENED', from: '2026-01', to: '2026-12' } as const;

describe('what is corrected by itself', () => {
  let world: World;
  let reader: StatisticsReader;
  let saran: Asking;
  beforeAll(async () => {
    world = await aWorld();
    ({ reader } = await statisticsRoom(world.database));
    saran = await signedInAs(world.owner, { name: 'Saran', role: 'ANALYST' });
  });
  afterAll(() => world.end());
  beforeEach(() => emptied(world.owner));

  const bySex = async () => readable(await reader.table(saran, ['SEX'], year2026));
  const correct = (id: string, change: string) =>
    world.owner.query(
      `update cases.person set ${change} where id = (select subject_id from cases.case_file where id = $1)`,
      [id],
    );
  const facts = async () =>
    (
      await world.owner.query<{ fact: string }>(
        `select sign || ' ' || sex as fact from cases.case_fact order by id`,
      )
    ).rows.map(({ fact }) => fact);

  it.each(['before', 'after'])(
    'counts at once when it is a person’s sex and no case is touched, %s a fold',
    async (when) => {
      const { id } = await opened(world.owner, { sex: 'UNKNOWN' });
      await opened(world.owner, { sex: 'MALE' });
      if (when === 'after') await foldedCompletely(world.owner);
      expect(await bySex()).toEqual({ UNKNOWN: 1, MALE: 1 });

      await correct(id, `sex = 'FEMALE'`);
      expect(await bySex()).toEqual({ FEMALE: 1, MALE: 1 });
      await foldedCompletely(world.owner);
      expect(await bySex()).toEqual({ FEMALE: 1, MALE: 1 });
    },
  );

  it.each(['before', 'after'])(
    'counts at once when it is a case’s and no person is touched, %s a fold',
    async (when) => {
      const { id } = await opened(world.owner);
      if (when === 'after') await foldedCompletely(world.owner);
      const amend = (change: string) =>
        world.owner.query(`update cases.case_file set ${change} where id = $1`, [id]);
      const byCountry = async () => readable(await reader.table(saran, ['COUNTRY', 'CAUSE'], year2026));

      await amend(`host_country = 'JP', cause_code = '07'`);
      expect(await byCountry()).toEqual({ 'JP ICCS.07': 1 });
      await amend(`opened_on = '2025-12-31'`);
      expect(await byCountry()).toEqual({});
      await foldedCompletely(world.owner);
      expect(await byCountry()).toEqual({});
    },
  );

  it('counts in each of a person’s cases', async () => {
    const first = await opened(world.owner, { sex: 'UNKNOWN' });
    const second = await opened(world.owner, { sex: 'UNKNOWN' });
    await world.owner.query(
      `update cases.case_file set subject_id = (select subject_id from cases.case_file where id = $1) where id = $2`,
      [first.id, second.id],
    );
    await correct(first.id, `sex = 'FEMALE'`);
    expect(await bySex()).toEqual({ FEMALE: 2 });
  });

  it('keeps the former fact in the ledger, taken back', async () => {
    const { id } = await opened(world.owner, { sex: 'MALE' });
    await correct(id, `sex = 'OTHER'`);
    expect(await facts()).toEqual(['1 MALE', '-1 MALE', '1 OTHER']);
  });

  it('states no fact anew when it is what is not counted: a name, a birth', async () => {
    const { id } = await opened(world.owner, { sex: 'MALE' });
    await correct(id, `given = 'Бат', birth_on = '1990-01-01', birth_precision = 'YEAR'`);
    expect(await facts()).toEqual(['1 MALE']);
  });
});
