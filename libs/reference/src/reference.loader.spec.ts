import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aWorld, type World } from '#support/world';
import { Codes } from './codes.js';
import { DATA_FOLDER } from './reference.files.js';
import { loadReferenceData } from './reference.loader.js';
import { readSnapshot } from './reference.snapshot.js';

describe('loading the reference data', () => {
  let world: World;
  let source: DataSource;
  let folder: string;

  beforeAll(async () => {
    world = await aWorld();
    source = await new DataSource({ type: 'postgres', url: world.ownerUrl, poolSize: 1 }).initialize();
    folder = mkdtempSync(join(tmpdir(), 'elchin-reference-'));
  });

  afterAll(async () => {
    await source.destroy();
    await world.end();
    rmSync(folder, { recursive: true });
  });

  /** The data files with one of them edited, as a clerk would. */
  const edited = (name: string, edit: (content: string) => string): string => {
    cpSync(DATA_FOLDER, folder, { recursive: true });
    const file = join(folder, name);
    const content = readFileSync(file, 'utf8');
    const changed = edit(content);
    if (changed === content) throw new Error(`the edit of ${name} changes nothing`);
    writeFileSync(file, changed);
    return folder;
  };

  const codes = async (): Promise<Codes> => {
    const found = new Codes(() => readSnapshot(world.database));
    await found.reload();
    return found;
  };

  const countRows = async (): Promise<string[]> => {
    const tables = ['country', 'mission', 'mission_district', 'code_list', 'code_item', 'population_abroad'];
    const counts = tables.map((table) => `select count(*) from reference.${table}`).join(' union all ');
    return (await world.owner.query<{ count: string }>(counts)).rows.map((row) => row.count);
  };

  it('adds nothing the second time', async () => {
    const before = await countRows();
    expect(before).toEqual(['251', '52', '111', '27', '511', '49']);
    expect(await loadReferenceData(source.manager)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await countRows()).toEqual(before);
  });

  it('gives the application everything, which may read but not write', async () => {
    const loaded = await codes();
    expect(loaded.missionFor('UZ')).toBe('TAS');
    expect(loaded.item('OUTCOME', 'ACQUITTED')).toMatchObject({
      labelEn: 'Acquitted',
      attributes: { caseType: 'DETENTION' },
    });
    expect(loaded.country('AN')).toMatchObject({ alpha3: 'ANT', validTo: '2010-12-15' });
    const write = { name: 'write', text: "update reference.country set label_en = 'X'", values: [] };
    await expect(world.database.oneTrip([write])).rejects.toThrow('permission denied');
  });

  it('takes over a corrected label, and counts it', async () => {
    const corrected = edited('code-lists/SEX.csv', (csv) => csv.replace('Эрэгтэй', 'Эр'));
    expect(await loadReferenceData(source.manager, corrected)).toMatchObject({
      added: 0,
      changed: 1,
      removed: 0,
    });
    expect((await codes()).label('SEX', 'MALE', 'mn')).toBe('Эр');
    expect(await loadReferenceData(source.manager)).toMatchObject({ changed: 1 });
  });

  it('closes a code that left its file, without deleting it, and opens it again when it comes back', async () => {
    const without = edited('code-lists/SOURCE.csv', (csv) => csv.replace(/^MEDIA,.*\n/m, ''));
    expect(await loadReferenceData(source.manager, without)).toMatchObject({ removed: 1 });
    const closed = await codes();
    expect(closed.has('SOURCE', 'MEDIA')).toBe(false);
    expect(closed.label('SOURCE', 'MEDIA', 'en')).toBe('Media');
    await loadReferenceData(source.manager);
    expect((await codes()).has('SOURCE', 'MEDIA')).toBe(true);
  });

  it('hands a country from one mission to the next on a day', async () => {
    const moved = edited('districts.csv', (csv) =>
      csv.replace(
        /^SK,PRG,SIDE,medium,,,.*$/m,
        (row) => `${row.replace(',,,', ',,2026-07-01,')}\nSK,VIE,SIDE,high,2026-07-01,,test,test`,
      ),
    );
    expect(await loadReferenceData(source.manager, moved)).toMatchObject({ added: 1, changed: 1 });
    const after = await codes();
    expect(after.missionFor('SK', '2026-06-30')).toBe('PRG');
    expect(after.missionFor('SK', '2026-07-01')).toBe('VIE');
    expect(await loadReferenceData(source.manager)).toMatchObject({ removed: 1, changed: 1 });
    expect((await codes()).missionFor('SK', '2026-07-01')).toBe('PRG');
  });

  it('forgets a change announced for a later day, when it is called off', async () => {
    const announced = edited('districts.csv', (csv) => `${csv}HT,WAS,SIDE,low,2999-01-01,,,test\n`);
    await loadReferenceData(source.manager, announced);
    expect((await codes()).missionFor('HT', '2999-01-01')).toBe('WAS');
    expect(await loadReferenceData(source.manager)).toMatchObject({ removed: 1 });
    expect((await codes()).missionFor('HT', '2999-01-01')).toBe('ULN');
  });

  it('loads nothing of files that contradict themselves, and says all that is wrong', async () => {
    const before = await countRows();
    const broken = edited('districts.csv', (csv) => `${csv}XX,QQQ,SIDE,high,,,,test\n`);
    const load = loadReferenceData(source.manager, broken);
    await expect(load).rejects.toThrow('district QQQ/XX: no such country\ndistrict QQQ/XX: no such mission');
    expect(await countRows()).toEqual(before);
  });

  it('is guarded by the database too: two missions for one country at a time are refused', async () => {
    const insert = `insert into reference.mission_district
      (country, mission_id, basis, confidence, valid_from, source) values ('CZ', 'VIE', 'SIDE', 'low', '2026-01-01', 'test')`;
    await expect(world.owner.query(insert)).rejects.toThrow('one_mission_at_a_time');
  });
});
