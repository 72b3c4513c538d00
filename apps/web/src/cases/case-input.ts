import { isRealDay } from '../format/dates.ts';
import { futureTolerance, serverNow } from '../format/server-clock.ts';
import { instantOf } from '../format/zones.ts';
import { caseTypes, sexes, type CaseType } from '../enums.ts';
import type { VariablesOf } from '../graphql/tada.ts';
import type { DraftValues } from '../session/drafts.ts';
import type { fileCaseDocument } from './documents.ts';
import { codesAt, textAt } from '../ui/form/form-state.ts';
import { typeRecords, type RecordField } from './type-records.ts';

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

function recordValue(field: RecordField, values: DraftValues): unknown {
  if (field.kind === 'codes') return codesAt(values, field.path);
  if (field.kind === 'date') return wholeDateOf(values, field.path);
  if (field.kind === 'yesNoUnknown') return textAt(values, field.path) || 'UNKNOWN';
  return orNull(textAt(values, field.path));
}

/** The record of a type as its input, and the cause when that stands at the root. */
export function recordInput(type: CaseType, values: DraftValues): Partial<FileCaseInput> {
  const { record, fields } = typeRecords[type];
  if (record === null) return { cause: orNull(textAt(values, 'cause')) };
  const entries = fields.map((field) => [field.path.split('.')[1], recordValue(field, values)]);
  return { [record]: Object.fromEntries(entries) as object };
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

/** What must be mended before the record of a type can be sent. */
export function recordProblems(type: CaseType, values: DraftValues): DraftProblem[] {
  return typeRecords[type].fields.flatMap((field): DraftProblem[] => {
    if (field.kind === 'date' && wholeDateOf(values, field.path) === undefined)
      return [{ field: field.path, key: 'fileCase.badWholeDate' }];
    const empty =
      field.kind === 'codes' ? codesAt(values, field.path).length === 0 : !textAt(values, field.path);
    return field.cause && empty ? [{ field: field.path, key: 'fileCase.missing.cause' }] : [];
  });
}

/** Everything that must be mended before the draft can be sent, in the order of the form. */
export function problemsIn(values: DraftValues, zone: string, now: Date = serverNow()): DraftProblem[] {
  const type = typeOf(values);
  const problems: DraftProblem[] = [];
  if (type) problems.push(...recordProblems(type, values));
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
  return [...problems, ...missingText(values, 'source'), ...missingText(values, 'summary')];
}

/** The draft as the schema's input. Call it only when `problemsIn` finds nothing. */
export function inputOf(id: string, values: DraftValues, zone: string): FileCaseInput {
  const type = typeOf(values) ?? 'WELFARE';
  return {
    id,
    type,
    hostCountry: textAt(values, 'hostCountry'),
    place: orNull(textAt(values, 'place')),
    occurred: partialDateOf(values, 'occurred') ?? { date: null, precision: 'UNKNOWN' },
    awareAt: instantAt(values, 'awareAt', zone) ?? '',
    source: textAt(values, 'source'),
    summary: textAt(values, 'summary').trim(),
    subject: subjectInput(values),
    ...recordInput(type, values),
  };
}
