import type { CaseStatus, CaseType, PastFiling } from '#cases';
import type { Role } from '#access';

export type DemoCaseType = CaseType;
export type DemoStatus = CaseStatus;

export interface DemoStaff {
  id: string;
  email: string;
  name: string;
  role: Role;
  missionId: string | null;
}

/** A case of the demo is a filing like any other, with what was done since. */
export type DemoCase = PastFiling;
export type DemoAct = DemoCase['acts'][number];
export type DemoPerson = DemoCase['subject'];

/** What its type adds to a case: its record, or only a cause where it has none. */
export interface DemoRecord {
  /** The code that the counts use. */
  cause: string;
  content: Partial<DemoCase>;
}
