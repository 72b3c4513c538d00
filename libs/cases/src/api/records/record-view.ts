import type { Language, Row } from '#platform';
import type { ReferenceViews } from '#reference/api';
import type { CaseRow } from '../../file/case-files.columns.js';
import { type RecordName, recordShapes } from '../../records/case-types.js';
import type { Money, RecordField, RecordShape } from '../../records/record-shape.js';
import { fieldFrom } from '../../records/record.storage.js';

/** The record of a case's type with its codes' labels; null for the records of other types. */
export function recordView(
  name: RecordName,
  row: CaseRow<'type' | 'record'>,
  language: Language,
  views: ReferenceViews,
): Record<string, unknown> | null {
  const shape = recordShapes[row.type];
  return row.record && shape?.field === name ? viewOf(shape, row.record, language, views) : null;
}

/** A row of a record's table as its reader sees it. */
export function viewOf(
  shape: RecordShape,
  record: Row,
  language: Language,
  views: Pick<ReferenceViews, 'item'>,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(shape)) {
    const value = fieldFrom(record, name, field);
    if (field.kind === 'code') made[name] = views.item(field.list, value as string | null, language);
    else if (field.kind === 'codes')
      made[name] = (value as string[]).map((code) => views.item(field.list, code, language));
    else if (field.kind === 'money') made[name] = moneyView(value as Money | null, language, views);
    else made[name] = value;
  }
  return made;
}

function moneyView(money: Money | null, language: Language, views: Pick<ReferenceViews, 'item'>) {
  return money && { amount: money.amount, currency: views.item('CURRENCY', money.currency, language) };
}

const known = new WeakMap<RecordShape, [string, RecordField][]>();

function fieldsOf(shape: RecordShape): readonly [string, RecordField][] {
  let fields = known.get(shape);
  if (!fields) known.set(shape, (fields = Object.entries(shape.fields)));
  return fields;
}
