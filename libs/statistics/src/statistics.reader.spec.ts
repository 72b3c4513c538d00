import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Asking } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';
import type { Dimension, StatisticsFilter } from './question.js';
import type { StatisticsReader } from './statistics.reader.js';
import { amended, emptied, foldedCompletely, opened, readable, statisticsRoom } from './testing/index.js';

describe('statistics', () => {
  let world: World;
  let reader: StatisticsReader;
  let bolormaa: Asking, tuul: Asking, department: Asking, analyst: Asking;
  const march = { basis: 'OPENED', from: '2026-03', to: '2026-03' } as const;
  const year2026 = { basis: 'OPENED', from: '2026-01', to: '2026-12' } as const;

  beforeAll(async () => {
    world = await aWorld();
    ({ reader } = await statisticsRoom(world.database));
    bolormaa = await signedInAs(world.owner, { name: 'Bolormaa', role: 'OFFICER', missionId: 'SEL' });
    tuul = await signedInAs(world.owner, { name: 'Tuul', role: 'OFFICER', missionId: 'PRG' });
    department = await signedInAs(world.owner, { name: 'Otgon', role: 'CONSULAR_OFFICER', missionId: 'ULN' });
    analyst = await signedInAs(world.owner, { name: 'Saran', role: 'ANALYST' });
  });
  afterAll(() => world.end());
  beforeEach(() => emptied(world.owner));

  const count = async (who: Asking, dimensions: Dimension[], filter: StatisticsFilter) =>
    readable(await reader.table(who, dimensions, filter));

  it('counts a case opened in Seoul in March in March at once, before any fold and after it', async () => {
    await opened(world.owner);
    expect(await count(department, ['COUNTRY', 'CAUSE'], march)).toEqual({ 'KR ICCS.06': 1 });
    await foldedCompletely(world.owner);
    expect(await count(department, ['COUNTRY', 'CAUSE'], march)).toEqual({ 'KR ICCS.06': 1 });
    await opened(world.owner);
    expect(await count(department, ['COUNTRY', 'CAUSE'], march)).toEqual({ 'KR ICCS.06': 2 });
    expect(await count(department, ['MONTH'], year2026)).toEqual({ '2026-03': 2 });
  });

  it('shows Tuul the counts of Prague only, before a fold and after it, by any dimension', async () => {
    await opened(world.owner);
    await opened(world.owner, { mission: 'PRG', country: 'CZ', type: 'LABOUR', cause: 'UNPAID_WAGES' });
    for (const state of ['before the fold', 'after it']) {
      for (const dimensions of [
        ['COUNTRY', 'CAUSE'],
        ['MISSION'],
        ['MONTH', 'SEX'],
        ['YEAR'],
      ] as Dimension[][]) {
        const table = await reader.table(tuul, dimensions, year2026);
        expect([state, table.total]).toEqual([state, 1]);
        expect(JSON.stringify(table)).not.toMatch(/KR|SEL|Seoul|ICCS/);
      }
      await foldedCompletely(world.owner);
    }
    expect(await count(bolormaa, ['MISSION', 'COUNTRY'], year2026)).toEqual({ 'SEL KR': 1 });
  });

  it('refuses Tuul the counts of Seoul instead of answering nought', async () => {
    const asked = reader.table(tuul, ['TYPE'], { ...march, missions: ['SEL'] });
    await expect(asked).rejects.toMatchObject({
      items: [{ code: 'COUNTS_OF_ANOTHER_MISSION', field: 'missions' }],
    });
  });

  it('shows the analyst and the department the counts of every mission', async () => {
    await opened(world.owner);
    await opened(world.owner, { mission: 'PRG', country: 'CZ', sex: 'FEMALE' });
    for (const who of [analyst, department]) {
      expect(await count(who, ['MISSION', 'SEX'], march)).toEqual({ 'SEL MALE': 1, 'PRG FEMALE': 1 });
      expect(await count(who, ['COUNTRY'], march)).toEqual({ KR: 1, CZ: 1 });
    }
  });

  it('does not give one mission the table kept for another', async () => {
    await opened(world.owner);
    expect(await count(bolormaa, ['TYPE'], march)).toEqual({ DETENTION: 1 });
    expect(await count(tuul, ['TYPE'], march)).toEqual({});
    expect(await count(bolormaa, ['TYPE'], march)).toEqual({ DETENTION: 1 });
  });

  it('closes and reopens a case in the stock', async () => {
    const it = await opened(world.owner);
    const stock = (to: string) => count(department, ['TYPE'], { basis: 'OPEN_AT_END', from: '2026-01', to });
    expect(await stock('2026-02')).toEqual({});
    expect(await stock('2026-03')).toEqual({ DETENTION: 1 });
    await amended(world.owner, it, { closedOn: '2026-05-02' });
    await foldedCompletely(world.owner);
    expect([await stock('2026-04'), await stock('2026-05')]).toEqual([{ DETENTION: 1 }, {}]);
    await amended(world.owner, it, { closedOn: null });
    expect(await stock('2026-12')).toEqual({ DETENTION: 1 });
    await foldedCompletely(world.owner);
    expect(await stock('2026-12')).toEqual({ DETENTION: 1 });
  });

  it('shows a stock over the months as what was open at the end of each, and does not add it up', async () => {
    await opened(world.owner, { openedOn: '2025-11-30' });
    await opened(world.owner, { openedOn: '2026-02-01', closedOn: '2026-03-31' });
    const table = await reader.table(department, ['MONTH'], {
      basis: 'OPEN_AT_END',
      from: '2026-01',
      to: '2026-04',
    });
    expect(readable(table)).toEqual({ '2026-01': 1, '2026-02': 2, '2026-03': 1, '2026-04': 1 });
    expect(table).toMatchObject({ total: 1, axes: [{ additive: false }] });
    expect(table.statement).toContain('must not be added up');
  });

  it('follows an amended country, cause and sex', async () => {
    const it = await opened(world.owner);
    await foldedCompletely(world.owner);
    await amended(world.owner, it, { country: 'CN', cause: '05', sex: 'FEMALE', mission: 'BJS' });
    const now = { 'CN ICCS.05 FEMALE': 1 };
    expect(await count(department, ['COUNTRY', 'CAUSE', 'SEX'], march)).toEqual(now);
    await foldedCompletely(world.owner);
    expect(await count(department, ['COUNTRY', 'CAUSE', 'SEX'], march)).toEqual(now);
    expect(await count(bolormaa, ['COUNTRY'], march)).toEqual({});
  });

  it('counts an event of unknown month when the period holds its whole year, and only then', async () => {
    await opened(world.owner, { occurredOn: '2016-01-01', precision: 'YEAR' });
    await opened(world.owner, { occurredOn: '2016-07-01', precision: 'MONTH' });
    await opened(world.owner, { occurredOn: null, precision: 'UNKNOWN' });
    const happened = (from: string, to: string) => ({ basis: 'OCCURRED', from, to }) as const;
    for (const state of ['pending', 'folded']) {
      const table = await reader.table(department, ['MONTH'], happened('2016-01', '2016-12'));
      expect([state, readable(table)]).toEqual([state, { '2016-00': 1, '2016-07': 1 }]);
      expect(table.axes[0]?.categories.at(-1)).toEqual({ code: '2016-00', label: '2016, month unknown' });
      expect(await count(department, ['TYPE'], happened('2016-01', '2016-12'))).toEqual({ DETENTION: 2 });
      expect(await count(department, ['TYPE'], happened('2016-01', '2016-11'))).toEqual({ DETENTION: 1 });
      expect(await count(department, ['TYPE'], happened('2015-08', '2017-05'))).toEqual({ DETENTION: 2 });
      await foldedCompletely(world.owner);
    }
  });

  it('counts events of unknown month alone when asked to, and keeps their table apart from the others', async () => {
    await opened(world.owner, { occurredOn: '2016-01-01', precision: 'YEAR' });
    await opened(world.owner, { occurredOn: '2016-01-01', precision: 'YEAR', mission: 'PRG', country: 'CZ' });
    await opened(world.owner, { occurredOn: '2017-01-01', precision: 'YEAR' });
    await opened(world.owner, { occurredOn: '2016-07-01', precision: 'MONTH' });
    const over = { basis: 'OCCURRED', from: '2016-01', to: '2017-06' } as const;
    for (let state = 0; state < 2; state += 1) {
      const unknown = { ...over, monthUnknown: true };
      expect(await count(department, ['COUNTRY'], over)).toEqual({ KR: 2, CZ: 1 });
      expect(await count(department, ['COUNTRY'], unknown)).toEqual({ KR: 1, CZ: 1 });
      expect(await count(department, ['COUNTRY'], { ...over, monthUnknown: false })).toEqual({
        KR: 2,
        CZ: 1,
      });
      expect(await count(department, ['YEAR', 'MONTH'], unknown)).toEqual({ '2016 2016-00': 2 });
      expect(await count(tuul, ['MISSION'], unknown)).toEqual({ PRG: 1 });
      await foldedCompletely(world.owner);
    }
  });

  it('says how many are fictional illustrations', async () => {
    await opened(world.owner);
    await opened(world.owner, { illustration: true });
    expect(await reader.table(department, ['TYPE'], march)).toMatchObject({ total: 2, illustrations: 1 });
    await foldedCompletely(world.owner);
    expect(await reader.table(department, ['TYPE'], march)).toMatchObject({ total: 2, illustrations: 1 });
  });

  it('keeps causes of the same code in different lists apart', async () => {
    await opened(world.owner, { type: 'INSURANCE', cause: 'TRAVEL' });
    await opened(world.owner, { type: 'MISSING', cause: 'TRAVEL' });
    await opened(world.owner, { type: 'CRIME_VICTIM', cause: '06' });
    await opened(world.owner);
    const all = { 'ICCS.06': 2, 'MISSING_CIRCUMSTANCE.TRAVEL': 1, 'INSURANCE_SCHEME.TRAVEL': 1 };
    expect(await count(department, ['CAUSE'], march)).toEqual(all);
    expect(await count(department, ['TYPE'], { ...march, causes: ['MISSING_CIRCUMSTANCE.TRAVEL'] })).toEqual({
      MISSING: 1,
    });
    expect(await count(department, ['TYPE'], { ...march, causes: ['TRAVEL'] })).toEqual({
      MISSING: 1,
      INSURANCE: 1,
    });
  });

  it('speaks the language of the reader, and keeps a table for each', async () => {
    await opened(world.owner);
    const inMongolian = await reader.table({ ...department, language: 'mn' }, ['COUNTRY'], march);
    const inEnglish = await reader.table(department, ['COUNTRY'], march);
    expect(inMongolian.axes[0]?.categories[0]?.label).toMatch(/Солонгос/);
    expect(inEnglish.axes[0]?.categories[0]?.label).toMatch(/Korea/);
  });

  it('shows what was asked for by name even when there is none', async () => {
    const table = await reader.table(department, ['COUNTRY'], { ...march, countries: ['KR', 'CZ'] });
    expect(table.axes[0]?.categories.map(({ code }) => code).sort()).toEqual(['CZ', 'KR']);
    expect(table.cells).toEqual([]);
  });

  it('counts once for many who ask at once, and answers each in their own name', async () => {
    await opened(world.owner);
    await foldedCompletely(world.owner);
    const trips = jest.spyOn(world.database, 'oneTrip');
    const tables = await Promise.all(
      Array.from({ length: 12 }, (_, at) => reader.table(at % 2 ? analyst : department, ['CAUSE'], year2026)),
    );
    expect(tables.map(readable)).toEqual(Array.from({ length: 12 }, () => ({ 'ICCS.06': 1 })));
    const counting = trips.mock.calls.filter(([trip]) =>
      trip.some(({ text }) => text.includes('stat.world_year')),
    );
    expect([counting.length, trips.mock.calls.length]).toEqual([1, 12]);
    trips.mockRestore();
  });

  it('goes on when the one who was counting fails', async () => {
    await opened(world.owner);
    const gone = await signedInAs(world.owner, { name: 'Gone', role: 'ANALYST' });
    await world.owner.query('delete from access.session where token_hash = $1', [gone.tokenHash]);
    const [failed, counted] = await Promise.allSettled([
      reader.table(gone, ['TYPE'], march),
      reader.table(analyst, ['TYPE'], march),
    ]);
    expect([failed.status, counted.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('ends with the session, also when the table is at hand', async () => {
    const gone = await signedInAs(world.owner, { name: 'Gone', role: 'ANALYST' });
    await reader.table(gone, ['TYPE'], march);
    await world.owner.query('delete from access.session where token_hash = $1', [gone.tokenHash]);
    await expect(reader.table(gone, ['TYPE'], march)).rejects.toThrow('session is not live');
  });
});
