import type { PartialDate } from '../file/dates.rules.js';
import type { TypeRules } from './record.rules.js';

/** What every field of a record says of itself, whatever its kind. */
interface FieldFacts {
  /** For readers of the API's schema. */
  description: string;
  /** Asked for at filing, beside the cause; the others stand under "more", to be filled in later. */
  early?: true;
  /** Key of its label in the catalogs; the field's own path (`death.manner`) when left out. */
  labelKey?: string;
}

/** A field of a record by its kind: how it is entered, checked, kept, read and shown follows from this alone. */
export type RecordField = FieldFacts &
  (
    | { kind: 'code'; list: string }
    | { kind: 'codes'; list: string; most: number }
    /** One line. */
    | { kind: 'text'; max: number }
    /** Paragraphs. */
    | { kind: 'longText'; max: number }
    | { kind: 'number'; min: number; max: number; whole?: true }
    /** An amount and its currency (ISO 4217): two columns. */
    | { kind: 'money' }
    | { kind: 'date' }
    /** A date as far as it is known: two columns, as for `occurred`. */
    | { kind: 'partialDate' }
    | { kind: 'instant' }
    | { kind: 'yesNo' }
    /** The id of somebody or something that the register knows, within the reach of whoever names it. */
    | { kind: 'reference'; target: ReferenceTarget }
  );

export type FieldKind = RecordField['kind'];
export const FIELD_KINDS = [
  'code',
  'codes',
  'text',
  'longText',
  'number',
  'money',
  'date',
  'partialDate',
  'instant',
  'yesNo',
  'reference',
] as const satisfies readonly FieldKind[];

/** What a reference can point to. Organisations come with their table. */
export type ReferenceTarget = 'PERSON' | 'ORGANISATION';

export interface Money {
  /** A decimal number as text, so that no digit is lost on the way: `1234.50`. */
  amount: string;
  /** Code of ISO 4217. */
  currency: string;
}

export type FieldValue = string | number | readonly string[] | Money | PartialDate;

/** A record as it arrives, and as it is read back: field → value. */
export type RecordInput = Readonly<Record<string, FieldValue | null | undefined>>;

/** The record that a type of case has beyond every case: one row of a table of its own. */
export interface RecordShape<Name extends string = string> {
  /** Name of the field in the API, e.g. `crimeVictim`. */
  field: Name;
  /** Table in the schema `cases`; a field's column is its name in snake case. */
  table: string;
  /** For readers of the API's schema. */
  description: string;
  /** In the order in which forms ask and pages show them. */
  fields: Readonly<Record<string, RecordField>>;
  /** The field whose code (the first of several) is the cause that the counts use. */
  cause: string;
}

/** All that the register knows of a type of case. One folder each; `case-types.ts` lists them. */
export interface CaseTypeShape<Type extends string = string, Name extends string = string> {
  type: Type;
  /** The code list of the cause that the counts use. */
  causeList: string;
  /** Left out where the type has nothing beyond its cause, which is then chosen directly. */
  record?: RecordShape<Name>;
  /** What must hold between its dates and other facts. */
  rules?: TypeRules;
  /** What its fields are called where a refusal names one beside another; every dated field has a name. */
  names?: Readonly<Record<string, Readonly<Record<'mn' | 'en', string>>>>;
  /** Closing such a case asks for a second pair of eyes. */
  closedBySupervisor?: true;
}

/** Declares a type of case, keeping its names as literals. */
export function caseType<const Type extends string, const Name extends string = never>(
  shape: CaseTypeShape<Type, Name>,
): CaseTypeShape<Type, Name> {
  return shape;
}

/** The field of a record that gives its cause, and the list from which that comes. */
export function causeListIn({ fields, cause }: RecordShape): string {
  const field = fields[cause];
  return field && 'list' in field ? field.list : '';
}
