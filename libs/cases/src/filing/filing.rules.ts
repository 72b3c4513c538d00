import { Refusals } from '#platform';
import { checkPartialDate, EARLIEST, type PartialDate } from '../file/dates.rules.js';
import { type CaseType, RECORD_NAMES, recordShapes, shapeOf } from '../records/case-types.js';
import {
  checkRecord,
  type Judging,
  type Lists,
  type OrderOfDates,
  unknownCode,
} from '../records/record.rules.js';
import type { CaseContent } from './filing.js';

export type { Lists } from '../records/record.rules.js';

/**
 * Everything that can be wrong with what a case says, all at once.
 * @param today the calendar day at the post: later dates lie in the future.
 */
export function checkContent(content: CaseContent, type: CaseType, today: string, lists: Lists): Refusals {
  const refusals = new Refusals();
  const judging: Judging = { days: { today }, lists, refusals };
  checkPartialDate(content.occurred, 'occurred', judging.days, refusals);
  if (content.subject.birth) checkPartialDate(content.subject.birth, 'subject.birth', judging.days, refusals);
  if (!lists.hasCountry(content.hostCountry))
    unknownCode(refusals, 'hostCountry', content.hostCountry, 'COUNTRY');
  if (!lists.has('SOURCE', content.source)) unknownCode(refusals, 'source', content.source, 'SOURCE');
  if (!content.summary.trim()) refusals.add('REQUIRED', 'summary');
  checkRecords(content, type, judging);
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

function checkRecords(content: CaseContent, type: CaseType, judging: Judging): void {
  const shape = recordShapes[type];
  for (const name of RECORD_NAMES) {
    const record = content[name];
    if (record == null) continue;
    if (name === shape?.field) checkRecord(record, shape, judging);
    else judging.refusals.add('WRONG_RECORD', name, { type });
  }
  for (const order of shapeOf(type)?.rules?.orders ?? []) checkOrder(content, order, judging.refusals);
}

function checkOrder(content: CaseContent, { earlier, later }: OrderOfDates, refusals: Refusals): void {
  const [before, after] = [dayAt(content, earlier), dayAt(content, later)];
  if (before && after && after < before)
    refusals.add('ORDER_OF_DATES', later, { before: earlier.split('.')[1] ?? '' });
}

function dayAt(content: CaseContent, path: string): string | undefined {
  const [record = '', field = ''] = path.split('.');
  return (content as unknown as Record<string, Record<string, string | undefined> | undefined>)[record]?.[
    field
  ];
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
