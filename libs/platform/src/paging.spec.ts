import { describe, expect, it } from '@jest/globals';
import { connectionOf, type CursorType, MAX_PAGE, readPage, writeCursor } from './paging.js';

const ID = '01900000-0000-7000-8000-000000000000';
const byTime: CursorType[] = ['timestamptz', 'uuid'];
const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a page', () => {
  it.each([1, 50, MAX_PAGE])('of %s rows is given', (first) => {
    expect(readPage(first, null, byTime)).toEqual({ first, after: undefined });
  });

  it.each([0, -1, 101, 1.5, Number.NaN])('of %s rows is refused', (first) => {
    expect(codeOf(() => readPage(first, null, byTime))).toBe('PAGE_SIZE');
  });
});

describe('a cursor', () => {
  it('comes back as the values it was made of', () => {
    const values = ['2026-03-09T05:05:00.123456Z', ID];
    expect(readPage(10, writeCursor(values), byTime).after).toEqual(values);
    const name = ['0', 'Өнөр', '', ID];
    expect(readPage(10, writeCursor(name), ['int', 'text', 'text', 'uuid']).after).toEqual(name);
  });

  it.each([
    ['is no JSON', 'AAAA'],
    ['is no list', Buffer.from('{"a":1}').toString('base64url')],
    ['is too short', writeCursor([ID])],
    ['is too long', writeCursor(['2026-03-09T05:05:00Z', ID, ID])],
    ['holds no instant', writeCursor(['yesterday', ID])],
    ['holds a day that there is not', writeCursor(['2026-02-30T05:05:00Z', ID])],
    ['holds no id', writeCursor(['2026-03-09T05:05:00Z', 'SEL-2026-00042'])],
    ['holds something to break out with', writeCursor(["2026-03-09T05:05:00Z'; --", ID])],
    ['is empty', ''],
  ])('that %s is refused', (_, cursor) => {
    expect(codeOf(() => readPage(10, cursor, byTime))).toBe('BAD_CURSOR');
  });

  it('holds no null byte, whatever its order', () => {
    expect(codeOf(() => readPage(10, writeCursor(['а\u0000']), 1))).toBe('BAD_CURSOR');
  });
});

describe('a connection', () => {
  it('knows that there is more by the one row too many, and does not show that', () => {
    const made = connectionOf([1, 2, 3], 2, 7, (row) => [String(row)]);
    expect(made.edges.map(({ node }) => node)).toEqual([1, 2]);
    expect(made.pageInfo).toEqual({ hasNextPage: true, endCursor: writeCursor(['2']) });
    expect(made.totalCount).toBe(7);
  });

  it('of nothing has no cursor', () => {
    expect(connectionOf([], 2, 0, () => []).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });
});
