import { afterEach, describe, expect, it, vi } from 'vitest';
import { silenceOf } from './silence.ts';

const seoul = { id: 'SEL', label: 'Seoul', timeZone: 'Asia/Seoul' };
const quietSince = (at: string, status: 'IN_PROGRESS' | 'CLOSED' = 'IN_PROGRESS') =>
  silenceOf({ status, mission: seoul, latestEntry: { kind: 'NOTE', at } });

describe('how long nothing was written of a case', () => {
  afterEach(() => vi.useRealTimers());

  it('is counted in days of the post, and becomes amber after two weeks and red after thirty days', () => {
    vi.useFakeTimers({ now: new Date('2026-11-28T03:00:00Z') });
    // Half past midnight of the 28th in Seoul.
    expect(quietSince('2026-11-27T15:30:00Z')).toEqual({ days: 0, tone: 'quiet' });
    expect(quietSince('2026-11-15T03:00:00Z')).toEqual({ days: 13, tone: 'quiet' });
    expect(quietSince('2026-11-14T03:00:00Z')).toEqual({ days: 14, tone: 'amber' });
    expect(quietSince('2026-10-29T03:00:00Z')).toEqual({ days: 30, tone: 'red' });
  });

  it('asks nothing of a closed case, and is none for an entry that a clock put a little ahead', () => {
    vi.useFakeTimers({ now: new Date('2026-11-28T03:00:00Z') });
    expect(quietSince('2026-01-01T03:00:00Z', 'CLOSED').tone).toBe('quiet');
    expect(quietSince('2026-11-29T03:00:00Z').days).toBe(0);
  });
});
