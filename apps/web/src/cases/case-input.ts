import { isRealDay } from '../format/dates.ts';
import { futureTolerance, serverNow } from '../format/server-clock.ts';
import { instantOf } from '../format/zones.ts';
import { caseTypes, sexes, type CaseType } from '../enums.ts';
import type { VariablesOf } from '../graphql/tada.ts';
import type { DraftValues } from '../session/drafts.ts';
import type { fileCaseDocument } from './documents.ts';
import { codesAt, textAt } from '../ui/form/form-state.ts';
import { shapeOf, type CaseTypes, type RecordField, type TypeShape } from './type-records.ts';

export type FileCaseInput = VariablesOf<typeof fileCaseDocument>['input'];
type PartialDateInput = FileCaseInput['occurred'];

/** A problem found before anything is sent: the field, and the catalog key of what to say. */
export interface DraftProblem {
  field: string;
  key: string;
}

const two = (text: string): string => text.padStart(2, '0');

/** A date in parts as the schema takes it; the parts that are empty decide the precision. Null when it is no date. */
export function partialDateOf(values: DraftValues, path: string): PartialDateInput | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => textAt(values, `${path}.${part}`).trim());
  if (!year) return month || day ? null : { date: null, precision: 'UNKNOWN' };
  if (!month && day) return null;
  const date = `${year}-${two(month || '1')}-${two(day || '1')}`;
  if (!isRealDay(date)) return null;
  return { date, precision: day ? 'DAY' : month ? 'MONTH' : 'YEAR' };
}

/** A date that is known to the day: the date, null when left empty, undefined when it is not one. */
export function wholeDateOf(values: DraftValues, path: string): string | null | undefined {
  const found = partialDateOf(values, path);
  if (found?.precision === 'UNKNOWN') return null;
  return found?.precision === 'DAY' ? found.date : undefined;
}

/** The instant of a date and time in parts on the clocks of a zone; undefined when they are not one. */
export function instantAt(values: DraftValues, path: string, zone: string): string | undefined {
  const date = wholeDateOf(values, path);
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(textAt(values, `${path}.time`).trim());
  if (!date || !time) return undefined;
  return instantOf(date, `${two(time[1] ?? '')}:${time[2] ?? ''}`, zone);
}

export function typeOf(values: DraftValues): CaseType | undefined {
  return caseTypes.find((type) => type === textAt(values, 'type'));
}

const orNull = (text: string): string | null => text.trim() || null;

/** The value of a record's field as the schema takes it; undefined when what was typed is none. */
function recordValue({ kind, path }: RecordField, values: DraftValues, zone: string): unknown {
  const text = textAt(values, path).trim();
  switch (kind) {
    case 'CODES':
      return codesAt(values, path);
    case 'DATE':
      return wholeDateOf(values, path);
    case 'PARTIAL_DATE':
      return partialDateOf(values, path) ?? undefined;
    case 'INSTANT':
      return wholeDateOf(values, path) === null ? null : instantAt(values, path, zone);
    case 'YES_NO':
      return text || 'UNKNOWN';
    case 'NUMBER':
      return text === '' ? null : numberOf(text);
    case 'MONEY':
      return moneyOf(values, path);
    default:
      return text || null;
  }
}

/** "1 234,50" and "1234.50" are the same number. */
const plainNumber = (text: string): string => text.replace(/[\s\u00a0]/g, '').replace(',', '.');

function numberOf(text: string): number | undefined {
  const number = Number(plainNumber(text));
  return Number.isFinite(number) ? number : undefined;
}

function moneyOf(values: DraftValues, path: string): unknown {
  const amount = plainNumber(textAt(values, `${path}.amount`));
  const currency = textAt(values, `${path}.currency`);
  if (!amount && !currency) return null;
  return currency && /^\d+(\.\d+)?$/.test(amount) ? { amount, currency } : undefined;
}

/** The record of a type as its input, and the cause when that stands at the root. */
export function recordInput(shape: TypeShape, values: DraftValues, zone: string): Partial<FileCaseInput> {
  const { recordField, fields } = shape;
  const entries = fields.map((field) => [field.name, recordValue(field, values, zone)] as const);
  const record = Object.fromEntries(entries);
  return recordField === null ? record : { [recordField]: record };
}

