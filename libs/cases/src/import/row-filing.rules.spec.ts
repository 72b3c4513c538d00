import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformWords, Words } from '#platform';
import { codesFromFiles } from '#reference/testing';
import type { Codes } from '#reference';
import { casesWords } from '../cases.words.js';
import { completed, faultsOf } from '../filing/completing.js';
import { listsOf } from '../filing/lists.js';
import { BUILT_IN_PROFILES } from './profile.files.js';
import type { Profile } from './profile.js';
import { readProfile } from './profile.reader.js';
import { listsOfProfiles, referenceLists } from './reference-lists.js';
import { fileRow } from './row-filing.rules.js';
import type { RowText } from './rows.rules.js';

const ROW: RowText = {
  date: '2008-03-08',
  place: 'Seoul, South Korea',
  country: 'KR',
  cause: 'Drowning',
  meaning: { manner: 'ACCIDENT', icd10: 'W65-W74' },
};

describe('a row of a file', () => {
  let codes: Codes;
  let profile: Profile;

  beforeAll(async () => {
    codes = await codesFromFiles();
    const text = await readFile(join(BUILT_IN_PROFILES, 'us-deaths.yaml'), 'utf8');
    profile = readProfile(text, 'us-deaths.yaml', listsOfProfiles(codes));
  });

  const filed = (row: Partial<RowText>, of: Partial<Profile['case']> = {}) => {
    const changed = { ...profile, case: { ...profile.case, ...of } };
    const order = { profile: changed, fileName: 'deaths.csv', staffId: null, lists: referenceLists(codes) };
    return fileRow(order, { ...ROW, ...row }, { rowNo: 7, identity: 'k' });
  };

  it('becomes the case that filing would make of the same words', () => {
    const at = {
      missionId: 'SEL',
      timeZone: 'Asia/Seoul',
      today: '2026-11-22',
      now: Date.parse('2026-11-22T03:00:00Z'),
      year: 2008,
      registeredBy: null,
    };
    const filing = {
      id: '',
      type: 'DEATH' as const,
      hostCountry: 'KR',
      place: 'Seoul, South Korea',
      occurred: { date: '2008-03-08', precision: 'DAY' as const },
      awareAt: '2008-03-08T03:00:00.000Z',
      source: 'MINISTRY',
      summary: 'Death abroad: Drowning. Seoul, South Korea',
      subject: {},
      death: { manner: 'ACCIDENT', icd10: 'W65-W74', causeText: 'Drowning' },
    };
    expect(faultsOf(filing, at, listsOf(codes)).items).toEqual([]);
    const { id, type, source, registeredBy, contentHash, person, ...desk } = completed(filing, at);
    expect([id, type, source, registeredBy, contentHash, person.matchKey]).toEqual([
      '',
      'DEATH',
      'MINISTRY',
      null,
      null,
      '',
    ]);
    expect(filed({})).toEqual({
      filed: { ...desk, closedOn: '2008-03-08', importKey: 'k', note: 'us-deaths: deaths.csv, 7' },
    });
  });

  it('counts as learned of at noon by the clock of its post, whatever the season', () => {
    const aware = (date: string, country: string) => {
      const made = filed({ date, country });
      return 'filed' in made && made.filed.awareAt;
    };
    expect(aware('2008-07-01', 'CZ')).toBe('2008-07-01T10:00:00.000Z');
    expect(aware('2008-01-01', 'CZ')).toBe('2008-01-01T11:00:00.000Z');
    expect(aware('2008-01-01', 'US')).toBe('2008-01-01T17:00:00.000Z');
  });

  it('of today in a country where the day begins before it does at the post is no future, and learned of on the day at the post', () => {
    jest.useFakeTimers({
      now: Date.parse('2026-03-09T12:30:00Z'),
      doNotFake: ['queueMicrotask', 'nextTick'],
    });
    try {
      expect(referenceLists(codes).postFor('NZ').today).toBe('2026-03-09');
      const made = filed({ country: 'NZ', date: '2026-03-10' });
      expect(made).toMatchObject({
        filed: {
          openedOn: '2026-03-09',
          closedOn: '2026-03-09',
          awareAt: '2026-03-09T01:00:00.000Z',
          occurred: { date: '2026-03-10' },
        },
      });
      expect(filed({ country: 'NZ', date: '2026-03-11' })).toMatchObject({
        problem: { code: 'FUTURE_DATE' },
      });
    } finally {
      jest.useRealTimers();
    }
  });

  it('says in its summary what the file says, even where a cause looks like a place for another', () => {
    const made = filed({ cause: 'Fell at {place}', place: 'Ulsan' });
    expect(made).toMatchObject({ filed: { summary: 'Death abroad: Fell at {place}. Ulsan' } });
  });

  it.each([
    [{ meaning: { manner: 'ACCIDENT', icd10: 'V00' } }, {}, 'UNKNOWN_CODE', 'causes.icd10'],
    [{ date: '1899-12-31' }, {}, 'TOO_OLD', 'date_of_death'],
    [{ date: '2999-01-01' }, {}, 'FUTURE_DATE', 'date_of_death'],
    [{ country: 'QQ' }, {}, 'UNKNOWN_CODE', 'country_alpha3'],
    [{}, { summary: '' }, 'REQUIRED', 'case.summary'],
    [{}, { source: 'NOBODY' }, 'UNKNOWN_CODE', 'case.source'],
    // The one rule between fields that a row can break: nobody is named, so there is no birth, and a death has no other dates.
    [{}, { source: 'SELF' }, 'SOURCE_IS_SUBJECT', 'case.source'],
  ])(
    'with %j and %j is refused as filing refuses it, with where it comes from',
    async (row, of, code, field) => {
      const made = filed(row, of);
      const problem = 'problem' in made ? made.problem : undefined;
      expect(problem).toMatchObject({ code, field });
      const words = await Words.of([platformWords, casesWords]);
      const said = words.refusal(problem as NonNullable<typeof problem>, 'mn');
      expect(said.message.length * said.remedy.length).toBeGreaterThan(100);
    },
  );
});
