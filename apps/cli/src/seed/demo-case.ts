import type { Role } from '#access';

export type DemoCaseType =
  'DETENTION' | 'DEATH' | 'MISSING' | 'CRIME_VICTIM' | 'LABOUR' | 'INSURANCE' | 'MEDICAL' | 'WELFARE';

export type DemoStatus =
  | 'REGISTERED'
  | 'TRIAGED'
  | 'IN_PROGRESS'
  | 'WAITING_HOST'
  | 'WAITING_CLIENT'
  | 'WAITING_OTHER'
  | 'RESOLVED'
  | 'CLOSED'
  | 'REJECTED'
  | 'REOPENED';

export interface DemoStaff {
  id: string;
  email: string;
  name: string;
  role: Role;
  missionId: string | null;
}

export interface DemoPerson {
  id: string;
  clan: string | null;
  patronymic: string | null;
  given: string | null;
  latinSurname: string | null;
  latinGiven: string | null;
  sex: 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN';
  birthOn: string | null;
  birthPrecision: 'DAY' | 'YEAR' | 'UNKNOWN';
}

export interface DemoEntry {
  id: string;
  kind: string;
  /** ISO instant. */
  at: string;
  staffId: string;
  body: string | null;
  fromStatus: DemoStatus | null;
  toStatus: DemoStatus | null;
}

/** What its type adds to a case; keys are columns of the type's table. None for MEDICAL and WELFARE. */
export interface DemoRecord {
  cause: string;
  fields: Record<string, string | string[] | null> | null;
}

export interface DemoCase {
  id: string;
  type: DemoCaseType;
  status: DemoStatus;
  missionId: string;
  hostCountry: string;
  place: string | null;
  /** `YYYY-MM-DD`; null with precision UNKNOWN. */
  occurredOn: string | null;
  occurredPrecision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';
  awareAt: string;
  registeredAt: string;
  openedOn: string;
  closedOn: string | null;
  outcome: string | null;
  source: string;
  summary: string;
  ownerId: string;
  subject: DemoPerson;
  record: DemoRecord;
  entries: DemoEntry[];
  illustration: boolean;
}
