/** How many are let in at once, at the start, at least and at most. */
const AT_FIRST = 16;
const LEAST = 4;
const MOST = 64;

/** How long somebody may wait outside, in milliseconds: with what is needed inside it stays below two seconds. */
export const LONGEST_WAIT_MS = 700;

/** More than these do not wait at all. */
const LONGEST_QUEUE = 2_000;

/** Inside for longer than this, in the mean: too many are in there. For less: there is room for more. In milliseconds. */
const CROWDED_MS = 600;
const ROOMY_MS = 300;

/** The number is thought over anew after so long, and so many answers. */
const WINDOW_MS = 100;
const ENOUGH = 4;

type Waiting = (letIn: boolean) => void;

/**
 * Lets requests in a number at a time; the others wait, not for long, and are then sent away. Answering everybody late is worse
 * than answering many in time and telling the rest at once to come back. How many is learnt from how long they need: a crowd that wants
 * little may be larger than one that signs in.
 */
export class Admission {
  private limit = AT_FIRST;
  private inside = 0;
  /** In the order in which they came. */
  private readonly queue = new Set<Waiting>();
  private window = { since: 0, answers: 0, spent: 0 };

  /** How many are let in at once, at present. */
  get places(): number {
    return this.limit;
  }

  /** True at once where there is a place: the usual case costs nothing. */
  enter(): true | Promise<boolean> {
    if (this.inside < this.limit) {
      this.inside += 1;
      return true;
    }
    if (this.queue.size >= LONGEST_QUEUE) return Promise.resolve(false);
    return new Promise((resolve) => this.wait(resolve));
  }

  /** Somebody leaves, after so long inside. */
  leave(spentMs: number, now: number): void {
    this.inside -= 1;
    this.learn(spentMs, now);
    for (const waiting of this.queue) {
      if (this.inside >= this.limit) return;
      waiting(true);
    }
  }

  private wait(resolve: (letIn: boolean) => void): void {
    const settle: Waiting = (letIn) => {
      clearTimeout(timer);
      this.queue.delete(settle);
      if (letIn) this.inside += 1;
      resolve(letIn);
    };
    const timer = setTimeout(() => settle(false), LONGEST_WAIT_MS);
    this.queue.add(settle);
  }

  private learn(spentMs: number, now: number): void {
    const { window } = this;
    if (window.answers === 0) window.since = now;
    window.answers += 1;
    window.spent += spentMs;
    if (window.answers < ENOUGH || now - window.since < WINDOW_MS) return;
    const mean = window.spent / window.answers;
    if (mean > CROWDED_MS) this.limit = Math.max(LEAST, Math.floor(this.limit * 0.7));
    else if (mean < ROOMY_MS && this.queue.size > 0) this.limit = Math.min(MOST, this.limit + 8);
    this.window = { since: now, answers: 0, spent: 0 };
  }
}
