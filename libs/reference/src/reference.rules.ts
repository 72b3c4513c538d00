import {
  type CodeItemRow,
  CONSULAR_DEPARTMENT,
  DISTRICT_BASES,
  type DistrictRow,
  MISSION_KINDS,
  type ReferenceData,
} from './reference.rows.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
/** Places of the population figures that are no countries: other countries together, and the total. */
const NOT_COUNTRIES = new Set(['ZZ', '_T']);

/**
 * Everything that would make the reference data contradict itself, each as a sentence that names the row.
 * An empty answer means that the data may be loaded.
 */
export function problemsIn(data: ReferenceData): string[] {
  return [
    ...countryProblems(data),
    ...missionProblems(data),
    ...districtProblems(data),
    ...itemProblems(data),
    ...figureProblems(data),
  ];
}

function countryProblems({ countries }: ReferenceData): string[] {
  return [
    ...repeated('country', countries, (row) => row.code),
    ...repeated('country alpha-3', countries, (row) => row.alpha3),
    ...countries.flatMap((row) => labelProblems(`country ${row.code}`, row)),
    ...countries.flatMap((row) => dayProblems(`country ${row.code}`, row)),
    ...countries
      .filter((row) => !/^[A-Z]{2}$/.test(row.code))
      .map((row) => `country ${row.code}: a code has two capital letters`),
  ];
}

function missionProblems({ missions, countries }: ReferenceData): string[] {
  const known = new Set(countries.map((row) => row.code));
  const ministries = missions.filter((row) => row.kind === 'ministry').map((row) => row.id);
  return [
    ...repeated('mission', missions, (row) => row.id),
    ...missions.flatMap((row) => labelProblems(`mission ${row.id}`, row)),
    ...missions.flatMap((row) => dayProblems(`mission ${row.id}`, row)),
    ...missions.flatMap((row) => [
      ...unless(/^[A-Z]{3}$/.test(row.id), `mission ${row.id}: an id has three capital letters`),
      ...unless(known.has(row.country), `mission ${row.id}: no country ${row.country}`),
      ...unless(MISSION_KINDS.includes(row.kind), `mission ${row.id}: no kind ${row.kind}`),
      ...unless(isTimeZone(row.timeZone), `mission ${row.id}: no time zone ${row.timeZone}`),
      ...unless(
        row.staffLimit === null || (Number.isInteger(row.staffLimit) && row.staffLimit > 0),
        `mission ${row.id}: the staff limit is no whole number`,
      ),
    ]),
    ...unless(
      ministries.join() === CONSULAR_DEPARTMENT,
      `missions: ${CONSULAR_DEPARTMENT} and only it is the ministry`,
    ),
  ];
}

function districtProblems({ districts, missions, countries }: ReferenceData): string[] {
  const known = new Set(countries.map((row) => row.code));
  const kinds = new Map(missions.map((row) => [row.id, row.kind]));
  const embassies = new Set(missions.filter((row) => row.kind === 'embassy').map((row) => row.country));
  const covered = new Set(districts.map((row) => row.country));
  return [
    ...districts.flatMap((row) => {
      const name = `district ${row.missionId}/${row.country}`;
      const kind = kinds.get(row.missionId);
      return [
        ...dayProblems(name, row),
        ...unless(known.has(row.country), `${name}: no such country`),
        ...unless(kind !== undefined, `${name}: no such mission`),
        ...unless(DISTRICT_BASES.includes(row.basis), `${name}: no basis ${row.basis}`),
        ...unless(kind !== 'permanent_mission', `${name}: a permanent mission covers no country`),
        ...unless(
          kind === 'embassy' || !embassies.has(row.country),
          `${name}: the embassy there goes before a consulate`,
        ),
      ];
    }),
    ...overlapsOf(districts),
    ...[...embassies]
      .filter((country) => !covered.has(country))
      .map((country) => `district: ${country} has an embassy but no mission covers it`),
  ];
}

