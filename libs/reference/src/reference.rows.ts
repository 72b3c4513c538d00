/** Rows of the reference tables, as the CSV files give them and the database keeps them. Days are `YYYY-MM-DD`. */

/** How sure we are of a row, as its source allows. */
export type Confidence = 'high' | 'medium' | 'low';

export interface CountryRow {
  /** ISO 3166-1 alpha-2; also AN (withdrawn 2010) and XZ (international waters). */
  code: string;
  alpha3: string;
  numeric: string | null;
  labelEn: string;
  labelMn: string;
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
}

export const MISSION_KINDS = [
  'embassy',
  'permanent_mission',
  'consulate_general',
  'consulate',
  'ministry',
] as const;
export type MissionKind = (typeof MISSION_KINDS)[number];

export interface MissionRow {
  /** Three capital letters, the IATA code of the city; the prefix of case references. */
  id: string;
  kind: MissionKind;
  cityEn: string;
  cityMn: string;
  labelEn: string;
  labelMn: string;
  country: string;
  /** IANA name. */
  timeZone: string;
  /** Persons, by the government resolution; null where the text seen does not say. */
  staffLimit: number | null;
  confidence: Confidence;
  note: string | null;
  source: string;
  validFrom: string | null;
  validTo: string | null;
}

/** Why a mission covers a country. */
export const DISTRICT_BASES = ['RESIDENCE', 'DISTRICT', 'SIDE', 'TERRITORY'] as const;

export interface DistrictRow {
  country: string;
  missionId: string;
  basis: (typeof DISTRICT_BASES)[number];
  confidence: Confidence;
  validFrom: string;
  /** First day on which it no longer holds. */
  validTo: string | null;
  note: string | null;
  source: string;
}

export interface CodeListRow {
  name: string;
  version: string;
  source: string;
  note: string | null;
}

export interface CodeItemRow {
  list: string;
  code: string;
  parent: string | null;
  labelEn: string;
  labelMn: string;
  sort: number;
  validFrom: string;
  /** First day on which it can no longer be chosen. */
  validTo: string | null;
  /** `labelMn` is `unofficial` or `unconfirmed` where the Mongolian words are not an office's own. */
  attributes: Record<string, string>;
}

/** How many citizens live abroad, by one definition. Definitions differ: never mix them in one series. */
export interface PopulationRow {
  /** ISO alpha-2, `ZZ` other countries, `_T` all. */
  country: string;
  year: number;
  asOf: string;
  n: number;
  definition: string;
  source: string;
  confidence: Confidence;
  note: string | null;
}

/** A figure that others have published, to check ours against. */
export interface PublishedFigureRow {
  year: number;
  period: string;
  measure: string;
  country: string;
  value: number;
  components: string | null;
  source: string;
  confidence: Confidence;
  note: string | null;
}

export interface ReferenceData {
  countries: CountryRow[];
  missions: MissionRow[];
  districts: DistrictRow[];
  lists: CodeListRow[];
  items: CodeItemRow[];
  population: PopulationRow[];
  publishedFigures: PublishedFigureRow[];
}

/** The mission that takes the cases of countries that no mission covers. */
export const CONSULAR_DEPARTMENT = 'ULN';

/** Since always, as far as the register can know. */
export const SINCE_ALWAYS = '1900-01-01';
