import type { Language, Row } from '#platform';
import type { ReferenceViews } from '#reference/api';
import { type CaseType, columnOf, type RecordName, recordShapes } from '../case-types.js';

/** The record of a case's type with its codes' labels; null for the records of other types. */
export function recordView(
  name: RecordName,
  row: Row,
  language: Language,
  views: ReferenceViews,
): Record<string, unknown> | null {
  const shape = recordShapes[row.type as CaseType];
  const record = row.record as Row | null;
  if (!record || shape?.field !== name) return null;
  const made: Record<string, unknown> = {};
  for (const [field, { kind, ...rest }] of Object.entries(shape.fields)) {
    const value = record[columnOf(field)];
    const list = 'list' in rest ? rest.list : '';
    if (kind === 'code') made[field] = views.item(list, value as string | null, language);
    else if (kind === 'codes')
      made[field] = (value as string[]).map((code) => views.item(list, code, language));
    else made[field] = value;
  }
  return made;
}
