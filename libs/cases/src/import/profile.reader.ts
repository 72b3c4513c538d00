import { death } from '../records/death/death.record.js';
import { hasShortYear, isDateFormat } from './dates.rules.js';
import { type Cause, causeKey, type Profile } from './profile.js';
import { type Path, type ProfileProblem, Reader } from './profile.keys.js';

export type { ProfileProblem } from './profile.keys.js';

export class ProfileError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly ProfileProblem[],
  ) {
    super(
      `The profile ${file} cannot be used:\n` +
        problems.map((p) => `  line ${p.line}, ${p.key}: ${p.problem} ${p.remedy}`).join('\n'),
    );
    this.name = 'ProfileError';
  }
}

/**
 * Reads a profile.
 * @param text YAML.
 * @param file its name, for the message.
 * @param codes the lists DEATH_MANNER, ICD10, SOURCE and OUTCOME, and the countries under COUNTRY; left out, codes are
 *   not checked.
 * @throws ProfileError with every mistake found: line, key, remedy.
 */
export function readProfile(
  text: string,
  file: string,
  codes?: ReadonlyMap<string, ReadonlySet<string>>,
): Profile {
  const reader = new Reader(text);
  if (reader.problems.length > 0) throw new ProfileError(file, reader.problems);
  reader.onlyKeys([], ['name', 'label', 'file', 'columns', 'countries', 'case', 'causes']);
  const profile: Profile = {
    name: readName(reader),
    label: { en: reader.text(['label', 'en']), mn: reader.text(['label', 'mn']) },
    encoding: reader.text(['file', 'encoding'], {
      orElse: 'utf-8',
      allowed: ['utf-8', 'windows-1251'],
    }) as Profile['encoding'],
    columns: readColumns(reader),
    countries: Object.fromEntries(
      reader.keys(['countries']).map((key) => [key.toUpperCase(), reader.text(['countries', key])]),
    ),
    case: readCase(reader),
    causes: readCauses(reader),
  };
  if (codes) checkCodes(reader, profile, codes);
  if (reader.problems.length > 0) throw new ProfileError(file, reader.problems);
  return profile;
}

function readName(reader: Reader): string {
  const name = reader.text(['name'], { example: 'us-deaths' });
  if (name && !/^[a-z0-9][a-z0-9-]{0,49}$/.test(name)) {
    reader.add(['name'], `"${name}" is not a name.`, 'Use up to 50 small letters a-z, digits and dashes.');
  }
  return name;
}

function readColumns(reader: Reader): Profile['columns'] {
  reader.onlyKeys(['columns'], ['date', 'place', 'country', 'cause', 'ignore']);
  const format = reader.text(['columns', 'date', 'format'], { example: 'yyyy/MM/dd' });
  if (format && !isDateFormat(format)) {
    reader.add(
      ['columns', 'date', 'format'],
      `"${format}" is not a form of a date.`,
      'Write yyyy or yy, MM or M, and dd or d with signs between them, for example dd.MM.yyyy.',
    );
  }
  const firstYear = readFirstYear(reader, format);
  return {
    date: {
      column: reader.text(['columns', 'date', 'column'], { example: 'date_of_death' }),
      format,
      ...(firstYear === undefined ? {} : { firstYear }),
    },
    place: reader.text(['columns', 'place']),
    country: reader.text(['columns', 'country']),
    cause: reader.text(['columns', 'cause']),
    ignore: reader.list(['columns', 'ignore']),
  };
}

function readFirstYear(reader: Reader, format: string): number | undefined {
  const path = ['columns', 'date', 'firstYear'];
  const written = reader.text(path, { orElse: '' });
  if (written === '') return undefined;
  if (!hasShortYear(format))
    reader.add(
      path,
      'says nothing where years have four digits.',
      'Leave it out, or write yy in the format.',
    );
  else if (!/^(19|20)\d\d$/.test(written))
    reader.add(
      path,
      `"${written}" is not a year.`,
      'Write the first year that two digits can mean, e.g. 1930.',
    );
  return Number(written);
}

function readCase(reader: Reader): Profile['case'] {
  reader.onlyKeys(['case'], ['source', 'status', 'outcome', 'opened', 'summary', 'illustration']);
  const summary = reader.text(['case', 'summary'], { orElse: '{cause}. {place}' });
  if (summary.length > 200) {
    reader.add(['case', 'summary'], 'is longer than 200 characters.', 'Shorten it.');
  }
  return {
    source: reader.text(['case', 'source'], { example: 'MINISTRY' }),
    status: reader.text(['case', 'status'], {
      orElse: 'CLOSED',
      allowed: ['CLOSED', 'REGISTERED'],
    }) as 'CLOSED',
    outcome: reader.text(['case', 'outcome'], { orElse: 'UNKNOWN' }),
    opened: reader.text(['case', 'opened'], { orElse: 'date', allowed: ['date', 'today'] }) as 'date',
    summary,
    illustration: ['yes', 'true'].includes(
      reader.text(['case', 'illustration'], { orElse: 'no', allowed: ['yes', 'no', 'true', 'false'] }),
    ),
  };
}

function readCauses(reader: Reader): Record<string, Cause> {
  const causes: Record<string, Cause> = {};
  const keys = reader.keys(['causes']);
  if (keys.length === 0) {
    reader.add(
      ['causes'],
      'has no text.',
      "Add each cause, like 'Fall': { manner: ACCIDENT, icd10: W00-W19 }.",
    );
  }
  for (const key of keys) {
    const found = causeKey(key);
    if (causes[found]) reader.add(['causes', key], 'is there twice.', 'Remove one of the two.');
    causes[found] = {
      manner: reader.text(['causes', key, 'manner'], { example: 'ACCIDENT' }),
      icd10: reader.text(['causes', key, 'icd10'], { example: 'V40-V49' }),
    };
  }
  return causes;
}

function checkCodes(reader: Reader, profile: Profile, codes: ReadonlyMap<string, ReadonlySet<string>>): void {
  const check = (path: Path, list: string, code: string) => {
    if (!code || codes.get(list)?.has(code)) return;
    reader.add(path, `"${code}" is not in the list ${list}.`, 'Choose a code of that list.');
  };
  check(['case', 'source'], 'SOURCE', profile.case.source);
  if (death.rules?.notToldBy?.includes(profile.case.source)) {
    reader.add(
      ['case', 'source'],
      'The dead report no death.',
      'Write who told: MINISTRY, HOST_AUTHORITY, UNKNOWN …',
    );
  }
  check(['case', 'outcome'], 'OUTCOME', profile.case.outcome);
  for (const key of reader.keys(['countries'])) {
    check(['countries', key], 'COUNTRY', profile.countries[key.toUpperCase()] ?? '');
  }
  for (const key of reader.keys(['causes'])) {
    const cause = profile.causes[causeKey(key)];
    check(['causes', key, 'manner'], 'DEATH_MANNER', cause?.manner ?? '');
    check(['causes', key, 'icd10'], 'ICD10', cause?.icd10 ?? '');
  }
}
