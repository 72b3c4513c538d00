import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { CaseStatus } from './case-file.lifecycle.js';
import type { CaseType } from '../records/case-types.js';
import type { Precision } from './dates.rules.js';

/** One matter of one person. */
@Entity({ schema: 'cases', name: 'case_file' })
export class CaseFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'case_no', update: false })
  caseNo: string;

  @Column('text')
  type: CaseType;

  @Column('text')
  status: CaseStatus;

  @Column({ type: 'text', name: 'mission_id', update: false })
  missionId: string;

  @Column('char', { name: 'host_country', length: 2 })
  hostCountry: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('date', { name: 'occurred_on', nullable: true })
  occurredOn: string | null;

  @Column('text', { name: 'occurred_precision' })
  occurredPrecision: Precision;

  @Column('timestamptz', { name: 'aware_at' })
  awareAt: Date;

  /** Day at the post on which it learned of the matter. */
  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text')
  source: string;

  @Column('text')
  summary: string;

  @Column('text', { name: 'cause_code' })
  cause: string;

  /** Whom it is about: a `Person`. */
  @Column({ type: 'uuid', name: 'subject_id', update: false })
  subjectId: string;

  /** Counts the changes: a change made on an older version is refused. */
  @VersionColumn()
  version: number;
}
