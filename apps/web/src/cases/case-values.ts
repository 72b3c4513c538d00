import { wallClock } from '../format/zones.ts';
import type { DraftValues } from '../session/drafts.ts';
import type { CaseFileData } from './case-file-document.ts';
import { type Precision } from '../format/dates.ts';
import { shapeOf, type CaseTypes, type RecordField } from './type-records.ts';

interface Coded {
  code: string;
  label: string;
}

const isCoded = (value: unknown): value is Coded =>
  typeof value === 'object' && value !== null && 'code' in value;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
export const isMoney = (value: unknown): value is { amount: string; currency: Coded } =>
  isObject(value) && 'amount' in value;
export const isPartialDate = (value: unknown): value is { date: string | null; precision: Precision } =>
  isObject(value) && 'precision' in value;

/** The value of a record's field in a case as it was read. */
export function recordValueIn(file: CaseFileData, field: RecordField): unknown {
  if (field.path === 'cause') return file.cause;
  const [record = ''] = field.path.split('.');
  const found = (file as unknown as Record<string, unknown>)[record] as Record<string, unknown> | null;
  return found?.[field.name] ?? null;
}

/** The label, or labels, of a value read from a record; null when there is none. */
export function labelOf(value: unknown): string | null {
  if (Array.isArray(value))
    return (
      value
        .filter(isCoded)
        .map(({ label }) => label)
        .join(', ') || null
    );
  if (isCoded(value)) return value.label;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Writes a date into the parts in which a form holds it, as far as it is known. */
function dateParts(path: string, date: string | null, precision = 'DAY'): DraftValues {
  if (!date || precision === 'UNKNOWN') return {};
  const [year = '', month = '', day = ''] = date.split('-');
  const parts: DraftValues = { [`${path}.year`]: year };
  if (precision !== 'YEAR') parts[`${path}.month`] = String(Number(month));
  if (precision === 'DAY') parts[`${path}.day`] = String(Number(day));
  return parts;
}

/** Writes an instant into the parts in which a form holds it, to the minute. */
function instantParts(path: string, instant: string, zone: string): DraftValues {
  const { date, time } = wallClock(instant, zone);
  return { ...dateParts(path, date), [`${path}.time`]: time };
}

function recordParts(file: CaseFileData, field: RecordField): DraftValues {
  const value = recordValueIn(file, field);
  const { kind, path } = field;
  if (Array.isArray(value)) return { [path]: value.filter(isCoded).map(({ code }) => code) };
  if (isCoded(value)) return { [path]: value.code };
  if (kind === 'NUMBER' && typeof value === 'number') return { [path]: String(value) };
  if (kind === 'MONEY' && isMoney(value))
    return { [`${path}.amount`]: value.amount, [`${path}.currency`]: value.currency.code };
  if (kind === 'PARTIAL_DATE' && isPartialDate(value)) return dateParts(path, value.date, value.precision);
  if (typeof value !== 'string') return {};
  if (kind === 'INSTANT') return instantParts(path, value, file.mission.timeZone);
  return kind === 'DATE' ? dateParts(path, value) : { [path]: value };
}

/** A case as the values of a form, to be corrected there. */
export function valuesOf(file: CaseFileData, types: CaseTypes): DraftValues {
  const { subject } = file;
  const texts = {
    place: file.place,
    summary: file.summary,
    source: file.source.code,
    hostCountry: file.hostCountry.code,
  };
  const names = {
    'subject.clan': subject.clan,
    'subject.patronymic': subject.patronymic,
    'subject.given': subject.given,
    'subject.latinSurname': subject.latinSurname,
    'subject.latinGiven': subject.latinGiven,
    'subject.sex': subject.sex,
  };
  const filled = Object.entries({ ...texts, ...names }).filter(([, value]) => value !== null) as [
    string,
    string,
  ][];
  return Object.assign(
    { type: file.type, ...Object.fromEntries(filled) },
    instantParts('awareAt', file.awareAt, file.mission.timeZone),
    dateParts('occurred', file.occurred.date, file.occurred.precision),
    dateParts('subject.birth', subject.birth.date, subject.birth.precision),
    ...(shapeOf(types, file.type)?.fields ?? []).map((field) => recordParts(file, field)),
  ) as DraftValues;
}

/** The top of each path whose value differs: "subject" for "subject.given". */
export function changedParts(before: DraftValues, after: DraftValues): Set<string> {
  const same = (path: string): boolean =>
    JSON.stringify(before[path] ?? '') === JSON.stringify(after[path] ?? '');
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...paths].filter((path) => !same(path)).map((path) => path.split('.')[0] ?? path));
}
