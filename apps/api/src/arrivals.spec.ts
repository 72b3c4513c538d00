import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Arrivals } from './arrivals.js';
import { Lateness } from './lateness.js';

let door: EventEmitter;
let opened: jest.Mock<() => void>;
let arrivals: Arrivals;
beforeEach(() => {
  jest.useFakeTimers();
  door = new EventEmitter();
  opened = jest.fn<() => void>();
  arrivals = new Arrivals(door as Server, opened);
});
afterEach(() => {
  jest.useRealTimers();
});

/** One turn of the event loop, with somebody at the door or nobody. */
function turn(knocks: boolean): void {
  if (knocks) door.emit('connection');
  jest.advanceTimersToNextTimer();
}
function turns(count: number): void {
  for (let n = 0; n < count; n += 1) turn(true);
}

describe('who knocks', () => {
  it('now and then is no rush', () => {
    expect(arrivals.rush).toBe(false);
    turns(6);
    expect(arrivals.rush).toBe(false);
  });

  it('in many turns one after the other is a rush, in which nobody is let in for a while', () => {
    turns(8);
    expect(arrivals.rush).toBe(true);
    opened.mockClear();
    turns(3);
    expect(opened).not.toHaveBeenCalled();
  });

  it('for long keeps the others waiting by turns only', () => {
    let now = performance.now();
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    turns(8);
    const seen = new Set<boolean>();
    for (let n = 0; n < 60; n += 1) {
      now += 10;
      turn(true);
      seen.add(arrivals.rush);
    }
    clock.mockRestore();
    expect(seen).toEqual(new Set([true, false]));
    expect(opened).toHaveBeenCalled();
  });

  it('no more, ends the rush, and the door is opened', () => {
    turns(10);
    opened.mockClear();
    turn(false);
    turn(false);
    expect(arrivals.rush).toBe(false);
    expect(opened).toHaveBeenCalled();
  });
});

describe('how late we are', () => {
  it('is nothing while the clock is looked at in time, and what goes beyond it otherwise', () => {
    const lateness = new Lateness();
    jest.advanceTimersByTime(100);
    expect(lateness.now()).toBe(0);
    lateness.stop();
    jest.advanceTimersByTime(500);
    expect(lateness.now()).toBe(480);
  });
});
