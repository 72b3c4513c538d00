import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/**
 * How values arrive on the fast path: dates as `YYYY-MM-DD`, instants as ISO 8601 text in UTC, whole numbers as numbers.
 * They go out as JSON text; making Date objects in between would only cost time. The server's time zone is UTC.
 */
export const plainTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return isoInstant;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

/** `2026-11-22 19:26:00.123456+00` → `2026-11-22T19:26:00.123456Z`. */
function isoInstant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}
