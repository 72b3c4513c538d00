import { Refusals } from '#platform';
import { type CaseType, RECORD_NAMES, type RecordField, recordShapes } from '../records/case-types.js';
import { EARLIEST, type PartialDate } from '../file/dates.rules.js';
import type { CaseContent, RecordInput } from './filing.js';

/** Asks the code lists: whether a code can be chosen, whether a country exists. */
export interface Lists {
  has(list: string, code: string): boolean;
  hasCountry(code: string): boolean;
  causeListOf(type: string): string | undefined;
}

/**
 * Everything that can be wrong with what a case says, all at once.
 * @param today the calendar day at the post: later dates lie in the future.
 */
export function checkContent(content: CaseContent, type: CaseType, today: string, lists: Lists): Refusals {
  const refusals = new Refusals();
  checkPartialDate(content.occurred, 'occurred', today, refusals);
  if (content.subject.birth) checkPartialDate(content.subject.birth, 'subject.birth', today, refusals);
  if (!lists.hasCountry(content.hostCountry))
    unknownCode(refusals, 'hostCountry', content.hostCountry, 'COUNTRY');
  if (!lists.has('SOURCE', content.source)) unknownCode(refusals, 'source', content.source, 'SOURCE');
  if (!content.summary.trim()) refusals.add('REQUIRED', 'summary');
  checkRecords(content, type, today, lists, refusals);
  checkCause(content, type, lists, refusals);
  return refusals;
}

/** When the mission learned of it: not in the future, and not before it happened. */
export function checkAwareness(
  awareDay: string,
  occurred: PartialDate,
  today: string,
  refusals: Refusals,
): void {
  if (awareDay > today) refusals.add('FUTURE_DATE', 'awareAt');
  else if (awareDay < EARLIEST) refusals.add('TOO_OLD', 'awareAt');
  else if (
    occurred.precision === 'DAY' &&
    occurred.date &&
    awareDay < occurred.date &&
    occurred.date <= today
  ) {
    // A day's grace: the event's day is the event's place's, the awareness the post's; they can be a day apart.
    if (Date.parse(occurred.date) - Date.parse(awareDay) > 86_400_000)
      refusals.add('AWARE_BEFORE_EVENT', 'awareAt');
  }
}

/** The cause that the counts use: that of the type's record where there is one, else the one chosen directly. */
export function causeOf(content: CaseContent, type: CaseType): string {
  const shape = recordShapes[type];
  if (!shape) return content.cause ?? 'UNKNOWN';
  const value = content[shape.field]?.[shape.cause];
  const first = Array.isArray(value) ? (value as string[])[0] : (value as string | null | undefined);
  return first ?? 'UNKNOWN';
}

function checkPartialDate(
  { date, precision }: PartialDate,
  field: string,
  today: string,
  refusals: Refusals,
): void {
  if ((date == null) !== (precision === 'UNKNOWN')) refusals.add('DATE_AND_PRECISION', field);
  else if (date != null) checkDay(date, `${field}.date`, today, refusals);
}

function checkDay(date: string, field: string, today: string, refusals: Refusals): void {
  if (date > today) refusals.add('FUTURE_DATE', field);
  else if (date < EARLIEST) refusals.add('TOO_OLD', field);
}

function checkRecords(
  content: CaseContent,
  type: CaseType,
  today: string,
  lists: Lists,
  refusals: Refusals,
): void {
  const shape = recordShapes[type];
  for (const name of RECORD_NAMES) {
    const record = content[name];
    if (record == null) continue;
    if (name !== shape?.field) refusals.add('WRONG_RECORD', name, { type });
    else checkRecord(record, name, shape.fields, today, lists, refusals);
  }
  const arrested = content.detention?.arrestedOn as string | undefined;
  for (const later of ['missionNotifiedOn', 'firstVisitOn']) {
    const day = content.detention?.[later] as string | undefined;
    if (arrested && day && day < arrested) {
      refusals.add('ORDER_OF_DATES', `detention.${later}`, { before: 'arrestedOn' });
    }
  }
}

function checkRecord(
  record: RecordInput,
  name: string,
  fields: Readonly<Record<string, RecordField>>,
  today: string,
  lists: Lists,
  refusals: Refusals,
): void {
  for (const [field, shape] of Object.entries(fields)) {
    const value = record[field];
    if (value == null) continue;
    if (shape.kind === 'date') checkDay(value as string, `${name}.${field}`, today, refusals);
    if (shape.kind !== 'code' && shape.kind !== 'codes') continue;
    for (const code of Array.isArray(value) ? (value as string[]) : [value as string]) {
      if (!lists.has(shape.list, code)) unknownCode(refusals, `${name}.${field}`, code, shape.list);
    }
  }
}

function checkCause(content: CaseContent, type: CaseType, lists: Lists, refusals: Refusals): void {
  if (recordShapes[type]) {
    if (content.cause != null) refusals.add('WRONG_RECORD', 'cause', { type });
  } else if (content.cause == null) {
    refusals.add('CAUSE_NEEDED', 'cause');
  } else {
    const list = lists.causeListOf(type) ?? '';
    if (!lists.has(list, content.cause)) unknownCode(refusals, 'cause', content.cause, list);
  }
}

function unknownCode(refusals: Refusals, field: string, code: string, list: string): void {
  // A wrong code is quoted, so that its typist knows it again, but never at length.
  refusals.add('UNKNOWN_CODE', field, { code: code.slice(0, 40), list });
}
