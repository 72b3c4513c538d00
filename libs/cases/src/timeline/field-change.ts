/** How the value of a field is to be read. */
export const SAID_KINDS = [
  'TEXT',
  'NUMBER',
  'MONEY',
  'CODE',
  'COUNTRY',
  'CHOICE',
  'DATE',
  'INSTANT',
] as const;
export type SaidKind = (typeof SAID_KINDS)[number];

/** A field of a case as an act finds or leaves it. */
export interface Said {
  /** Path as in the API's inputs, e.g. `detention.offence`. */
  field: string;
  kind: SaidKind;
  /** Of a code: the list it is from. */
  list?: string;
  value: unknown;
}

/**
 * One field that an entry changed. It says of itself how it is to be read, so that it can still be read when types of cases have
 * other fields than today.
 */
export interface FieldChange extends Omit<Said, 'value'> {
  old: unknown;
  new: unknown;
}

/** As entries keep it. Until 28 November 2026 they kept only what the changed parts had said before, by the name of the part. */
export type KeptChanges = FieldChange[] | Readonly<Record<string, unknown>>;
