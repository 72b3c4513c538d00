import { beforeAll, describe, expect, it } from '@jest/globals';
import { Codes } from './codes.js';
import { listNames } from './list-names.words.js';
import { readReferenceFiles } from './reference.files.js';
import { codesFromFiles } from './testing/index.js';

describe('codes', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });

  it.each([
    ['KR', 'SEL', 'the embassy, not the consulate in Busan'],
    ['CZ', 'PRG', 'the embassy'],
    ['SK', 'PRG', 'accredited from Prague'],
    ['HK', 'HKG', 'a consulate general with a district of its own'],
    ['GL', 'STO', 'a territory follows its State'],
    ['AN', 'BRU', 'a country that is no more still has its mission'],
    ['CH', 'ULN', 'a permanent mission covers no country'],
    ['HT', 'ULN', 'no mission covers it'],
    ['XZ', 'ULN', 'international waters'],
    ['??', 'ULN', 'no country at all'],
  ])('give the cases of %s to %s: %s', (country, mission) => {
    expect(codes.missionFor(country)).toBe(mission);
  });

  it('give Uzbekistan to Tashkent only since the embassy opened', () => {
    expect(codes.missionFor('UZ', '2024-06-24')).toBe('ULN');
    expect(codes.missionFor('UZ', '2024-06-25')).toBe('TAS');
  });

  it('label in both languages, and show an unknown code as itself', () => {
    expect(codes.label('ICD10', 'W65-W74', 'en')).toBe('Accidental drowning and submersion');
    expect(codes.label('SEX', 'FEMALE', 'mn')).toBe('Эмэгтэй');
    expect(codes.label('SEX', 'X', 'mn')).toBe('X');
  });

  it('have lists that a sentence can name in both languages', () => {
    const unnamed = codes.lists().filter(({ name }) => !listNames[name]?.en || !listNames[name].mn);
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('know a country that is no more, but do not offer it', () => {
    expect(codes.country('AN')?.labelEn).toBe('Netherlands Antilles');
    expect(codes.countryByAlpha3('ANT')?.code).toBe('AN');
    expect(codes.countries().map((country) => country.code)).not.toContain('AN');
    expect(codes.countries('2005-01-01').map((country) => country.code)).toContain('AN');
  });

  it('name the list of causes of a case type', () => {
    expect(codes.causeListOf('DEATH')).toBe('ICD10');
    expect(codes.causeListOf('LABOUR')).toBe('LABOUR_ISSUE');
    expect(codes.causeListOf('SOMETHING')).toBeUndefined();
  });

  it('keep a withdrawn code readable, and no longer offer it from its last day on', async () => {
    const data = readReferenceFiles();
    for (const item of data.items)
      if (item.list === 'SOURCE' && item.code === 'MEDIA') item.validTo = '2026-06-01';
    const later = new Codes(() => data);
    await later.reload();
    expect(later.has('SOURCE', 'MEDIA', '2026-05-31')).toBe(true);
    expect(later.has('SOURCE', 'MEDIA', '2026-06-01')).toBe(false);
    expect(later.list('SOURCE', '2026-06-01').map((item) => item.code)).not.toContain('MEDIA');
    expect(later.label('SOURCE', 'MEDIA', 'en')).toBe('Media');
  });
});
