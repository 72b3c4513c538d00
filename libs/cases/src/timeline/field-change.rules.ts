import { cutToPrecision, type PartialDate } from '../file/dates.rules.js';
import type { FieldChange, Said, SaidKind } from './field-change.js';

/** The fields that differ, with what they said before and say since. */
export function changesBetween(before: readonly Said[], after: readonly Said[]): FieldChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  // What the case says now comes first, then what it does not say at all any more.
  const all = new Map([...now, ...old]);
  return [...all].flatMap(([key, { field, kind, list }]) => {
    const change = {
      field,
      kind,
      ...(list !== undefined && { list }),
      old: kept(kind, old.get(key)?.value),
      new: kept(kind, now.get(key)?.value),
    };
    return JSON.stringify(change.old) === JSON.stringify(change.new) ? [] : [change];
  });
}

/** Whether a change only says what was not known until then: that corrects nobody, and needs no reason. */
export function fillsIn({ kind, old }: Pick<FieldChange, 'kind' | 'old'>): boolean {
  if (old === null) return true;
  return kind === 'CODE' && [old].flat().every((code) => code === 'UNKNOWN');
}

/** A code's path alone does not say what it means: the cause of a case comes from another list when its type changes. */
const byKey = (said: readonly Said[]): Map<string, Said> =>
  new Map(said.map((one) => [`${one.field} ${one.list ?? ''}`, one]));

/** A value as entries keep it; null for everything that says nothing. */
export function kept(kind: SaidKind, value: unknown): unknown {
  if (value == null || value === '') return null;
  switch (kind) {
    case 'TEXT':
      return `${value as string}`.trim() || null;
    case 'CODE':
      return Array.isArray(value) && value.length === 0 ? null : value;
    case 'CHOICE':
      return value === 'UNKNOWN' ? null : value;
    case 'DATE':
      return dateKept(value as string | PartialDate);
    case 'INSTANT':
      return new Date(value as string).toISOString();
    case 'NUMBER':
    case 'MONEY':
    case 'COUNTRY':
      return value;
  }
}

function dateKept(value: string | PartialDate): PartialDate | null {
  const { date, precision } = typeof value === 'string' ? { date: value, precision: 'DAY' as const } : value;
  return date == null ? null : cutToPrecision({ date, precision });
}
