import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codesFromFiles } from '#reference/testing';
import { isDateFormat } from './dates.rules.js';
import { BUILT_IN_PROFILES, listProfiles, profileNamed } from './profile.files.js';
import { ProfileError, readProfile } from './profile.reader.js';

const text = readFileSync(join(BUILT_IN_PROFILES, 'us-deaths.yaml'), 'utf8');
const reference = await codesFromFiles();
const codes = new Map(
  ['DEATH_MANNER', 'ICD10', 'SOURCE', 'OUTCOME'].map((list) => [
    list,
    new Set(reference.list(list).map((item) => item.code)),
  ]),
);
codes.set('COUNTRY', new Set(['AN', 'XZ']));

/** What is wrong after a clerk's edit: `line key`. */
function problemsAfter(from: string, to: string): string[] {
  expect(text).toContain(from);
  try {
    readProfile(text.replace(from, to), 'mine.yaml', codes);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    for (const { problem, remedy } of error.problems) expect(problem && remedy).toBeTruthy();
    return error.problems.map(({ line, key }) => `${line} ${key}`);
  }
  return [];
}

const lineOf = (fragment: string) => text.slice(0, text.indexOf(fragment)).split('\n').length;

describe('a profile', () => {
  it('of the register itself is in order, in both languages', async () => {
    expect(readProfile(text, 'us-deaths.yaml', codes)).toMatchObject({
      name: 'us-deaths',
      countries: { ANT: 'AN', XZ: 'XZ' },
      case: { source: 'MINISTRY', status: 'CLOSED', opened: 'date', illustration: false },
    });
    expect([...(await listProfiles([BUILT_IN_PROFILES])).keys()]).toEqual(['us-deaths']);
  });

  it.each([
    [
      'a code that is not in the list',
      'icd10: V95-V97',
      'icd10: V95-V98',
      "'Air Accident'",
      'causes.Air Accident.icd10',
    ],
    ['a manner misspelt', 'manner: SUICIDE', 'manner: SUICIDES', "'Suicide'", 'causes.Suicide.manner'],
    ['an unknown source', 'source: MINISTRY', 'source: NEWSPAPER', 'source:', 'case.source'],
    ['an unknown country', 'ANT: AN', 'ANT: Q1', 'ANT: AN', 'countries.ANT'],
    [
      'a form of dates that is none',
      'format: yyyy/MM/dd',
      'format: YYYY-MM-DD',
      'format:',
      'columns.date.format',
    ],
    ['a status that imports do not make', 'status: CLOSED', 'status: TRIAGED', 'status:', 'case.status'],
    ['the dead as those who told', 'source: MINISTRY', 'source: SELF', 'source:', 'case.source'],
    [
      'a century for years of four digits',
      'column: date_of_death',
      'column: date_of_death\n    firstYear: 1930',
      'format:',
      'columns.date.firstYear',
    ],
    ['a key misspelt', '  place: place', '  plaice: place', '  place: place', 'columns.plaice'],
    ['a list that is none', 'ignore: []', 'ignore: name', 'ignore:', 'columns.ignore'],
  ])('with %s is refused by line and key', (_, from, to, at, key) => {
    expect(problemsAfter(from, to)).toContain(`${lineOf(at)} ${key}`);
  });

  it('with a missing key, a text twice or broken YAML is refused too', () => {
    expect(problemsAfter('  cause: cause_of_death\n', '')).toEqual([`${lineOf('columns:')} columns.cause`]);
    expect(problemsAfter("'Homicide'", "'  suicide'")).toEqual([`${lineOf("'Suicide'")} causes.Suicide`]);
    expect(problemsAfter("'Homicide': {", "'Homicide': [")).not.toEqual([]);
    expect(() => readProfile('', 'empty.yaml')).toThrow(ProfileError);
    expect(() => readProfile('- 1\n- 2', 'list.yaml')).toThrow(ProfileError);
  });

  it('is asked for by name, never by a path', async () => {
    await expect(profileNamed('../profiles/us-deaths', [BUILT_IN_PROFILES])).rejects.toThrow(
      'UNKNOWN_PROFILE',
    );
  });
});

describe('a form of dates', () => {
  it.each(['yyyy/MM/dd', 'd.M.yyyy', 'dd-MM-yyyy', 'MM/dd/yyyy'])('may be %s', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });
  it.each(['', 'yyyy', 'yyyy/MM', 'yyyy/MM/dd/dd', 'yyyyMMdd', 'YYYY-MM-DD', 'yyyy/MMM/dd', 'dd/dd/yyyy'])(
    'may not be %s',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});
