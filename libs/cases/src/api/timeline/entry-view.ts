import { inUtc } from '../../file/dates.rules.js';
import type { TimelineEntryType } from '../file/case-file.types.js';

/** A timeline entry as the reader's SQL gives it. */
export interface EntryRow {
  id: string;
  kind: string;
  at: string;
  recordedAt: string;
  staffId: string | null;
  staffName: string | null;
  body: string | null;
  from: string | null;
  to: string | null;
}

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
