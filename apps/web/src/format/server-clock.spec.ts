import { afterEach, describe, expect, it, vi } from 'vitest';
import { deviceClockDiffers, noteServerTime, serverNow } from './server-clock.ts';

const noon = Date.parse('2026-11-28T03:00:00Z');
const header = 'Sat, 28 Nov 2026 03:00:00 GMT';

/** An answer written at noon comes to a device whose clock is this much ahead. */
function answered(aheadBy: number, took = 200): void {
  const sentAt = noon + 500 + aheadBy - took / 2;
  vi.setSystemTime(sentAt + took);
  noteServerTime(header, sentAt);
}

describe("the register's time on a device", () => {
  afterEach(() => vi.useRealTimers());

  it.each([
    ['two minutes fast', 120_000, true],
    ['ten minutes slow', -600_000, true],
    ['a day fast', 86_400_000, true],
    ['half a minute fast', 30_000, false],
  ])('is right though its clock is %s', (_, aheadBy, named) => {
    vi.useFakeTimers();
    answered(aheadBy);
    expect(Math.abs(serverNow().getTime() - (noon + 600))).toBeLessThan(1_000);
    expect(deviceClockDiffers()).toBe(named);
  });

  it('is the device’s own when that is right: the line’s delay is no difference', () => {
    vi.useFakeTimers();
    answered(700, 1_400);
    expect(serverNow().getTime()).toBe(Date.now());
    expect(deviceClockDiffers()).toBe(false);
  });

  it('follows a clock that is set right while the page stands', () => {
    vi.useFakeTimers();
    answered(120_000);
    answered(0);
    expect(serverNow().getTime()).toBe(Date.now());
  });

  it('learns nothing from an answer without its time, nor from one that took too long', () => {
    vi.useFakeTimers();
    answered(120_000);
    const before = Date.now() - serverNow().getTime();
    noteServerTime(null, Date.now());
    noteServerTime('yesterday', Date.now());
    noteServerTime(header, Date.now() - 60_000);
    expect(Date.now() - serverNow().getTime()).toBe(before);
  });
});
