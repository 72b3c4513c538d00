import type { Refusals } from '#platform';
import {
  checkDay,
  checkPartialDate,
  type DayLimits,
  isFutureInstant,
  type PartialDate,
} from '../file/dates.rules.js';
import { decimalsOf } from './currencies.js';
import type { Money, RecordField, RecordInput, RecordShape } from './record-shape.js';

/** Asks the code lists: whether a code can be chosen, whether a country exists. */
export interface Lists {
  has(list: string, code: string): boolean;
  hasCountry(code: string): boolean;
  causeListOf(type: string): string | undefined;
}

/** Two dates of a case of which the first cannot be after the second. Paths as in the API: `detention.arrestedOn`. */
export interface OrderOfDates {
  earlier: string;
  later: string;
}

/** What must hold between the facts of a type, beyond what each field must be by itself. */
export interface TypeRules {
  orders?: readonly OrderOfDates[];
}

/** What fields are judged by. */
export interface Judging {
  /** Days that are too early or still to come. */
  days: DayLimits;
  lists: Lists;
  refusals: Refusals;
}

/** Each field of a record by itself, by its kind. */
export function checkRecord(
  record: RecordInput,
  { field: name, fields }: RecordShape,
  judging: Judging,
): void {
  for (const [field, shape] of Object.entries(fields)) {
    const value = record[field];
    if (value != null) checkField(shape, value, `${name}.${field}`, judging);
  }
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
