import type { CaseContent } from '../filing/filing.js';
import { type CaseType, recordShapes, shapeOf } from '../records/case-types.js';
import type { RecordField, RecordShape } from '../records/record-shape.js';
import { kept } from './field-change.rules.js';
import type { FieldChange, Said, SaidKind } from './field-change.js';

/** What a case says that a correction can change. */
export interface StatedCase extends CaseContent {
  type: CaseType;
  awareAt: string;
}

type FieldKind = Pick<Said, 'kind' | 'list'>;

/** The fields that every case has, beside the record of its type. */
const COMMON: Readonly<Record<string, FieldKind>> = {
  hostCountry: { kind: 'COUNTRY' },
  place: { kind: 'TEXT' },
  occurred: { kind: 'DATE' },
  awareAt: { kind: 'INSTANT' },
  source: { kind: 'CODE', list: 'SOURCE' },
  summary: { kind: 'TEXT' },
  'subject.clan': { kind: 'TEXT' },
  'subject.patronymic': { kind: 'TEXT' },
  'subject.given': { kind: 'TEXT' },
  'subject.latinSurname': { kind: 'TEXT' },
  'subject.latinGiven': { kind: 'TEXT' },
  'subject.sex': { kind: 'CHOICE' },
  'subject.birth': { kind: 'DATE' },
};

/** Everything that a case says, field by field, in the order in which people read it. */
export function saidBy(content: StatedCase): Said[] {
  const { type } = content;
  const shape = recordShapes[type];
  const own = shape
    ? recordFields(shape)
    : { cause: { kind: 'CODE', list: shapeOf(type)?.causeList } as const };
  const fields: Record<string, FieldKind> = { type: { kind: 'CHOICE' }, ...own, ...COMMON };
  return Object.entries(fields).map(([field, kind]) => ({ field, ...kind, value: valueAt(content, field) }));
}

/** What an entry of an earlier version kept: whole parts as they were before. What they said since is not known. */
export function earlierChanges(parts: Readonly<Record<string, unknown>>): FieldChange[] {
  const records = Object.values(recordShapes).flatMap((shape) => Object.entries(recordFields(shape)));
  const fields = new Map<string, FieldKind>([
    ['cause', { kind: 'CODE' }],
    ...records,
    ...Object.entries(COMMON),
  ]);
  return [...fields].flatMap(([field, kind]) => {
    const old = kept(kind.kind, valueAt(parts, field));
    return old === null ? [] : [{ field, ...kind, old, new: null }];
  });
}

function valueAt(content: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], content);
}

function recordFields({ field: record, fields }: RecordShape): Record<string, FieldKind> {
  const entries = Object.entries(fields).map(([name, field]): [string, FieldKind] => [
    `${record}.${name}`,
    { kind: KINDS[field.kind], ...('list' in field && { list: field.list }) },
  ]);
  return Object.fromEntries(entries);
}

const KINDS: Readonly<Record<RecordField['kind'], SaidKind>> = {
  code: 'CODE',
  codes: 'CODE',
  text: 'TEXT',
  longText: 'TEXT',
  number: 'NUMBER',
  money: 'MONEY',
  date: 'DATE',
  partialDate: 'DATE',
  instant: 'INSTANT',
  yesNo: 'CHOICE',
  reference: 'TEXT',
};
