import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { requestOnce } from '../graphql/client.ts';
import { unreadNow, watchUnread } from './unread.ts';

vi.mock('../graphql/client.ts', () => ({ requestOnce: vi.fn() }));

const asked = vi.mocked(requestOnce);

describe('how many notices are unread', () => {
  let stop: () => void;
  beforeEach(async () => {
    vi.useFakeTimers();
    asked.mockReset().mockResolvedValue({ unreadNotices: 2 });
    stop = watchUnread();
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('is asked at once, and every minute while somebody is there', async () => {
    expect(unreadNow()).toBe(2);
    dispatchEvent(new Event('pointermove'));
    await passes(61);
    dispatchEvent(new Event('keydown'));
    await passes(60);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('is not asked by a page that nobody touches: it would keep the session alive', async () => {
    await passes(600);
    expect(asked).toHaveBeenCalledTimes(1);
    dispatchEvent(new Event('focus'));
    await passes(0);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('stays as it was when the server does not answer', async () => {
    asked.mockRejectedValue(new Error('no line'));
    dispatchEvent(new Event('keydown'));
    await passes(61);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(unreadNow()).toBe(2);
  });
});
