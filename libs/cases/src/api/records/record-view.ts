import type { Language } from '#platform';
import type { ReferenceViews } from '#reference/api';
import type { CaseRow } from '../../file/case-files.columns.js';
import {
  columnOf,
  type RecordField,
  type RecordName,
  type RecordShape,
  recordShapes,
} from '../../records/case-types.js';

/** The record of a case's type with its codes' labels; null for the records of other types. */
export function recordView(
  name: RecordName,
  row: CaseRow<'type' | 'record'>,
  language: Language,
  views: ReferenceViews,
): Record<string, unknown> | null {
  const shape = recordShapes[row.type];
  const { record } = row;
  if (!record || shape?.field !== name) return null;
  const made: Record<string, unknown> = {};
  for (const { field, column, kind, list } of fieldsOf(shape)) {
    const value = record[column];
    if (kind === 'code') made[field] = views.item(list, value as string | null, language);
    else if (kind === 'codes')
      made[field] = (value as string[]).map((code) => views.item(list, code, language));
    else made[field] = value;
  }
  return made;
}

interface FieldOfRecord {
  field: string;
  column: string;
  kind: RecordField['kind'];
  list: string;
}

const known = new WeakMap<RecordShape, readonly FieldOfRecord[]>();

function fieldsOf(shape: RecordShape): readonly FieldOfRecord[] {
  let fields = known.get(shape);
  if (!fields) {
    fields = Object.entries(shape.fields).map(([field, { kind, ...rest }]) => ({
      field,
      column: columnOf(field),
      kind,
      list: 'list' in rest ? rest.list : '',
    }));
    known.set(shape, fields);
  }
  return fields;
}
