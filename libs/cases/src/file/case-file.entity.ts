import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, VersionColumn } from 'typeorm';
import type { CaseStatus } from './case-file.lifecycle.js';
import type { CaseType } from '../records/case-types.js';
import type { Precision } from './dates.rules.js';
import { Person } from '../people/person.entity.js';

/** One matter of one person. */
@Entity({ schema: 'cases', name: 'case_file' })
export class CaseFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'case_no', update: false })
  caseNo: string;

  @Column({ type: 'text', update: false })
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

  @Column({ type: 'timestamptz', name: 'aware_at', update: false })
  awareAt: Date;

  /** Day at the post on which it learned of the matter. */
  @Column({ type: 'date', name: 'opened_on', update: false })
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

  @ManyToOne(() => Person, { eager: true, cascade: ['update'] })
  @JoinColumn({ name: 'subject_id' })
  subject: Relation<Person>;

  /** Counts the changes: a change made on an older version is refused. */
  @VersionColumn()
  version: number;
}
