/** The enums of the schema as lists, in the order in which people read them. */
import type { EnumOf } from './graphql/tada.ts';

export type CaseType = EnumOf<'CaseType'>;
export type CaseStatus = EnumOf<'CaseStatus'>;
export type EntryKind = EnumOf<'EntryKind'>;
export type Role = EnumOf<'Role'>;
export type Sex = EnumOf<'Sex'>;
export type Basis = EnumOf<'Basis'>;
export type Dimension = EnumOf<'Dimension'>;

export { caseTypes } from './cases/case-types.generated.ts';

export const caseStatuses = [
  'REGISTERED',
  'TRIAGED',
  'IN_PROGRESS',
  'WAITING_HOST',
  'WAITING_CLIENT',
  'WAITING_OTHER',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'REOPENED',
] as const satisfies readonly CaseStatus[];

/** The kinds of entry that a person writes; the others the register writes itself. */
export const writtenEntryKinds = [
  'NOTE',
  'CONTACT',
  'VISIT',
  'CALL',
  'NOTE_VERBALE',
  'LEGAL_AID',
  'INTERPRETER',
  'HEARING_ATTENDED',
  'MEDICAL_HELP',
  'FUNDS_TRANSFER',
  'TRAVEL_DOC',
  'FAMILY_INFORMED',
  'REFERRAL',
  'MEDIATION',
  'CLAIM_FILED',
  'PAYMENT_RECEIVED',
  'BODY_IDENTIFIED',
  'REMAINS_SENT',
  'SEARCH_REQUEST',
  'SCHOOL_PLACED',
] as const satisfies readonly EntryKind[];

export const roles = [
  'OFFICER',
  'HEAD_OF_MISSION',
  'CONSULAR_OFFICER',
  'HEAD_OF_DEPARTMENT',
  'ANALYST',
  'COMMISSION',
  'CIVIL_SOCIETY',
  'ADMINISTRATOR',
  'AUDITOR',
] as const satisfies readonly Role[];

export const sexes = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const satisfies readonly Sex[];
export const bases = ['OPENED', 'OCCURRED', 'OPEN_AT_END'] as const satisfies readonly Basis[];
export const dimensions = [
  'COUNTRY',
  'CAUSE',
  'YEAR',
  'MONTH',
  'TYPE',
  'SEX',
  'MISSION',
] as const satisfies readonly Dimension[];
