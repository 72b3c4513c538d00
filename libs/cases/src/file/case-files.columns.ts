import { MAX_PAGE, type Row } from '#platform';
import type { CaseType } from '../records/case-types.js';
import type { KeptChanges } from '../timeline/field-change.js';
import { ENTRY_COLUMNS, type EntryRow } from '../timeline/entry-row.js';
import type { CaseStatus } from './case-file.lifecycle.js';
import type { Precision } from './dates.rules.js';

/**
 * What a reading of cases can select: key → SQL over `cases.case_file c`. A reader asks only for what its caller asked for:
 * on a list of fifty, columns are what costs.
 */
const own = {
  id: 'c.id',
  caseNo: 'c.case_no',
  type: 'c.type',
  status: 'c.status',
  missionId: 'c.mission_id',
  hostCountry: 'c.host_country',
  place: 'c.place',
  occurredOn: 'c.occurred_on',
  occurredPrecision: 'c.occurred_precision',
  awareAt: 'c.aware_at',
  registeredAt: 'c.registered_at',
  openedOn: 'c.opened_on',
  closedOn: 'c.closed_on',
  outcome: 'c.outcome',
  source: 'c.source',
  summary: 'c.summary',
  cause: 'c.cause_code',
  ownerId: 'c.owner_id',
  version: 'c.version',
  illustration: 'c.illustration',
} as const;

const person = {
  personId: 'p.id',
  clan: 'p.clan',
  patronymic: 'p.patronymic',
  given: 'p.given',
  latinSurname: 'p.latin_surname',
  latinGiven: 'p.latin_given',
  sex: 'p.sex',
  birthOn: 'p.birth_on',
  birthPrecision: 'p.birth_precision',
} as const;

const latest = {
  entryId: 'e.id',
  entryKind: 'e.kind',
  entryAt: 'e.at',
  entryRecordedAt: 'e.recorded_at',
  entryStaffId: 'e.staff_id',
  entryBody: 'e.body',
  entryFrom: 'e.from_status',
  entryTo: 'e.to_status',
  entryOutcome: 'e.outcome',
  entryChanges: 'e.changes',
} as const;

/** Of a timeline, this many newest entries are read with the case: one more than the largest page. */
export const NEWEST_ENTRIES = MAX_PAGE + 1;

const parts = {
  ownerName: '(select s.name from access.staff_directory s where s.id = c.owner_id)',
  entryStaffName: '(select s.name from access.staff_directory s where s.id = e.staff_id)',
  record: 'cases.record_of(c.type, c.id)',
  /** The newest entries, in the order of the inner query. */
  timeline: `(select json_agg(x) from (
    select ${ENTRY_COLUMNS} from cases.timeline_entry t
      left join access.staff_directory s on s.id = t.staff_id
     where t.case_id = c.id order by t.at desc, t.id desc limit ${NEWEST_ENTRIES}) x)`,
} as const;

export const columns = { ...own, ...person, ...latest, ...parts };
export type ColumnKey = keyof typeof columns;

/** What a row holds under each column, where it was selected. Days and instants come as text. */
interface CaseColumns {
  id: string;
  caseNo: string;
  type: CaseType;
  status: CaseStatus;
  missionId: string;
  hostCountry: string;
  place: string | null;
  occurredOn: string | null;
  occurredPrecision: Precision;
  awareAt: string;
  registeredAt: string;
  openedOn: string;
  closedOn: string | null;
  outcome: string | null;
  source: string;
  summary: string;
  cause: string;
  ownerId: string | null;
  ownerName: string | null;
  version: number;
  illustration: boolean;
  personId: string;
  clan: string | null;
  patronymic: string | null;
  given: string | null;
  latinSurname: string | null;
  latinGiven: string | null;
  sex: string;
  birthOn: string | null;
  birthPrecision: Precision;
  entryId: string;
  entryKind: string;
  entryAt: string;
  entryRecordedAt: string;
  entryStaffId: string | null;
  entryStaffName: string | null;
  entryBody: string | null;
  entryFrom: string | null;
  entryTo: string | null;
  entryOutcome: string | null;
  entryChanges: KeptChanges | null;
  /** The row of the type's own table, by the names of its columns. */
  record: Row | null;
  timeline: EntryRow[] | null;
}

/** A row with these columns. */
export type CaseRow<Key extends ColumnKey = ColumnKey> = Pick<CaseColumns, Key>;

/** Columns that are instants. */
export const INSTANTS = [
  'awareAt',
  'registeredAt',
  'entryAt',
  'entryRecordedAt',
] as const satisfies ColumnKey[];

/** The joins that these columns need. */
export function joinsFor(keys: readonly ColumnKey[]): string {
  const needs = (group: object) => keys.some((key) => key in group);
  const joins = [];
  if (needs(person)) joins.push('join cases.person p on p.id = c.subject_id');
  if (needs(latest) || keys.includes('entryStaffName')) {
    joins.push(`left join lateral (select * from cases.timeline_entry t where t.case_id = c.id
      order by t.at desc, t.id desc limit 1) e on true`);
  }
  return joins.join('\n');
}
