import type { EntryKind } from './timeline-entry.entity.js';
import type { KeptChanges } from './field-change.js';
import type { CaseStatus } from '../file/case-file.lifecycle.js';

/** A timeline entry as the reader's SQL gives it. */
export interface EntryRow {
  id: string;
  kind: EntryKind;
  at: string;
  recordedAt: string;
  staffId: string | null;
  staffName: string | null;
  body: string | null;
  from: CaseStatus | null;
  to: CaseStatus | null;
  outcome: string | null;
  changes: KeptChanges | null;
}

/**
 * The columns of an entry, in the shape of `EntryRow`. They become JSON as a whole row: `json_build_object` would look up how to
 * write each value anew.
 */
export const ENTRY_COLUMNS = `t.id, t.kind, t.at, t.recorded_at as "recordedAt", t.staff_id as "staffId", s.name as "staffName",
  t.body, t.from_status as "from", t.to_status as "to", t.outcome, t.changes`;
