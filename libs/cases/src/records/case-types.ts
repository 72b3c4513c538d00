/** What each type of case is about beyond every case: the one table that validation, storage and reading follow. */
export const CASE_TYPES = [
  'DETENTION',
  'DEATH',
  'MISSING',
  'CRIME_VICTIM',
  'LABOUR',
  'INSURANCE',
  'MEDICAL',
  'WELFARE',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

export type RecordField =
  { kind: 'code' | 'codes'; list: string } | { kind: 'text' } | { kind: 'date' } | { kind: 'yesNo' };

export interface RecordShape {
  /** Name of the field in the API, e.g. `crimeVictim`. */
  field: RecordName;
  /** Table in the schema `cases`. */
  table: string;
  fields: Readonly<Record<string, RecordField>>;
  /** The field whose code is the cause that the counts use. */
  cause: string;
}

export type RecordName = 'detention' | 'death' | 'labour' | 'insurance' | 'crimeVictim' | 'missing';

const code = (list: string) => ({ kind: 'code', list }) as const;
const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const yesNo = { kind: 'yesNo' } as const;

/** MEDICAL and WELFARE have no record of their own: their cause is chosen directly. */
export const recordShapes: Readonly<Partial<Record<CaseType, RecordShape>>> = {
  DETENTION: {
    field: 'detention',
    table: 'detention',
    cause: 'offence',
    fields: {
      authority: code('AUTHORITY'),
      basis: code('DETENTION_BASIS'),
      offence: code('ICCS'),
      offenceLocal: text,
      facility: text,
      arrestedOn: date,
      missionNotifiedOn: date,
      firstVisitOn: date,
    },
  },
  DEATH: {
    field: 'death',
    table: 'death',
    cause: 'icd10',
    fields: {
      manner: code('DEATH_MANNER'),
      icd10: code('ICD10'),
      inCustody: yesNo,
      atWork: yesNo,
      causeText: text,
    },
  },
  LABOUR: {
    field: 'labour',
    table: 'labour',
    cause: 'issues',
    fields: {
      issues: { kind: 'codes', list: 'LABOUR_ISSUE' },
      employer: text,
      injuryFatal: yesNo,
      occupation: code('ISCO'),
      activity: code('ISIC'),
      legalStatus: code('LEGAL_STATUS'),
    },
  },
  INSURANCE: {
    field: 'insurance',
    table: 'insurance',
    cause: 'scheme',
    fields: {
      scheme: code('INSURANCE_SCHEME'),
      enrolment: code('ENROLMENT_STATUS'),
      benefit: code('BENEFIT'),
      claim: code('CLAIM_STATUS'),
    },
  },
  CRIME_VICTIM: {
    field: 'crimeVictim',
    table: 'crime_victim',
    cause: 'offence',
    fields: { offence: code('ICCS'), reportedPoliceOn: date },
  },
  MISSING: {
    field: 'missing',
    table: 'missing',
    cause: 'circumstance',
    fields: { circumstance: code('MISSING_CIRCUMSTANCE'), lastSeenOn: date },
  },
};

export const RECORD_NAMES: readonly RecordName[] = Object.values(recordShapes).map((shape) => shape.field);

/** `offenceLocal` → `offence_local`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
