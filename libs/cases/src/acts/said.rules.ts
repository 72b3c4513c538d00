import { cutToPrecision, type PartialDate } from '../file/dates.rules.js';
import type { CaseContent } from '../filing/filing.js';
import type { Lists } from '../filing/filing.rules.js';
import { type CaseType, type RecordField, recordShapes } from '../records/case-types.js';
import type { FieldChange, Said, SaidKind } from '../timeline/field-change.js';

/** What a case says that a correction can change. */
export interface StatedCase extends CaseContent {
  type: CaseType;
  awareAt: string;
}

/** Everything that a case says, field by field. */
export function saidBy(content: StatedCase, lists: Lists): Said[] {
  const { subject, type } = content;
  return [
    { field: 'type', kind: 'CHOICE', value: type },
    ...recordSaid(content),
    ...(recordShapes[type] ? [] : [causeSaid(content, lists)]),
    { field: 'hostCountry', kind: 'COUNTRY', value: content.hostCountry },
    text('place', content.place),
    { field: 'occurred', kind: 'DATE', value: content.occurred },
    { field: 'awareAt', kind: 'INSTANT', value: content.awareAt },
    { field: 'source', kind: 'CODE', list: 'SOURCE', value: content.source },
    text('summary', content.summary),
    text('subject.clan', subject.clan),
    text('subject.patronymic', subject.patronymic),
    text('subject.given', subject.given),
    text('subject.latinSurname', subject.latinSurname),
    text('subject.latinGiven', subject.latinGiven),
    { field: 'subject.sex', kind: 'CHOICE', value: subject.sex },
    { field: 'subject.birth', kind: 'DATE', value: subject.birth },
  ];
}

/** The fields that differ, with what they said before and say since. */
export function changesBetween(before: readonly Said[], after: readonly Said[]): FieldChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  // What the case says now comes first, then what it does not say at all any more.
  const all = new Map([...now, ...old]);
  return [...all].flatMap(([key, { field, kind, list }]) => {
    const change = {
      field,
      kind,
      ...(list !== undefined && { list }),
      old: kept(kind, old.get(key)?.value),
      new: kept(kind, now.get(key)?.value),
    };
    return JSON.stringify(change.old) === JSON.stringify(change.new) ? [] : [change];
  });
}

/** Whether a change only says what was not known until then: that corrects nobody, and needs no reason. */
export function fillsIn({ kind, old }: Pick<FieldChange, 'kind' | 'old'>): boolean {
  if (old === null) return true;
  if (kind === 'CODE') return [old].flat().every((code) => code === 'UNKNOWN');
  return false;
}

/** A code's path alone does not say what it means: the cause of a case comes from another list when its type changes. */
const byKey = (said: readonly Said[]): Map<string, Said> =>
  new Map(said.map((one) => [`${one.field} ${one.list ?? ''}`, one]));

/** A value as entries keep it; null for everything that says nothing. */
function kept(kind: SaidKind, value: unknown): unknown {
  if (value == null || value === '') return null;
  switch (kind) {
    case 'TEXT':
      return String(value as string).trim() || null;
    case 'CODE':
      return Array.isArray(value) && value.length === 0 ? null : value;
    case 'CHOICE':
      return value === 'UNKNOWN' ? null : value;
    case 'DATE':
      return dateKept(value as string | PartialDate);
    case 'INSTANT':
      return new Date(value as string).toISOString();
    default:
      return value;
  }
}

function dateKept(value: string | PartialDate): PartialDate | null {
  const { date, precision } = typeof value === 'string' ? { date: value, precision: 'DAY' as const } : value;
  return date == null ? null : cutToPrecision({ date, precision });
}

function text(field: string, value: string | null | undefined): Said {
  return { field, kind: 'TEXT', value };
}

function causeSaid({ type, cause }: StatedCase, lists: Lists): Said {
  return { field: 'cause', kind: 'CODE', list: lists.causeListOf(type) ?? '', value: cause };
}

function recordSaid(content: StatedCase): Said[] {
  const shape = recordShapes[content.type];
  if (!shape) return [];
  return Object.entries(shape.fields).map(([name, field]) => ({
    field: `${shape.field}.${name}`,
    kind: KINDS[field.kind],
    ...('list' in field && { list: field.list }),
    value: content[shape.field]?.[name],
  }));
}

const KINDS: Readonly<Record<RecordField['kind'], SaidKind>> = {
  code: 'CODE',
  codes: 'CODE',
  text: 'TEXT',
  date: 'DATE',
  yesNo: 'CHOICE',
};
