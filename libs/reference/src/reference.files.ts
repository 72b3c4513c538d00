import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import {
  type CodeItemRow,
  type Confidence,
  type DistrictRow,
  type MissionKind,
  type ReferenceData,
  SINCE_ALWAYS,
} from './reference.rows.js';

/** The CSV files that lawyers and statisticians edit. */
export const DATA_FOLDER = fileURLToPath(new URL('../data', import.meta.url));

type Line = Record<string, string>;

/** Columns of a code list's file; any further column becomes an attribute of the item. */
const ITEM_COLUMNS = new Set([
  'code',
  'parent',
  'label_en',
  'label_mn',
  'label_mn_status',
  'valid_from',
  'valid_to',
]);

/**
 * Reads all reference files of a folder.
 * @throws when a file is missing or is not CSV with its header. What the values mean is checked by `problemsIn`.
 */
export function readReferenceFiles(folder = DATA_FOLDER): ReferenceData {
  const lists = linesOf(folder, 'code-lists.csv').map((line) => ({
    name: text(line.name),
    version: text(line.version),
    source: text(line.source),
    note: orNull(line.note),
  }));
  return {
    countries: linesOf(folder, 'countries.csv').map(countryOf),
    missions: linesOf(folder, 'missions.csv').map(missionOf),
    districts: linesOf(folder, 'districts.csv').map(districtOf),
    lists,
    items: lists.flatMap(({ name }) =>
      linesOf(folder, `code-lists/${name}.csv`).map((line, at) => itemOf(name, line, at)),
    ),
    population: linesOf(folder, 'population-abroad.csv').map(populationOf),
    publishedFigures: linesOf(folder, 'published-figures.csv').map(figureOf),
  };
}

/** The version of the data: SHA-256 over the names and contents of all files. */
export function referenceDataVersion(folder = DATA_FOLDER): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.csv'))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex');
}

function linesOf(folder: string, name: string): Line[] {
  return parse(readFileSync(`${folder}/${name}`), { columns: true, bom: true, skip_empty_lines: true });
}

const text = (value: string | undefined): string => (value ?? '').trim();
const orNull = (value: string | undefined): string | null => text(value) || null;

const countryOf = (line: Line) => ({
  code: text(line.code),
  alpha3: text(line.alpha3),
  numeric: orNull(line.numeric),
  labelEn: text(line.label_en),
  labelMn: text(line.label_mn),
  validFrom: orNull(line.valid_from),
  validTo: orNull(line.valid_to),
  note: orNull(line.note),
});

const missionOf = (line: Line) => ({
  id: text(line.id),
  kind: text(line.kind) as MissionKind,
  cityEn: text(line.city_en),
  cityMn: text(line.city_mn),
  labelEn: text(line.label_en),
  labelMn: text(line.label_mn),
  country: text(line.country),
  timeZone: text(line.time_zone),
  staffLimit: text(line.staff_limit) === '' ? null : Number(line.staff_limit),
  confidence: text(line.confidence) as Confidence,
  note: orNull(line.note),
  source: text(line.source),
  validFrom: orNull(line.valid_from),
  validTo: orNull(line.valid_to),
});

const districtOf = (line: Line): DistrictRow => ({
  country: text(line.country),
  missionId: text(line.mission_id),
  basis: text(line.basis) as DistrictRow['basis'],
  confidence: text(line.confidence) as Confidence,
  validFrom: text(line.valid_from) || SINCE_ALWAYS,
  validTo: orNull(line.valid_to),
  note: orNull(line.note),
  source: text(line.source),
});

function itemOf(list: string, line: Line, at: number): CodeItemRow {
  const further = Object.entries(line).filter(([name, value]) => !ITEM_COLUMNS.has(name) && text(value));
  const status = text(line.label_mn_status);
  return {
    list,
    code: text(line.code),
    parent: orNull(line.parent),
    labelEn: text(line.label_en),
    labelMn: text(line.label_mn),
    sort: at + 1,
    validFrom: text(line.valid_from) || SINCE_ALWAYS,
    validTo: orNull(line.valid_to),
    attributes: { ...Object.fromEntries(further), ...(status ? { labelMn: status } : {}) },
  };
}

const populationOf = (line: Line) => ({
  country: text(line.country),
  year: Number(line.year),
  asOf: text(line.as_of),
  n: Number(line.n),
  definition: text(line.definition),
  source: text(line.source),
  confidence: text(line.confidence) as Confidence,
  note: orNull(line.note),
});

const figureOf = (line: Line) => ({
  year: Number(line.year),
  period: text(line.period),
  measure: text(line.measure),
  country: text(line.country),
  value: Number(line.value),
  components: orNull(line.components),
  source: text(line.source),
  confidence: text(line.confidence) as Confidence,
  note: orNull(line.note),
});
