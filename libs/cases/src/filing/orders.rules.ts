import type { Refusals } from '#platform';
import { loosened, type Span, spanOf } from '../file/dates.rules.js';
import { type CaseType, recordShapes, shapeOf } from '../records/case-types.js';
import { datesIn, type OrderOfDates, spanOfField } from '../records/record.rules.js';
import type { CaseContent } from './filing.js';
import type { Circumstances } from './filing.rules.js';

/**
 * The order of a case's dates: nothing happens to a person before birth, and what the type's own rules say. Each date stands for all the
 * days that its precision leaves open, so only what cannot be at all is refused.
 */
export function checkOrders(
  content: CaseContent,
  type: CaseType,
  { awareDay, before }: Circumstances,
  refusals: Refusals,
): void {
  for (const order of ordersOf(type)) {
    const { earlier, later, unlikely } = order;
    // A date that is wrong by itself is said once.
    if (isRefused(refusals, earlier) || isRefused(refusals, later)) continue;
    if (!isBroken(content, type, order, awareDay)) continue;
    // The time of learning stands on no form of a record: the field that does is the one to look at.
    const [field, other] = later === 'awareAt' ? [earlier, later] : [later, earlier];
    const settled = content.sure?.includes(field) || (before && sameEnds(before, content, order));
    if (unlikely && settled) continue;
    refusals.addPair(unlikely ? 'UNLIKELY_ORDER' : 'ORDER_OF_DATES', field, other, { earlier, later });
  }
}

const known = new Map<CaseType, readonly OrderOfDates[]>();

function ordersOf(type: CaseType): readonly OrderOfDates[] {
  let orders = known.get(type);
  if (!orders) {
    const record = recordShapes[type];
    const events = ['occurred', ...(record ? datesIn(record) : [])];
    orders = [
      ...events.map((later) => ({ earlier: 'subject.birth', later })),
      ...(shapeOf(type)?.rules?.orders ?? []),
    ];
    known.set(type, orders);
  }
  return orders;
}

function isRefused({ items }: Refusals, path: string): boolean {
  const isAbout = ({ code, field }: Refusals['items'][number]) =>
    code !== 'ORDER_OF_DATES' && code !== 'UNLIKELY_ORDER' && (field === path || field === `${path}.date`);
  return items.some(isAbout);
}

function isBroken(
  content: CaseContent,
  type: CaseType,
  { earlier, later, grace = 0 }: OrderOfDates,
  awareDay: string | undefined,
): boolean {
  const first = spanAt(content, type, earlier, awareDay);
  const second = spanAt(content, type, later, awareDay);
  if (!first || !second || first.first <= second.last) return false;
  return grace === 0 || first.first > loosened(second, grace).last;
}

/** The days for which a date of the case may stand, by the date's path. */
function spanAt(
  content: CaseContent,
  type: CaseType,
  path: string,
  awareDay: string | undefined,
): Span | undefined {
  if (path === 'awareAt') return awareDay === undefined ? undefined : { first: awareDay, last: awareDay };
  if (path === 'occurred') return spanOf(content.occurred);
  if (path === 'subject.birth') return content.subject.birth ? spanOf(content.subject.birth) : undefined;
  const [record, field = ''] = path.split('.');
  const shape = recordShapes[type];
  const declared = shape?.field === record ? shape?.fields[field] : undefined;
  return shape && declared && spanOfField(declared, content[shape.field]?.[field]);
}

function sameEnds(before: CaseContent, after: CaseContent, { earlier, later }: OrderOfDates): boolean {
  return [earlier, later].every(
    (path) => JSON.stringify(at(before, path)) === JSON.stringify(at(after, path)),
  );
}

function at(content: CaseContent, path: string): unknown {
  return (
    path
      .split('.')
      .reduce<unknown>((from, step) => (from as Record<string, unknown> | null)?.[step], content) ?? null
  );
}
