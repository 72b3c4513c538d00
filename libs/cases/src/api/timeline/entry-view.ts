import { inUtc } from '../../file/dates.rules.js';
import type { EntryRow } from '../../timeline/entry-row.js';
import type { TimelineEntryType } from '../file/case-file.types.js';

export function entryView(row: EntryRow): TimelineEntryType {
  return {
    id: row.id,
    kind: row.kind,
    at: inUtc(row.at),
    recordedAt: inUtc(row.recordedAt),
    by: row.staffId ? { id: row.staffId, name: row.staffName ?? '' } : null,
    text: row.body,
    fromStatus: row.from,
    toStatus: row.to,
  };
}
