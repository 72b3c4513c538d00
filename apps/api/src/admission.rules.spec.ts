import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Admission, LONGEST_WAIT_MS } from './admission.rules.js';

let admission: Admission;
beforeEach(() => {
  jest.useFakeTimers();
  admission = new Admission();
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
    admission.leave(5, 1);
    await soon();
    expect(outcomes.slice(16)).toEqual([true, 'waits', 'waits', 'waits']);
  });

  it('waits for less than a second, and is then sent away; its places in the queue are gone', async () => {
    const outcomes = crowd(30);
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
    expect(LONGEST_WAIT_MS).toBeLessThan(1000);
    expect([count(outcomes, true), count(outcomes, false)]).toEqual([16, 14]);
    for (let n = 0; n < 16; n += 1) admission.leave(5, n);
    expect(admission.enter()).toBe(true);
  });

  it('is sent away at once where too many wait already', async () => {
    const outcomes = crowd(2_100);
    await soon();
    expect([count(outcomes, true), count(outcomes, 'waits'), count(outcomes, false)]).toEqual([16, 2000, 84]);
  });
});

describe('the number of places', () => {
  /** So many answers that took so long each, one after the other. */
  function answers(times: number, each: number): void {
    for (let n = 0; n < times; n += 1) {
      void admission.enter();
      admission.leave(each, (at += 50));
    }
  }
  let at = 0;

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
