import { describe, expect, it } from '@jest/globals';
import { closingDay } from './closing-day.rules.js';

describe('the day on which a case counts as closed', () => {
  it('is today at the post', () => expect(closingDay('2026-03-09', '2026-03-08')).toBe('2026-03-09'));

  it('is the day of opening when it is closed on it', () =>
    expect(closingDay('2026-03-09', '2026-03-09')).toBe('2026-03-09'));

  it('never precedes the opening, whatever the clock of the post says now', () =>
    expect(closingDay('2026-03-08', '2026-03-09')).toBe('2026-03-09'));
});
