import { type Connection, connectionOf, MAX_PAGE } from '#platform';
import { READY, type ReadyFields } from '#platform/api';
import { type CaseRow, NEWEST_ENTRIES } from '../../file/case-files.columns.js';
import type { TimelineEntryType } from '../file/case-file.types.js';
import { inUtc } from '../../file/dates.rules.js';
import type { EntryRow } from '../../timeline/entry-row.js';
import { entryView } from './entry-view.js';

/** What `CaseFile.timeline` (a field with arguments) starts from: the newest entries, read with the case. */
export interface TimelineSource {
  id: string;
  /** At most `NEWEST_ENTRIES`; fewer are all there are. */
  newestEntries: EntryRow[];
  [READY]: ReadyFields;
}

export function timelineSource(row: CaseRow<'id' | 'timeline'>): TimelineSource {
  const newestEntries = row.timeline ?? [];
  const timeline = (args: Readonly<Record<string, unknown>>) => firstPage(newestEntries, args);
  return { id: row.id, newestEntries, [READY]: { timeline } };
}

/** The first page of a timeline that is here as a whole, as nearly every one is. */
function firstPage(
  entries: readonly EntryRow[],
  { first, after }: Readonly<Record<string, unknown>>,
): Connection<TimelineEntryType> | undefined {
  const asked = Number(first);
  if (after != null || entries.length >= NEWEST_ENTRIES || !(asked >= 1 && asked <= MAX_PAGE))
    return undefined;
  return timelinePage(entries, asked, entries.length);
}

/** @param rows one more than `first` when there is a next page. */
export function timelinePage(
  rows: readonly EntryRow[],
  first: number,
  total: number,
): Connection<TimelineEntryType> {
  return connectionOf(rows, first, total, ({ id, at }) => [inUtc(at), id], entryView);
}
