import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Admission, LONGEST_WAIT_MS } from './admission.rules.js';

let admission: Admission;
/** The time on its clock, in milliseconds. */
let at = 0;
beforeEach(() => {
  jest.useFakeTimers();
  at = 0;
  admission = new Admission(() => at);
});
afterEach(() => {
  jest.useRealTimers();
});

/** As many as come at once; what became of each so far. */
function crowd(count: number): (boolean | 'waits')[] {
  const outcomes: (boolean | 'waits')[] = Array.from({ length: count }, () => 'waits');
  for (const at of outcomes.keys()) {
    const place = admission.enter();
    if (place === true) outcomes[at] = true;
    else void place.then((letIn) => (outcomes[at] = letIn));
  }
  return outcomes;
}
const count = (outcomes: readonly unknown[], wanted: unknown) =>
  outcomes.filter((one) => one === wanted).length;
const soon = () => jest.advanceTimersByTimeAsync(0);

describe('a crowd at the door', () => {
  it('is let in up to a number; who leaves makes way for who came first', async () => {
    const outcomes = crowd(20);
    expect([count(outcomes, true), count(outcomes, 'waits')]).toEqual([16, 4]);
    admission.leave(5);
    await soon();
    expect(outcomes.slice(16)).toEqual([true, 'waits', 'waits', 'waits']);
  });

  it('waits for less than a second, and is then sent away; its places in the queue are gone', async () => {
    const outcomes = crowd(30);
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    expect(LONGEST_WAIT_MS).toBeLessThan(1000);
    expect([count(outcomes, true), count(outcomes, false)]).toEqual([16, 14]);
    for (let n = 0; n < 16; n += 1) admission.leave(5);
    expect(admission.enter()).toBe(true);
  });

  it('is sent away at once where too many wait already', async () => {
    const outcomes = crowd(600);
    await soon();
    expect([count(outcomes, true), count(outcomes, 'waits'), count(outcomes, false)]).toEqual([16, 500, 84]);
  });

  it('is told at once, before its requests are read, that the turn would not come in time', async () => {
    crowd(300);
    expect(admission.hasRoom(0)).toBe(true);
    // Ten leave a second, and others come: fewer than the places there are can have their turn in time.
    for (let n = 0; n < 40; n += 1) {
      at += 100;
      crowd(1);
      admission.leave(500);
      await soon();
    }
    crowd(100);
    expect(admission.hasRoom(0)).toBe(false);
  });

  it('waits while the door is closed, though there be places, until it opens', async () => {
    let closed = true;
    admission = new Admission(
      () => at,
      () => closed,
    );
    const outcomes = crowd(3);
    await soon();
    expect(outcomes).toEqual(['waits', 'waits', 'waits']);
    closed = false;
    admission.letIn();
    await soon();
    expect(outcomes).toEqual([true, true, true]);
  });

  it('has waited since it came, not since we noticed it', async () => {
    crowd(16);
    const late = admission.enter(LONGEST_WAIT_MS - 100);
    const tooLate = admission.enter(LONGEST_WAIT_MS);
    await jest.advanceTimersByTimeAsync(101);
    expect([await late, await tooLate]).toEqual([false, false]);
  });

  it('is not let in after its time, where the timer that should have sent it away is late', async () => {
    const outcomes = crowd(17);
    at = LONGEST_WAIT_MS + 1;
    admission.leave(5);
    await soon();
    expect(outcomes[16]).toBe(false);
  });
});

describe('the number of places', () => {
  /** So many answers that took so long each, one after the other. */
  function answers(times: number, each: number): void {
    for (let n = 0; n < times; n += 1) {
      void admission.enter();
      at += 50;
      admission.leave(each);
    }
  }

  it('grows while people wait and answers are quick, up to a bound', () => {
    for (let round = 0; round < 30; round += 1) {
      crowd(70);
      answers(20, 20);
    }
    expect(admission.places).toBe(64);
  });

  it('shrinks while answers are slow, down to a few', () => {
    answers(200, 2_000);
    expect(admission.places).toBe(4);
  });

  it('stays where nobody waits', () => {
    answers(100, 5);
    expect(admission.places).toBe(16);
  });
});
