import { Refusal } from './refusal.js';

export const MAX_PAGE = 100;

/** A page of a total order: how many, and the values of the order's columns at the last row seen. */
export interface Page {
  first: number;
  after: readonly string[] | undefined;
}

/** SQL types that a cursor's values may have, and how they are written there. */
const shapes = {
  timestamptz:
    /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  int: /^-?\d{1,9}$/,
  text: /^[^\0]*$/u,
};
export type CursorType = keyof typeof shapes;

/**
 * Checks a connection's arguments.
 * @param order types of the columns of the cursor's order, or only how many they are.
 * @throws Refusal PAGE_SIZE or BAD_CURSOR.
 */
export function readPage(
  first: number,
  after: string | null | undefined,
  order: number | readonly CursorType[],
): Page {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw Refusal.of('PAGE_SIZE', 'first', { max: MAX_PAGE });
  }
  return { first, after: after == null ? undefined : readCursor(after, order) };
}

/** A cursor is opaque to clients: the order's column values, so that a page starts where the last one ended. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

function readCursor(cursor: string, order: number | readonly CursorType[]): readonly string[] {
  const types = typeof order === 'number' ? Array<CursorType>(order).fill('text') : order;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === types.length &&
      types.every((type, at) => fits(values[at], type))
    ) {
      return values as string[];
    }
  } catch {
    // falls through to the refusal: what a person sent is not a cursor of ours
  }
  throw Refusal.of('BAD_CURSOR', 'after');
}

function fits(value: unknown, type: CursorType): boolean {
  return typeof value === 'string' && shapes[type].test(value) && isDay(value, type);
}

/** The calendar's own word on 30 February. */
function isDay(value: string, type: CursorType): boolean {
  return (
    type !== 'timestamptz' ||
    (!Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value.slice(0, 10)))
  );
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/**
 * Makes a connection of rows read with one more than asked (`first + 1`), the sign that there is a next page.
 * @param cursorOf the order's column values of a row.
 * @param nodeOf what the client sees of a row.
 */
export function connectionOf<Row, T = Row>(
  rows: readonly Row[],
  first: number,
  totalCount: number,
  cursorOf: (row: Row) => readonly string[],
  nodeOf: (row: Row) => T = (row) => row as unknown as T,
): Connection<T> {
  const edges = rows.slice(0, first).map((row) => new Edge(row, nodeOf(row), cursorOf));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}

/** Writes its cursor only when somebody reads it: most documents read only the last one, as `endCursor`. */
class Edge<Row, T> {
  constructor(
    private readonly row: Row,
    readonly node: T,
    private readonly cursorOf: (row: Row) => readonly string[],
  ) {}

  get cursor(): string {
    return writeCursor(this.cursorOf(this.row));
  }
}
