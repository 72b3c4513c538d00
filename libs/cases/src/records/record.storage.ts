import { cutToPrecision, inUtc, type PartialDate } from '../file/dates.rules.js';
import { decimalsOf } from './currencies.js';
import type { FieldValue, Money, RecordField, RecordInput, RecordShape } from './record-shape.js';

type Row = Readonly<Record<string, unknown>>;

/** A column of a record's table: which part of which field it keeps. */
export interface RecordColumn {
  name: string;
  /** For the placeholder of a statement. */
  sqlType: string;
  /** What is kept of the field's value; where nothing was said, what stands for that. */
  valueOf: (record: RecordInput | null) => unknown;
}

const NOTHING_KNOWN: PartialDate = { date: null, precision: 'UNKNOWN' };

/** `shipName` → `ship_name`. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const known = new WeakMap<RecordShape, readonly RecordColumn[]>();

/** The columns of a record's table beside its case and mission. */
export function recordColumns(shape: RecordShape): readonly RecordColumn[] {
  let columns = known.get(shape);
  if (!columns) {
    columns = Object.entries(shape.fields).flatMap(([name, field]) => columnsOf(name, field));
    known.set(shape, columns);
  }
  return columns;
}

/** Placeholders for a statement's values, the first of which is `$first`. */
export function recordPlaces(shape: RecordShape, first: number): string[] {
  return recordColumns(shape).map(({ sqlType }, at) => `$${first + at}::${sqlType}`);
}

/** The values for `recordPlaces`. */
export function recordValues(record: RecordInput | null, shape: RecordShape | undefined): unknown[] {
  return shape ? recordColumns(shape).map(({ valueOf }) => valueOf(record)) : [];
}

/** A record as the row of its table, by column: for writing many at once. */
export function recordRow(record: RecordInput | null, shape: RecordShape): Record<string, unknown> {
  return Object.fromEntries(recordColumns(shape).map(({ name, valueOf }) => [name, valueOf(record)]));
}

/** A row of a record's table, as PostgreSQL writes it in JSON, in the shape in which a filing would say it. */
export function recordFrom(row: Row, shape: RecordShape): RecordInput {
  const fields = Object.entries(shape.fields);
  return Object.fromEntries(fields.map(([name, field]) => [name, fieldFrom(row, name, field)]));
}

function columnsOf(name: string, field: RecordField): RecordColumn[] {
  const column = columnOf(name);
  const one = (sqlType: string, orElse: unknown = null): RecordColumn[] => [
    { name: column, sqlType, valueOf: (record) => record?.[name] ?? orElse },
  ];
  switch (field.kind) {
    case 'code':
    case 'text':
    case 'longText':
      return one('text');
    case 'codes':
      return one('text[]', []);
    case 'number':
      return one('numeric');
    case 'date':
      return one('date');
    case 'instant':
      return one('timestamptz');
    case 'yesNo':
      return one('text', 'UNKNOWN');
    case 'reference':
      return one('uuid');
    case 'money':
      return moneyColumns(name, column);
    case 'partialDate':
      return partialDateColumns(name, column);
  }
}

function moneyColumns(name: string, column: string): RecordColumn[] {
  const part = (part: keyof Money) => (record: RecordInput | null) => moneyIn(record, name)?.[part] ?? null;
  return [
    { name: `${column}_amount`, sqlType: 'numeric', valueOf: part('amount') },
    { name: `${column}_currency`, sqlType: 'text', valueOf: part('currency') },
  ];
}

function partialDateColumns(name: string, column: string): RecordColumn[] {
  return [
    { name: column, sqlType: 'date', valueOf: (record) => partialDateIn(record, name).date },
    {
      name: `${column}_precision`,
      sqlType: 'text',
      valueOf: (record) => partialDateIn(record, name).precision,
    },
  ];
}

const moneyIn = (record: RecordInput | null, name: string) => record?.[name] as Money | null | undefined;

const partialDateIn = (record: RecordInput | null, name: string): PartialDate =>
  cutToPrecision((record?.[name] as PartialDate | null | undefined) ?? NOTHING_KNOWN);

/** A field's value out of its columns. */
export function fieldFrom(row: Row, name: string, field: RecordField): FieldValue | null {
  const column = columnOf(name);
  switch (field.kind) {
    case 'money': {
      const [amount, currency] = [row[`${column}_amount`], row[`${column}_currency`]];
      if (amount == null || typeof currency !== 'string') return null;
      return { amount: Number(amount).toFixed(decimalsOf(currency)), currency };
    }
    case 'partialDate':
      return {
        date: (row[column] as string | null | undefined) ?? null,
        precision: (row[`${column}_precision`] as PartialDate['precision'] | undefined) ?? 'UNKNOWN',
      };
    case 'instant':
      return typeof row[column] === 'string' ? inUtc(row[column]) : null;
    default:
      return (row[column] as FieldValue | undefined) ?? null;
  }
}
