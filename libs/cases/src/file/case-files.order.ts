import type { CursorType } from '#platform';

type Add = (value: unknown) => string;

interface Order {
  /** The total order, over `c` and `joins`; also what a cursor is made of. */
  columns: readonly string[];
  /** SQL types of the columns, to read a cursor's text back. */
  types: readonly CursorType[];
  direction: 'asc' | 'desc';
  joins: string;
}

const byTime = (direction: 'asc' | 'desc'): Order => ({
  columns: ['c.registered_at', 'c.id'],
  types: ['timestamptz', 'uuid'],
  direction,
  joins: '',
});

/** The orders of a worklist, each total: no two cases tie, so that a cursor has one meaning. */
const orders = {
  NEWEST: byTime('desc'),
  OLDEST: byTime('asc'),
  // Of which nothing was heard for longest.
  QUIETEST: {
    columns: ['coalesce(c.last_entry_at, c.registered_at)', 'c.id'],
    types: ['timestamptz', 'uuid'],
    direction: 'asc',
    joins: '',
  },
  // Own name, then patronymic, in the order of the Mongolian school alphabet; the unnamed last.
  NAME: {
    columns: [
      '(n.given is null and n.latin_given is null)::int',
      `coalesce(n.given, n.latin_given, '') collate public.mn_names`,
      `coalesce(n.patronymic, n.latin_surname, '') collate public.mn_names`,
      'c.id',
    ],
    types: ['int', 'text', 'text', 'uuid'],
    direction: 'asc',
    joins: 'join cases.person n on n.id = c.subject_id',
  },
} satisfies Record<string, Order>;

export type CaseOrder = keyof typeof orders;

export function orderOf(name: CaseOrder): Order {
  return orders[name];
}

/** Of what types a cursor's values are. */
export function cursorTypes(name: CaseOrder): readonly CursorType[] {
  return orders[name].types;
}

export function orderBy({ columns, direction }: Order): string {
  return columns.map((column) => `${column} ${direction}`).join(', ');
}

/** The columns as `cursor0`, `cursor1`, …, beside what a page selects. */
export function cursorColumns({ columns }: Order): string {
  return columns.map((column, at) => `${column} as cursor${at}`).join(', ');
}

/** What `cursorColumns` adds to a row. */
export type CursorValues = Readonly<Record<`cursor${number}`, unknown>>;

/** The cursor's values of a row that was selected with `cursorColumns`. */
export function cursorOf(name: CaseOrder, row: CursorValues): string[] {
  return orders[name].columns.map((_, at) => String(row[`cursor${at}`]));
}

/** Only what comes after the cursor. */
export function afterCursor(
  { columns, types, direction }: Order,
  after: readonly string[],
  add: Add,
): string {
  const values = types.map((type, at) => `${add(after[at])}::${type}`);
  return `(${columns.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${values.join(', ')})`;
}
