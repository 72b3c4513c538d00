import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseStatus } from '../file/case-file.lifecycle.js';
import type { KeptChanges } from './field-change.js';

/** Kinds that a person types; the others the register writes itself. */
export const TYPED_KINDS = [
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
] as const;
export const ENTRY_KINDS = [
  'FILED',
  ...TYPED_KINDS,
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
  'AMENDED',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Kinds of entries that changed the case itself, each by one version; a note leaves the version as it is. */
export const CHANGING_KINDS = [
  'AMENDED',
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
] as const satisfies EntryKind[];

/** What happened, or was done. Append-only. */
@Entity({ schema: 'cases', name: 'timeline_entry' })
export class TimelineEntry {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'mission_id' })
  missionId: string;

  @Column('text')
  kind: EntryKind;

  @Column('timestamptz')
  at: Date;

  /** When the register learned of it: the database says. */
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: CaseStatus | null;

  @Column('text', { name: 'to_status', nullable: true })
  toStatus: CaseStatus | null;

  /** How the case ended, or, for a case that goes on, how it had ended until then. Code of OUTCOME. */
  @Column('text', { nullable: true })
  outcome: string | null;

  /** For AMENDED: what each changed field said before, and says since. */
  @Column('jsonb', { nullable: true })
  changes: KeptChanges | null;
}
