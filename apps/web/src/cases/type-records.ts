import type { CaseType } from '../enums.ts';

export type RecordName = 'detention' | 'death' | 'labour' | 'insurance' | 'crimeVictim' | 'missing';

/** One field of a type's record: how it is entered and from which list. */
export interface RecordField {
  /** The path in the schema's input, e.g. "detention.offence". */
  path: string;
  kind: 'code' | 'codes' | 'text' | 'date' | 'yesNoUnknown';
  /** The code list of a code. */
  list?: string;
  /** Gives the case its cause, so it is asked for first and needed for the count. */
  cause?: true;
  /** Asked for at filing; the others stand under "more", to be filled later. */
  early?: true;
}

interface TypeRecord {
  record: RecordName | null;
  fields: readonly RecordField[];
}

/** What each type asks for beyond the common fields. The pages draw their forms and tables from this. */
export const typeRecords: Record<CaseType, TypeRecord> = {
  DETENTION: {
    record: 'detention',
    fields: [
      { path: 'detention.offence', kind: 'code', list: 'ICCS', cause: true },
      { path: 'detention.arrestedOn', kind: 'date', early: true },
      { path: 'detention.authority', kind: 'code', list: 'AUTHORITY', early: true },
      { path: 'detention.basis', kind: 'code', list: 'DETENTION_BASIS' },
      { path: 'detention.facility', kind: 'text' },
      { path: 'detention.offenceLocal', kind: 'text' },
      { path: 'detention.missionNotifiedOn', kind: 'date' },
      { path: 'detention.firstVisitOn', kind: 'date' },
    ],
  },
  DEATH: {
    record: 'death',
    fields: [
      { path: 'death.icd10', kind: 'code', list: 'ICD10', cause: true },
      { path: 'death.manner', kind: 'code', list: 'DEATH_MANNER', early: true },
      { path: 'death.inCustody', kind: 'yesNoUnknown' },
      { path: 'death.atWork', kind: 'yesNoUnknown' },
      { path: 'death.causeText', kind: 'text' },
    ],
  },
  MISSING: {
    record: 'missing',
    fields: [
      { path: 'missing.circumstance', kind: 'code', list: 'MISSING_CIRCUMSTANCE', cause: true },
      { path: 'missing.lastSeenOn', kind: 'date', early: true },
    ],
  },
  CRIME_VICTIM: {
    record: 'crimeVictim',
    fields: [
      { path: 'crimeVictim.offence', kind: 'code', list: 'ICCS', cause: true },
      { path: 'crimeVictim.reportedPoliceOn', kind: 'date', early: true },
    ],
  },
  LABOUR: {
    record: 'labour',
    fields: [
      { path: 'labour.issues', kind: 'codes', list: 'LABOUR_ISSUE', cause: true },
      { path: 'labour.employer', kind: 'text', early: true },
      { path: 'labour.injuryFatal', kind: 'yesNoUnknown' },
      { path: 'labour.occupation', kind: 'code', list: 'ISCO' },
      { path: 'labour.activity', kind: 'code', list: 'ISIC' },
      { path: 'labour.legalStatus', kind: 'code', list: 'LEGAL_STATUS' },
    ],
  },
  INSURANCE: {
    record: 'insurance',
    fields: [
      { path: 'insurance.scheme', kind: 'code', list: 'INSURANCE_SCHEME', cause: true },
      { path: 'insurance.enrolment', kind: 'code', list: 'ENROLMENT_STATUS', early: true },
      { path: 'insurance.benefit', kind: 'code', list: 'BENEFIT' },
      { path: 'insurance.claim', kind: 'code', list: 'CLAIM_STATUS' },
    ],
  },
  MEDICAL: { record: null, fields: [{ path: 'cause', kind: 'code', list: 'ICD10', cause: true }] },
  WELFARE: { record: null, fields: [{ path: 'cause', kind: 'code', list: 'WELFARE_NEED', cause: true }] },
};

/** The code lists that the form of a type needs. */
export function listsOf(type: CaseType | undefined): string[] {
  const own = type ? typeRecords[type].fields.flatMap((field) => field.list ?? []) : [];
  return ['SOURCE', ...new Set(own)];
}
