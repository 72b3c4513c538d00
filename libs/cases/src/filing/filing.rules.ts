import { Refusals } from '#platform';
import { checkPartialDate, EARLIEST, loosened, type PartialDate, spanOf } from '../file/dates.rules.js';
import { strangeLetter } from '../people/names.rules.js';
import { type CaseType, RECORD_NAMES, recordShapes, shapeOf } from '../records/case-types.js';
import { checkRecord, type Judging, type Lists, unknownCode } from '../records/record.rules.js';
import type { CaseContent } from './filing.js';
import { checkOrders } from './orders.rules.js';

export type { Lists } from '../records/record.rules.js';

/** What a case is judged by beside what it says. */
export interface Circumstances {
  /** The day, at the post, on which it learned of the matter. */
  awareDay?: string;
  /** What the case said before a correction: what stays as it was is not asked about again. */
  before?: CaseContent;
}

/**
 * Everything that can be wrong with what a case says, all at once. The same rules on every way in.
 * @param today the latest calendar day that has begun at the post or where it happened (`latestDay`): later dates lie in the future.
 */
export function checkContent(
  content: CaseContent,
  type: CaseType,
  today: string,
  lists: Lists,
  circumstances: Circumstances = {},
): Refusals {
  const refusals = new Refusals();
  const judging: Judging = { days: { today }, lists, refusals };
  checkPartialDate(content.occurred, 'occurred', judging.days, refusals);
  if (content.subject.birth) checkPartialDate(content.subject.birth, 'subject.birth', judging.days, refusals);
  checkNames(content, refusals);
  if (!lists.hasCountry(content.hostCountry))
    unknownCode(refusals, 'hostCountry', content.hostCountry, 'COUNTRY');
  if (!lists.has('SOURCE', content.source)) unknownCode(refusals, 'source', content.source, 'SOURCE');
  else if (shapeOf(type)?.rules?.notToldBy?.includes(content.source))
    refusals.add('SOURCE_IS_SUBJECT', 'source');
  if (!content.summary.trim()) refusals.add('REQUIRED', 'summary');
  checkRecords(content, type, judging);
  checkCause(content, type, lists, refusals);
  checkOrders(content, type, circumstances, refusals);
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
  else {
    const event = spanOf(occurred);
    // Nearly all are learned of when they have happened: only the others are looked at more closely.
    if (!event || event.first <= awareDay || event.first > today) return;
    // A day's grace: the event's day is the event's place's, the awareness the post's; they can be a day apart.
    const latest = loosened({ first: awareDay, last: awareDay }, 1).last;
    if (event.first > latest) refusals.addPair('AWARE_BEFORE_EVENT', 'awareAt', 'occurred');
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
}

const NAMES = ['clan', 'patronymic', 'given', 'latinSurname', 'latinGiven'] as const;

function checkNames({ subject }: CaseContent, refusals: Refusals): void {
  for (const name of NAMES) {
    const text = subject[name];
    const letter = text ? strangeLetter(text) : undefined;
    if (letter) refusals.add('MIXED_LETTERS', `subject.${name}`, { letter });
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
