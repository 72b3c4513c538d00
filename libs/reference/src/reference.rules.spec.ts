import { describe, expect, it } from '@jest/globals';
import { readReferenceFiles, referenceDataVersion } from './reference.files.js';
import { type ReferenceData } from './reference.rows.js';
import { problemsIn } from './reference.rules.js';

const data = readReferenceFiles();

/** The real data with one thing spoilt. */
function spoilt(spoil: (copy: ReferenceData) => void): string[] {
  const copy = structuredClone(data);
  spoil(copy);
  return problemsIn(copy);
}

function first<T>(rows: T[], which: (row: T) => boolean): T {
  const found = rows.find(which);
  if (!found) throw new Error('the data have no such row');
  return found;
}

describe('the reference files', () => {
  it('do not contradict themselves', () => {
    expect(problemsIn(data)).toEqual([]);
  });

  it('hold 51 missions and the consular department', () => {
    const kinds = data.missions.map((row) => row.kind);
    const count = (kind: string) => kinds.filter((other) => other === kind).length;
    expect([
      count('embassy'),
      count('permanent_mission'),
      count('consulate_general'),
      count('consulate'),
    ]).toEqual([36, 2, 9, 4]);
    expect(data.missions.filter((row) => row.kind === 'ministry').map((row) => row.id)).toEqual(['ULN']);
  });

  it('hold every country of ISO 3166-1, the Netherlands Antilles and international waters', () => {
    expect(data.countries).toHaveLength(251);
    expect(data.countries.map((row) => row.code)).toEqual(expect.arrayContaining(['AN', 'XZ', 'KR', 'MN']));
  });

  it('give an outcome for every case type and a list of causes for each', () => {
    const types = data.items.filter((row) => row.list === 'CASE_TYPE');
    const outcomes = data.items.filter((row) => row.list === 'OUTCOME');
    expect(types).toHaveLength(8);
    for (const type of types) {
      expect(outcomes.map((row) => row.attributes.caseType)).toContain(type.code);
    }
  });

  it('let every cause be unknown', () => {
    const causeLists = data.items.flatMap((row) => row.attributes.causeList ?? []);
    const unknown = data.items.filter((row) => row.code === 'UNKNOWN').map((row) => row.list);
    expect(unknown).toEqual(expect.arrayContaining(causeLists));
  });

  it('put every ICD-10 block of chapter XX inside the range of its parent', () => {
    const blocks = data.items.filter((row) => row.list === 'ICD10' && row.attributes.level === 'BLOCK');
    expect(blocks).toHaveLength(39);
    for (const { code, parent } of blocks) {
      const [from = '', to = ''] = code.split('-');
      const [parentFrom = '', parentTo = ''] = (parent ?? '').split('-');
      expect([code, from >= parentFrom && to <= parentTo]).toEqual([code, true]);
    }
  });

  it('keep what others published as they published it', () => {
    const of2016 = data.publishedFigures.filter((row) => row.year === 2016);
    expect(of2016.map((row) => row.value)).toEqual([45, 246, 99, 40]);
  });

  it('have one version for one content', () => {
    expect(referenceDataVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(referenceDataVersion()).toBe(referenceDataVersion());
  });
});

describe('a contradiction in the files is named', () => {
  it.each<[string, (copy: ReferenceData) => void, string]>([
    [
      'a country with two missions',
      (copy) =>
        copy.districts.push({ ...first(copy.districts, (r) => r.country === 'CZ'), missionId: 'VIE' }),
      'district CZ: PRG and VIE at the same time',
    ],
    [
      'a permanent mission that covers a country',
      (copy) => (first(copy.districts, (r) => r.country === 'SK').missionId = 'GVA'),
      'district GVA/SK: a permanent mission covers no country',
    ],
    [
      'a consulate before the embassy',
      (copy) => (first(copy.districts, (r) => r.country === 'KR').missionId = 'PUS'),
      'district PUS/KR: the embassy there goes before a consulate',
    ],
    [
      'an embassy without a district',
      (copy) => (copy.districts = copy.districts.filter((r) => r.country !== 'JP')),
      'district: JP has an embassy but no mission covers it',
    ],
    [
      'a mission in no country',
      (copy) => (first(copy.missions, (r) => r.id === 'PUS').country = 'QQ'),
      'mission PUS: no country QQ',
    ],
    [
      'a time zone that there is not',
      (copy) => (first(copy.missions, (r) => r.id === 'SEL').timeZone = 'Asia/Seul'),
      'mission SEL: no time zone Asia/Seul',
    ],
    [
      'a label in one language only',
      (copy) => (first(copy.items, (r) => r.list === 'ICCS' && r.code === '05').labelMn = ''),
      'code ICCS/05: no Mongolian label',
    ],
    [
      'a parent that there is not',
      (copy) => (first(copy.items, (r) => r.code === 'V01-V09').parent = 'V00-V99'),
      'code ICD10/V01-V09: no parent V00-V99',
    ],
    [
      'the same code twice',
      (copy) => copy.items.push(first(copy.items, (r) => r.list === 'SEX')),
      'code SEX/MALE: more than once',
    ],
    [
      'an end before the beginning',
      (copy) => (first(copy.items, (r) => r.code === 'WORK_ACCIDENT').validTo = '1899-12-31'),
      'code LABOUR_ISSUE/WORK_ACCIDENT: it ends before it begins',
    ],
    [
      'a count that is none',
      (copy) => (first(copy.population, (r) => r.country === 'KR' && r.year === 2010).n = Number.NaN),
      'population KR 2010-11: no count',
    ],
  ])('%s', (_what, spoil, sentence) => {
    expect(spoilt(spoil)).toEqual([sentence]);
  });
});
