import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { below, type Selection } from '#platform/api';
import { Codes } from '#reference';
import { ReferenceViews } from '#reference/api';
import { situationOf } from '../../acts/acting.js';
import { possibleMoves } from '../../file/case-file.lifecycle.js';
import type { CaseRow, ColumnKey } from '../../file/case-files.columns.js';
import { RECORD_NAMES, type RecordName } from '../../records/case-types.js';
import { todayAt } from '../../file/dates.rules.js';
import { displayName } from '../../people/names.rules.js';
import type { CaseFileType } from './case-file.types.js';
import { recordView } from '../records/record-view.js';
import { EntryView } from '../timeline/entry-view.js';
import { timelineSource } from '../timeline/timeline-source.js';

/** What is made of a row for one field of `CaseFile`, and of which columns. */
interface FieldPlan {
  columns: readonly ColumnKey[];
  make: (row: CaseRow, asking: Asking) => unknown;
}

/** A field made of these columns, and of none that is not selected. */
function from<Key extends ColumnKey>(
  columns: readonly Key[],
  make: (row: CaseRow<Key>, asking: Asking) => unknown,
): FieldPlan {
  return { columns, make };
}

/** A selection on `CaseFile`, worked out: which columns to read, and what to make of each row. */
export interface CasePlan {
  columns: readonly ColumnKey[];
  make(row: CaseRow, asking: Asking): CaseFileType;
}

/** Between the selection of a document and the columns of a row. A document's plan is worked out once. */
@Injectable()
export class CaseView {
  private readonly plans = new WeakMap<Selection, CasePlan>();
  private readonly fields: Readonly<Record<string, FieldPlan>>;

  constructor(
    private readonly views: ReferenceViews,
    private readonly codes: Codes,
    private readonly entries: EntryView,
  ) {
    this.fields = { ...plainFields, ...this.viewedFields(), ...this.recordFields() };
  }

  planFor(selection: Selection): CasePlan {
    let plan = this.plans.get(selection);
    if (!plan) {
      plan = this.workOut(selection);
      this.plans.set(selection, plan);
    }
    return plan;
  }

  private workOut(selection: Selection): CasePlan {
    const fields = [...selection.keys()].flatMap((name) => {
      const field = this.nestedField(name, selection) ?? this.fields[name];
      return field ? [{ name, ...field }] : [];
    });
    const columns = [...new Set(fields.flatMap((field) => field.columns))];
    return {
      // A row needs at least one column.
      columns: columns.length === 0 ? ['id'] : columns,
      make: (row, asking) => {
        const made: Record<string, unknown> = {};
        for (const { name, make } of fields) made[name] = make(row, asking);
        if (selection.has('timeline')) Object.assign(made, timelineSource(row, asking, this.entries));
        else if (selection.has('changesSince')) made.id = row.id;
        if (selection.has('timelineDays')) Object.assign(made, { id: row.id, missionId: row.missionId });
        return made as unknown as CaseFileType;
      },
    };
  }

  /** Fields with a selection of their own that decides what is read: the person, the newest entry. */
  private nestedField(name: string, selection: Selection): FieldPlan | undefined {
    if (name === 'subject') return partsPlan(personFields, below(selection, name));
    if (name === 'latestEntry') return partsPlan(this.entryFields(), below(selection, name));
    return undefined;
  }

  private entryFields(): Record<string, FieldPlan> {
    const { entries } = this;
    return {
      ...entryFields,
      outcome: from(['entryOutcome'], (row, { language }) => entries.outcome(row.entryOutcome, language)),
      changes: from(['entryChanges'], (row, { language }) => entries.changes(row.entryChanges, language)),
    };
  }

  /** Codes as the reader sees them, and what follows from the lifecycle. */
  private viewedFields(): Record<string, FieldPlan> {
    const { views, codes } = this;
    return {
      mission: from(['missionId'], (row, { language }) => views.mission(row.missionId, language)),
      hostCountry: from(['hostCountry'], (row, { language }) => views.country(row.hostCountry, language)),
      outcome: from(['outcome'], (row, { language }) => views.item('OUTCOME', row.outcome, language)),
      source: from(['source'], (row, { language }) => views.item('SOURCE', row.source, language)),
      cause: from(['cause', 'type'], (row, { language }) =>
        views.item(codes.causeListOf(row.type) ?? '', row.cause, language),
      ),
      nextStatuses: from(SITUATION, (row, asking) => this.nextStatuses(row, asking)),
    };
  }

  private recordFields(): Record<string, FieldPlan> {
    const field = (name: RecordName): FieldPlan =>
      from(['type', 'record'], (row, { language }) => recordView(name, row, language, this.views));
    return Object.fromEntries(RECORD_NAMES.map((name) => [name, field(name)]));
  }

  private nextStatuses(row: CaseRow<(typeof SITUATION)[number]>, asking: Asking): string[] {
    const today = todayAt(this.codes.mission(row.missionId)?.timeZone ?? 'UTC');
    return possibleMoves(situationOf(asking, row, today));
  }
}

/** What the lifecycle decides by. */
const SITUATION = ['status', 'type', 'closedOn', 'missionId'] as const;

const plainNames = [
  'id',
  'caseNo',
  'type',
  'status',
  'place',
  'awareAt',
  'registeredAt',
  'openedOn',
  'closedOn',
  'summary',
  'version',
  'illustration',
] as const;

const plainFields: Record<string, FieldPlan> = {
  ...Object.fromEntries(plainNames.map((name) => [name, column(name)])),
  occurred: from(['occurredOn', 'occurredPrecision'], (row) => ({
    date: row.occurredOn,
    precision: row.occurredPrecision,
  })),
  owner: from(['ownerId', 'ownerName'], (row) =>
    row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName },
  ),
  timeline: from(['id', 'timeline'], () => undefined),
  changesSince: from(['id'], () => undefined),
  timelineDays: from(['id', 'missionId'], () => undefined),
};

function column(name: ColumnKey): FieldPlan {
  return from([name], (row) => row[name]);
}

function partsPlan(parts: Readonly<Record<string, FieldPlan>>, selection: Selection): FieldPlan {
  const selected = [...selection.keys()].flatMap((name) => (parts[name] ? [{ name, ...parts[name] }] : []));
  return {
    columns: selected.flatMap((part) => part.columns),
    make: (row, asking) => {
      const made: Record<string, unknown> = {};
      for (const { name, make } of selected) made[name] = make(row, asking);
      return made;
    },
  };
}

const nameColumns = ['clan', 'patronymic', 'given', 'latinSurname', 'latinGiven'] as const;

const personFields: Record<string, FieldPlan> = {
  ...Object.fromEntries([...nameColumns, 'sex' as const].map((name) => [name, column(name)])),
  id: column('personId'),
  displayName: from(nameColumns, (row) => displayName(row)),
  birth: from(['birthOn', 'birthPrecision'], (row) => ({
    date: row.birthOn,
    precision: row.birthPrecision,
  })),
};

const entryFields: Record<string, FieldPlan> = {
  id: column('entryId'),
  kind: column('entryKind'),
  at: column('entryAt'),
  recordedAt: column('entryRecordedAt'),
  text: column('entryBody'),
  fromStatus: column('entryFrom'),
  toStatus: column('entryTo'),
  by: from(['entryStaffId', 'entryStaffName'], (row) =>
    row.entryStaffId ? { id: row.entryStaffId, name: row.entryStaffName ?? '' } : null,
  ),
};