/** The person as input; a person may be unnamed. */
export function subjectInput(values: DraftValues): FileCaseInput['subject'] {
  const text = (part: string): string | null => orNull(textAt(values, `subject.${part}`));
  return {
    clan: text('clan'),
    patronymic: text('patronymic'),
    given: text('given'),
    latinSurname: text('latinSurname'),
    latinGiven: text('latinGiven'),
    sex: sexes.find((sex) => sex === textAt(values, 'subject.sex')) ?? 'UNKNOWN',
    birth: partialDateOf(values, 'subject.birth'),
  };
}

function missingText(values: DraftValues, field: 'hostCountry' | 'source' | 'summary'): DraftProblem[] {
  return textAt(values, field).trim() === '' ? [{ field, key: `fileCase.missing.${field}` }] : [];
}

const badValue: Partial<Record<RecordField['kind'], string>> = {
  DATE: 'fileCase.badWholeDate',
  PARTIAL_DATE: 'fileCase.badDate',
  INSTANT: 'fileCase.badInstant',
  NUMBER: 'fileCase.badNumber',
  MONEY: 'fileCase.badMoney',
};

/** What must be mended before the record of a type can be sent. */
export function recordProblems({ fields }: TypeShape, values: DraftValues, zone: string): DraftProblem[] {
  return fields.flatMap((field): DraftProblem[] => {
    const { path, kind, required } = field;
    if (recordValue(field, values, zone) === undefined)
      return [{ field: path, key: badValue[kind] ?? 'fileCase.badDate' }];
    const empty = kind === 'CODES' ? codesAt(values, path).length === 0 : !textAt(values, path);
    return required && empty ? [{ field: path, key: 'fileCase.missing.cause' }] : [];
  });
}

/** Fields of which it was said that something unlikely is right. */
export function sureOf(values: DraftValues): string[] | null {
  const sure = codesAt(values, 'sure');
  return sure.length ? sure : null;
}

/** Everything that must be mended before the draft can be sent, in the order of the form. */
export function problemsIn(
  values: DraftValues,
  zone: string,
  types: CaseTypes,
  now: Date = serverNow(),
): DraftProblem[] {
  const shape = shapeOf(types, typeOf(values));
  const problems: DraftProblem[] = [];
  if (shape) problems.push(...recordProblems(shape, values, zone));
  else problems.push({ field: 'type', key: 'fileCase.missing.type' });
  if (partialDateOf(values, 'subject.birth') === null)
    problems.push({ field: 'subject.birth', key: 'fileCase.badDate' });
  problems.push(...missingText(values, 'hostCountry'));
  const occurred = partialDateOf(values, 'occurred');
  if (occurred === null) problems.push({ field: 'occurred', key: 'fileCase.badDate' });
  else if (occurred.date && Date.parse(occurred.date) > now.getTime() + 86_400_000)
    problems.push({ field: 'occurred', key: 'fileCase.futureDate' });
  const aware = instantAt(values, 'awareAt', zone);
  if (!aware) problems.push({ field: 'awareAt', key: 'fileCase.badInstant' });
  else if (Date.parse(aware) > now.getTime() + futureTolerance)
    problems.push({ field: 'awareAt', key: 'fileCase.futureDate' });
  // Chosen before the type was: somebody who cannot have told of such a case.
  const source = shape?.notToldBy.includes(textAt(values, 'source'))
    ? [{ field: 'source', key: 'fileCase.notToldBy' }]
    : missingText(values, 'source');
  return [...problems, ...source, ...missingText(values, 'summary')];
}

/** The draft as the schema's input. Call it only when `problemsIn` finds nothing. */
export function inputOf(id: string, values: DraftValues, zone: string, types: CaseTypes): FileCaseInput {
  const shape = shapeOf(types, typeOf(values));
  if (!shape) throw new Error('a draft without a type is not sent');
  return {
    id,
    type: shape.type,
    hostCountry: textAt(values, 'hostCountry'),
    place: orNull(textAt(values, 'place')),
    occurred: partialDateOf(values, 'occurred') ?? { date: null, precision: 'UNKNOWN' },
    awareAt: instantAt(values, 'awareAt', zone) ?? '',
    source: textAt(values, 'source'),
    summary: textAt(values, 'summary').trim(),
    subject: subjectInput(values),
    sure: sureOf(values),
    ...recordInput(shape, values, zone),
  };
}
