import { describe, expect, it } from 'vitest';
import { formatNumber } from './numbers.ts';
import { uuidv7 } from './uuid.ts';

describe('ids made here', () => {
  it('are UUIDs of version 7 that carry their millisecond', () => {
    const now = Date.UTC(2026, 10, 22);
    const id = uuidv7(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
  });

  it('differ, and sort by time', () => {
    expect(new Set(Array.from({ length: 1000 }, () => uuidv7())).size).toBe(1000);
    expect(uuidv7(1_000) < uuidv7(2_000)).toBe(true);
  });
});

describe('numbers', () => {
  it('have a comma between thousands in both languages', () => {
    expect([0, 999, 1000, 8390, 1234567, -1234.5].map(formatNumber)).toEqual([
      '0',
      '999',
      '1,000',
      '8,390',
      '1,234,567',
      '-1,234.5',
    ]);
  });
});