/** A country has one mission at a time. */
function overlapsOf(districts: DistrictRow[]): string[] {
  const until = (row: DistrictRow) => row.validTo ?? '9999-12-31';
  return districts.flatMap((row, at) =>
    districts
      .slice(at + 1)
      .filter((other) => other.country === row.country)
      .filter((other) => row.validFrom < until(other) && other.validFrom < until(row))
      .map((other) => `district ${row.country}: ${row.missionId} and ${other.missionId} at the same time`),
  );
}

function itemProblems({ lists, items }: ReferenceData): string[] {
  const keys = new Set(items.map((row) => `${row.list}/${row.code}`));
  const filled = new Set(items.map((row) => row.list));
  return [
    ...repeated('code list', lists, (row) => row.name),
    ...repeated('code', items, (row) => `${row.list}/${row.code}`),
    ...lists.filter((row) => !filled.has(row.name)).map((row) => `code list ${row.name}: it has no items`),
    ...items.flatMap((row) => labelProblems(`code ${row.list}/${row.code}`, row)),
    ...items.flatMap((row) => dayProblems(`code ${row.list}/${row.code}`, row)),
    ...items.flatMap((row) => linkProblems(row, keys, filled)),
  ];
}

function linkProblems(row: CodeItemRow, keys: ReadonlySet<string>, lists: ReadonlySet<string>): string[] {
  const name = `code ${row.list}/${row.code}`;
  const { causeList, caseType } = row.attributes;
  return [
    ...unless(/^[A-Z0-9_-]+$/.test(row.code), `${name}: capital letters, digits, - and _ only`),
    ...unless(
      row.parent === null || (row.parent !== row.code && keys.has(`${row.list}/${row.parent}`)),
      `${name}: no parent ${row.parent}`,
    ),
    ...unless(causeList === undefined || lists.has(causeList), `${name}: no list ${causeList}`),
    ...unless(
      caseType === undefined || keys.has(`CASE_TYPE/${caseType}`),
      `${name}: no case type ${caseType}`,
    ),
    ...unless(row.list !== 'CASE_TYPE' || causeList !== undefined, `${name}: no list of causes`),
  ];
}

function figureProblems({ population, publishedFigures, countries }: ReferenceData): string[] {
  const known = new Set(countries.map((row) => row.code));
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  return [
    ...repeated('population', population, (row) => [row.country, row.asOf, row.definition].join(' ')),
    ...repeated('published figure', publishedFigures, (row) =>
      [row.year, row.period, row.measure, row.country].join(' '),
    ),
    ...population.flatMap((row) => [
      ...unless(isCount(row.n), `population ${row.country} ${row.asOf}: no count`),
      ...unless(
        known.has(row.country) || NOT_COUNTRIES.has(row.country),
        `population ${row.asOf}: no country ${row.country}`,
      ),
    ]),
    ...publishedFigures.flatMap((row) =>
      unless(isCount(row.value), `published figure ${row.year} ${row.measure}: no count`),
    ),
  ];
}

function labelProblems(name: string, row: { labelEn: string; labelMn: string }): string[] {
  return [
    ...unless(row.labelEn !== '', `${name}: no English label`),
    ...unless(/[А-Яа-яЁёӨөҮү]/.test(row.labelMn), `${name}: no Mongolian label`),
  ];
}

function dayProblems(name: string, row: { validFrom: string | null; validTo: string | null }): string[] {
  const days = [row.validFrom, row.validTo].filter((day) => day !== null);
  return [
    ...days.filter((day) => !DAY.test(day)).map((day) => `${name}: ${day} is not year-month-day`),
    ...unless(
      row.validFrom === null || row.validTo === null || row.validFrom < row.validTo,
      `${name}: it ends before it begins`,
    ),
  ];
}

function repeated<T>(what: string, rows: readonly T[], keyOf: (row: T) => string): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of rows.map(keyOf)) (seen.has(key) ? twice : seen).add(key);
  return [...twice].map((key) => `${what} ${key}: more than once`);
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const unless = (holds: boolean, problem: string): string[] => (holds ? [] : [problem]);
