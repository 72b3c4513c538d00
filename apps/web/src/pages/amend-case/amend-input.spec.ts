import { describe, expect, it } from 'vitest';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { amendInput, changesWhatWasSaid } from './amend-input.ts';
import { publishedShapes as types } from '../../cases/published-shapes.generated.ts';

const file = {
  id: 'x',
  version: 3,
  type: 'CRIME_VICTIM',
  mission: { timeZone: 'Asia/Seoul' },
} as CaseFileData;
const before = {
  type: 'CRIME_VICTIM',
  summary: 'Хэрэг',
  'subject.sex': 'UNKNOWN',
  'occurred.year': '2026',
  'crimeVictim.offence': '02',
  'awareAt.year': '2026',
  'awareAt.month': '3',
  'awareAt.day': '9',
  'awareAt.time': '14:00',
};

describe('whether a reason is asked for', () => {
  it.each([
    ['nothing changes', {}, false],
    ['a place is filled in', { place: 'Пусан' }, false],
    ['a sex that was not known is filled in', { 'subject.sex': 'MALE' }, false],
    ['a date of birth is filled in', { 'subject.birth.year': '1990', 'subject.birth.day': '1' }, false],
    ['only the reason is written', { reason: 'Учир' }, false],
    ['a summary changes', { summary: 'Өөр' }, true],
    ['a summary is taken away', { summary: '' }, true],
    ['a month is added to a year', { 'occurred.month': '3' }, true],
    ['the time of learning changes', { 'awareAt.time': '15:00' }, true],
    ['the type changes', { type: 'DEATH' }, true],
  ])('when %s', (_, change, asked) => {
    expect(changesWhatWasSaid(before, { ...before, ...change })).toBe(asked);
  });
});

describe('what is sent', () => {
  it('is nothing when nothing changed, whatever the reason says', () => {
    expect(amendInput(file, types, before, { ...before, reason: 'Учир' })).toBeNull();
  });

  it('is the part that changed, on the version that was read', () => {
    expect(amendInput(file, types, before, { ...before, place: ' Пусан ' })).toEqual({
      id: 'x',
      version: 3,
      reason: null,
      place: 'Пусан',
    });
  });

  it('is the whole record of a new type, and nothing of the former one', () => {
    const sent = amendInput(file, types, before, {
      ...before,
      type: 'MISSING',
      'missing.circumstance': 'TRAVEL',
      reason: 'Учир',
    });
    expect(sent).toMatchObject({ type: 'MISSING', missing: { circumstance: 'TRAVEL', lastSeenOn: null } });
    expect(sent).not.toHaveProperty('crimeVictim');
  });

  it('is the instant on the clock of the mission', () => {
    expect(amendInput(file, types, before, { ...before, 'awareAt.day': '8' })).toMatchObject({
      awareAt: '2026-03-08T05:00:00.000Z',
    });
  });
});
