import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Codes } from '../codes.js';
import { codesFromFiles } from '../testing/index.js';
import { ReferenceViews } from './reference.views.js';

describe('the reader’s view of the codes', () => {
  let codes: Codes;
  let views: ReferenceViews;
  beforeAll(async () => {
    codes = await codesFromFiles();
    views = new ReferenceViews(codes);
  });

  it('shows the same mission in the language of each reader', () => {
    expect(views.mission('SEL', 'en')).toEqual({
      id: 'SEL',
      label: 'Embassy in Seoul',
      kind: 'embassy',
      country: { code: 'KR', label: 'Korea, Republic of' },
      timeZone: 'Asia/Seoul',
    });
    expect(views.mission('SEL', 'mn').label).toBe('Сөүл дэх ЭСЯ');
  });

  it('sorts by the alphabet of the reader: Ө after О', () => {
    const labels = views.countries('mn').map((country) => country.label);
    expect(labels.indexOf('Орос')).toBeLessThan(labels.indexOf('Өмнөд Солонгос'));
    expect(labels.indexOf('Өмнөд Солонгос')).toBeLessThan(labels.indexOf('Панам'));
    expect(labels[0]).toBe('Австрали');
  });

  it('puts the consular department before the missions', () => {
    expect(
      views
        .missions('en')
        .map((mission) => mission.id)
        .slice(0, 3),
    ).toEqual(['ULN', 'AUH', 'ANK']);
  });

  it('shows nothing for no code, and an unknown code as itself', () => {
    expect(views.item('OUTCOME', null, 'en')).toBeNull();
    expect(views.item('OUTCOME', 'NEW_ONE', 'en')).toMatchObject({ code: 'NEW_ONE', label: 'NEW_ONE' });
    expect(views.item('OUTCOME', 'ACQUITTED', 'en')).toMatchObject({ caseType: 'DETENTION', parent: null });
  });

  it('makes a view once, and anew after the data were reloaded', async () => {
    const before = views.country('KR', 'mn');
    expect(views.country('KR', 'mn')).toBe(before);
    await codes.reload();
    expect(views.country('KR', 'mn')).not.toBe(before);
  });
});
