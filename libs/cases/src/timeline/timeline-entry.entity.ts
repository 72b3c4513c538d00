import { Column, Entity, PrimaryColumn } from 'typeorm';

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

/** What happened, or was done. Append-only. */
@Entity({ schema: 'cases', name: 'timeline_entry' })
export class TimelineEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'mission_id' })
  missionId: string;

  @Column('text')
  kind: EntryKind;

  /** When it happened; when it was recorded, the database says. */
  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: string | null;

  @Column('text', { name: 'to_status', nullable: true })
  toStatus: string | null;

  /** For AMENDED: each field as it was before. */
  @Column('jsonb', { nullable: true })
  changes: Record<string, unknown> | null;
}
