import type { Asking } from '#access';
import { type Connection, connectionOf, MAX_PAGE } from '#platform';
import { READY, type ReadyFields } from '#platform/api';
import { type CaseRow, NEWEST_ENTRIES } from '../../file/case-files.columns.js';
import { inUtc } from '../../file/dates.rules.js';
import type { EntryRow } from '../../timeline/entry-row.js';
import type { EntryView } from './entry-view.js';
import type { TimelineEntryType } from './timeline.types.js';

/** What `CaseFile.timeline` (a field with arguments) starts from: the newest entries, read with the case. */
export interface TimelineSource {
  id: string;
  /** At most `NEWEST_ENTRIES`; fewer are all there are. */
  newestEntries: EntryRow[];
  [READY]: ReadyFields;
}

export function timelineSource(
  row: CaseRow<'id' | 'timeline'>,
  { language }: Asking,
  view: EntryView,
): TimelineSource {
  const newestEntries = row.timeline ?? [];
  const page = pageOf((entry) => view.entry(entry, language));
  const timeline = (args: Readonly<Record<string, unknown>>) => firstPage(newestEntries, args, page);
  return { id: row.id, newestEntries, [READY]: { timeline } };
}

type Paging = (rows: readonly EntryRow[], first: number, total: number) => Connection<TimelineEntryType>;

/** The first page of a timeline that is here as a whole, as nearly every one is. */
function firstPage(
  entries: readonly EntryRow[],
  { first, after }: Readonly<Record<string, unknown>>,
  page: Paging,
): Connection<TimelineEntryType> | undefined {
  const asked = Number(first);
  if (after != null || entries.length >= NEWEST_ENTRIES || !(asked >= 1 && asked <= MAX_PAGE))
    return undefined;
  return page(entries, asked, entries.length);
}

/** Makes a page of rows, which are one more than `first` when there is a next page. */
export function pageOf(seen: (entry: EntryRow) => TimelineEntryType): Paging {
  return (rows, first, total) => connectionOf(rows, first, total, ({ id, at }) => [inUtc(at), id], seen);
}
