import type { Refusals } from '#platform';
import {
  checkDay,
  checkPartialDate,
  type DayLimits,
  isFutureInstant,
  type PartialDate,
  type Span,
  spanOf,
  spanOfInstant,
} from '../file/dates.rules.js';
import { decimalsOf } from './currencies.js';
import type { FieldKind, Money, RecordField, RecordInput, RecordShape } from './record-shape.js';

/** Asks the code lists: whether a code can be chosen, whether a country exists. */
export interface Lists {
  has(list: string, code: string): boolean;
  hasCountry(code: string): boolean;
  causeListOf(type: string): string | undefined;
}

/**
 * Two dates of a case of which the first cannot be after the second, each at its own precision. Paths as in the API:
 * `<record>.<field>`, and of every case `occurred`, `awareAt`, `subject.birth`.
 */
export interface OrderOfDates {
  earlier: string;
  later: string;
  /** Days by which they may seem to be out of order, since the event's place and the post can be a day apart. */
  grace?: number;
  /** It can be so, but seldom is: refused only until somebody says that it is right. */
  unlikely?: true;
}

/** What must hold between the facts of a type, beyond what each field must be by itself. */
export interface TypeRules {
  orders?: readonly OrderOfDates[];
  /** Codes of SOURCE that cannot have told of such a case: the dead report no death. */
  notToldBy?: readonly string[];
}

/** The fields of a record that say when something was. */
export function datesIn({ field: record, fields }: RecordShape): string[] {
  const dated = Object.entries(fields).filter(([, { kind }]) => DATED.has(kind));
  return dated.map(([field]) => `${record}.${field}`);
}

const DATED: ReadonlySet<string> = new Set(['date', 'partialDate', 'instant'] satisfies FieldKind[]);

/** The days for which the value of a dated field may stand. */
export function spanOfField(field: RecordField, value: unknown): Span | undefined {
  if (value == null) return undefined;
  if (field.kind === 'date') return { first: value as string, last: value as string };
  if (field.kind === 'instant') return spanOfInstant(value as string);
  return field.kind === 'partialDate' ? spanOf(value as PartialDate) : undefined;
}

/** What fields are judged by. */
export interface Judging {
  /** Days that are too early or still to come. */
  days: DayLimits;
  lists: Lists;
  refusals: Refusals;
}

/** Each field of a record by itself, by its kind. */
export function checkRecord(record: RecordInput, shape: RecordShape, judging: Judging): void {
  for (const one of declaredIn(shape)) {
    const value = record[one.name];
    if (value != null) checkField(one.field, value, one.path, judging);
  }
}

interface Declared {
  name: string;
  /** As refusals name it: `<record>.<field>`. */
  path: string;
  field: RecordField;
}

const declared = new WeakMap<RecordShape, readonly Declared[]>();

/** The fields of a record, listed once: an import asks a million times. */
function declaredIn(shape: RecordShape): readonly Declared[] {
  let fields = declared.get(shape);
  if (!fields) {
    fields = Object.entries(shape.fields).map(([name, field]) => ({
      name,
      path: `${shape.field}.${name}`,
      field,
    }));
    declared.set(shape, fields);
  }
  return fields;
}

function checkField(shape: RecordField, value: unknown, path: string, judging: Judging): void {
  const { days, lists, refusals } = judging;
  switch (shape.kind) {
    case 'code':
      if (!lists.has(shape.list, value as string)) unknownCode(refusals, path, value as string, shape.list);
      break;
    case 'codes':
      for (const code of value as string[]) {
        if (!lists.has(shape.list, code)) unknownCode(refusals, path, code, shape.list);
      }
      break;
    case 'number':
      checkNumber(shape, value as number, path, refusals);
      break;
    case 'money':
      checkMoney(value as Money, path, judging);
      break;
    case 'date':
      checkDay(value as string, path, days, refusals);
      break;
    case 'partialDate':
      checkPartialDate(value as PartialDate, path, days, refusals);
      break;
    case 'instant':
      if (isFutureInstant(value as string)) refusals.add('FUTURE_DATE', path);
      break;
    // Texts were measured at the counter; a reference is looked up where the database is.
    case 'text':
    case 'longText':
    case 'yesNo':
    case 'reference':
  }
}

function checkNumber(
  { min, max, whole }: Extract<RecordField, { kind: 'number' }>,
  value: number,
  path: string,
  refusals: Refusals,
): void {
  if (!Number.isFinite(value) || value < min || value > max)
    refusals.add('NUMBER_OUT_OF_RANGE', path, { min, max });
  else if (whole && !Number.isInteger(value)) refusals.add('NUMBER_NOT_WHOLE', path);
}

/** More than any debt or damage; with three decimals still exact in JSON. */
const MOST_MONEY = 1e12;

function checkMoney({ amount, currency }: Money, path: string, { lists, refusals }: Judging): void {
  if (!lists.has('CURRENCY', currency)) {
    unknownCode(refusals, `${path}.currency`, currency, 'CURRENCY');
    return;
  }
  const decimals = decimalsOf(currency);
  if (!/^\d{1,15}(\.\d+)?$/.test(amount)) refusals.add('BAD_AMOUNT', `${path}.amount`);
  else if (Number(amount) >= MOST_MONEY)
    refusals.add('NUMBER_OUT_OF_RANGE', `${path}.amount`, { min: 0, max: MOST_MONEY });
  else if ((amount.split('.')[1]?.length ?? 0) > decimals)
    refusals.add('TOO_MANY_DECIMALS', `${path}.amount`, { currency, decimals });
}

export function unknownCode(refusals: Refusals, field: string, code: string, list: string): void {
  // A wrong code is quoted, so that its typist knows it again, but never at length.
  refusals.add('UNKNOWN_CODE', field, { code: code.slice(0, 40), list });
}
