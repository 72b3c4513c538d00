import { Refusal } from './refusal.js';

export const MAX_PAGE = 100;

/** A page of a total order: how many, and the values of the order's columns at the last row seen. */
export interface Page {
  first: number;
  after: readonly string[] | undefined;
}

/**
 * Checks a connection's arguments.
 * @param width how many columns the cursor's order has.
 * @throws Refusal PAGE_SIZE or BAD_CURSOR.
 */
export function readPage(first: number, after: string | null | undefined, width: number): Page {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw Refusal.of('PAGE_SIZE', 'first', { max: MAX_PAGE });
  }
  return { first, after: after == null ? undefined : readCursor(after, width) };
}

/** A cursor is opaque to clients: the order's column values, so that a page starts where the last one ended. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

function readCursor(cursor: string, width: number): readonly string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === width && values.every((v) => typeof v === 'string')) {
      return values as string[];
    }
  } catch {
    // falls through to the refusal: what a person sent is not a cursor of ours
  }
  throw Refusal.of('BAD_CURSOR', 'after');
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/**
 * Makes a connection of rows read with one more than asked (`first + 1`), the sign that there is a next page.
 * @param cursorOf the order's column values of a row.
 */
export function connectionOf<T>(
  rows: readonly T[],
  first: number,
  totalCount: number,
  cursorOf: (row: T) => readonly string[],
): Connection<T> {
  const shown = rows.slice(0, first);
  const edges = shown.map((node) => ({ cursor: writeCursor(cursorOf(node)), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}
