import { Injectable } from '@nestjs/common';
import type { Language } from '#platform';
import { ReferenceViews } from '#reference/api';
import { inUtc, type PartialDate } from '../../file/dates.rules.js';
import type { Money } from '../../records/record-shape.js';
import type { EntryRow } from '../../timeline/entry-row.js';
import type { FieldChange, KeptChanges, SaidKind } from '../../timeline/field-change.js';
import { earlierChanges } from '../../timeline/said.rules.js';
import type { FieldChangeType, SaidValueType, TimelineEntryType } from './timeline.types.js';

/** Entries of a timeline as their reader sees them. */
@Injectable()
export class EntryView {
  constructor(private readonly views: ReferenceViews) {}

  entry(row: EntryRow, language: Language): TimelineEntryType {
    return {
      id: row.id,
      kind: row.kind,
      at: inUtc(row.at),
      recordedAt: inUtc(row.recordedAt),
      by: row.staffId ? { id: row.staffId, name: row.staffName ?? '' } : null,
      text: row.body,
      fromStatus: row.from,
      toStatus: row.to,
      outcome: this.outcome(row.outcome, language),
      changes: this.changes(row.changes, language),
    };
  }

  outcome(code: string | null, language: Language) {
    return this.views.item('OUTCOME', code, language);
  }

  changes(kept: KeptChanges | null, language: Language): FieldChangeType[] {
    if (kept === null) return [];
    const afterIsKept = Array.isArray(kept);
    const changes: readonly FieldChange[] = afterIsKept ? kept : earlierChanges(kept);
    return changes.map((change) => ({
      field: change.field,
      kind: change.kind,
      before: this.said(change, change.old, language),
      after: this.said(change, change.new, language),
      afterIsKept,
    }));
  }

  private said(
    { kind, list }: { kind: SaidKind; list?: string },
    value: unknown,
    language: Language,
  ): SaidValueType | null {
    if (value == null) return null;
    switch (kind) {
      case 'CODE': {
        const labels = ([value].flat() as string[]).map(
          (code) => this.views.item(list ?? '', code, language).label,
        );
        return { text: labels.join(', '), precision: null };
      }
      case 'COUNTRY':
        return { text: this.views.country(value as string, language).label, precision: null };
      case 'MONEY': {
        const { amount, currency } = value as Money;
        return { text: `${amount} ${currency}`, precision: null };
      }
      case 'DATE': {
        const { date, precision } = value as PartialDate;
        return { text: date ?? '', precision };
      }
      default:
        return { text: `${value as string}`, precision: null };
    }
  }
}
