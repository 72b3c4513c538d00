import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import type { Row } from '#platform';
import { below, type Selection } from '#platform/api';
import { Codes } from '#reference';
import { ReferenceViews } from '#reference/api';
import { situationOf } from '../acts.service.js';
import { possibleMoves } from '../case-file.lifecycle.js';
import type { ColumnKey } from '../case-files.columns.js';
import { type CaseType, RECORD_NAMES } from '../case-types.js';
import { localDay } from '../dates.rules.js';
import { displayName } from '../names.rules.js';
import type { CaseFileType, PersonType, TimelineEntryType } from './case-file.types.js';
import { entryView, type EntryRow } from './entry-view.js';
import { recordView } from './record-view.js';

/** Fields of `CaseFile` that are a column as it is. */
const plain = [
  'id', 'caseNo', 'type', 'status', 'place', 'awareAt', 'registeredAt', 'openedOn', 'closedOn', 'summary', 'version',
  'illustration',
] as const; // prettier-ignore

const nameColumns = ['clan', 'patronymic', 'given', 'latinSurname', 'latinGiven'] as const;

/** Which columns each other field is made of. */
const composed: Record<string, readonly ColumnKey[]> = {
  mission: ['missionId'],
  hostCountry: ['hostCountry'],
  occurred: ['occurredOn', 'occurredPrecision'],
  outcome: ['outcome'],
  source: ['source'],
  cause: ['cause', 'type'],
  owner: ['ownerId', 'ownerName'],
  nextStatuses: ['status', 'type', 'closedOn', 'missionId'],
  timeline: ['id', 'timeline', 'timelineCount'],
  ...Object.fromEntries(RECORD_NAMES.map((name) => [name, ['type', 'record'] as const])),
};

/** Between the selection of a document and the columns of a row: which to read, and what to make of them. */
@Injectable()
export class CaseView {
  constructor(
    private readonly views: ReferenceViews,
    private readonly codes: Codes,
  ) {}

  /** The columns that a selection on `CaseFile` needs. */
  columnsFor(selection: Selection): ColumnKey[] {
    const keys = new Set<ColumnKey>();
    for (const field of selection.keys()) {
      if ((plain as readonly string[]).includes(field)) keys.add(field as ColumnKey);
      for (const key of composed[field] ?? []) keys.add(key);
    }
    for (const key of personColumns(below(selection, 'subject'))) keys.add(key);
    for (const key of entryColumns(below(selection, 'latestEntry'))) keys.add(key);
    // A row needs at least one column.
    return keys.size === 0 ? ['id'] : [...keys];
  }

  /** What the executor reads off: only what was selected is filled. */
  make(row: Row, selection: Selection, asking: Asking): CaseFileType {
    const { language } = asking;
    const made: Record<string, unknown> = {};
    for (const field of selection.keys()) {
      if (field in row) made[field] = row[field];
    }
    if (selection.has('mission')) made.mission = this.views.mission(row.missionId as string, language);
    if (selection.has('hostCountry'))
      made.hostCountry = this.views.country(row.hostCountry as string, language);
    if (selection.has('occurred')) made.occurred = { date: row.occurredOn, precision: row.occurredPrecision };
    if (selection.has('outcome'))
      made.outcome = this.views.item('OUTCOME', row.outcome as string | null, language);
    if (selection.has('source')) made.source = this.views.item('SOURCE', row.source as string, language);
    if (selection.has('cause')) made.cause = this.causeView(row, asking);
    if (selection.has('subject')) made.subject = personView(row);
    if (selection.has('owner'))
      made.owner = row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName };
    if (selection.has('latestEntry')) made.latestEntry = latestEntryView(row);
    if (selection.has('nextStatuses')) made.nextStatuses = this.nextStatuses(row, asking);
    if (selection.has('timeline')) Object.assign(made, timelineSource(row));
    for (const name of RECORD_NAMES) {
      if (selection.has(name)) made[name] = recordView(name, row, language, this.views);
    }
    return made as unknown as CaseFileType;
  }

  private causeView(row: Row, { language }: Asking) {
    return this.views.item(this.codes.causeListOf(row.type as string) ?? '', row.cause as string, language);
  }

  private nextStatuses(row: Row, asking: Asking): string[] {
    const today = localDay(new Date(), this.codes.mission(row.missionId as string)?.timeZone ?? 'UTC');
    const { status, type, closedOn } = row as {
      status: 'REGISTERED';
      type: CaseType;
      closedOn: string | null;
    };
    return possibleMoves(situationOf(asking, { status, type, closedOn }, today));
  }
}

function personColumns(selection: Selection): ColumnKey[] {
  const keys: ColumnKey[] = [];
  for (const field of selection.keys()) {
    if (field === 'id') keys.push('personId');
    else if (field === 'displayName') keys.push(...nameColumns);
    else if (field === 'birth') keys.push('birthOn', 'birthPrecision');
    else if (field !== '__typename') keys.push(field as ColumnKey);
  }
  return keys;
}

function personView(row: Row): PersonType {
  return {
    ...(row as Partial<PersonType>),
    id: row.personId as string,
    displayName: displayName(row),
    birth: { date: row.birthOn as string | null, precision: row.birthPrecision as string },
  } as PersonType;
}

const entryFields: Record<string, readonly ColumnKey[]> = {
  id: ['entryId'],
  kind: ['entryKind'],
  at: ['entryAt'],
  recordedAt: ['entryRecordedAt'],
  by: ['entryStaffId', 'entryStaffName'],
  text: ['entryBody'],
  fromStatus: ['entryFrom'],
  toStatus: ['entryTo'],
};

function entryColumns(selection: Selection): ColumnKey[] {
  return [...selection.keys()].flatMap((field) => entryFields[field] ?? []);
}

function latestEntryView(row: Row): TimelineEntryType {
  return entryView({
    id: row.entryId,
    kind: row.entryKind,
    at: row.entryAt,
    recordedAt: row.entryRecordedAt,
    staffId: row.entryStaffId,
    staffName: row.entryStaffName,
    body: row.entryBody,
    from: row.entryFrom,
    to: row.entryTo,
  } as EntryRow);
}

/** What `CaseFile.timeline` (a resolver, since it has arguments) starts from: the newest entries, read with the case. */
export interface TimelineSource {
  id: string;
  newestEntries: EntryRow[];
  entryCount: number;
}

function timelineSource(row: Row): TimelineSource {
  return {
    id: row.id as string,
    newestEntries: (row.timeline as EntryRow[] | null) ?? [],
    entryCount: row.timelineCount as number,
  };
}
