/** How many are let in at once, at the start, at least and at most. */
const AT_FIRST = 16;
const LEAST = 4;
const MOST = 64;

/** How long somebody may wait outside, in milliseconds since they came: with what is needed inside it stays below two seconds. */
export const LONGEST_WAIT_MS = 700;

/** How many may wait, before anything is known of how quickly they are served, and at most. */
const QUEUE_AT_FIRST = 500;
const LONGEST_QUEUE = 2_000;

/** Inside for longer than this, in the mean: too many are in there. For less: there is room for more. In milliseconds. */
const CROWDED_MS = 600;
const ROOMY_MS = 300;

/** The numbers are thought over anew after so long, and so many answers; what lies further back says nothing of now. */
const WINDOW_MS = 100;
const ENOUGH = 4;
const STALE_MS = 5_000;

interface Waiting {
  until: number;
  settle(letIn: boolean): void;
}

/**
 * Lets requests in a number at a time; the others wait, not for long, and are then sent away. Answering everybody late is worse
 * than answering many in time and telling the rest at once to come back. How many is learnt from how long they need: a crowd that wants
 * little may be larger than one that signs in. And nobody is left waiting whose turn would not come in time.
 */
export class Admission {
  private limit = AT_FIRST;
  private inside = 0;
  private longest = QUEUE_AT_FIRST;
  /** In the order in which they came. */
  private readonly queue = new Set<Waiting>();
  private window = { since: 0, answers: 0, spent: 0 };

  /** @param closed whether nobody is to be let in at present, though there be places. */
  constructor(
    private readonly clock: () => number = () => performance.now(),
    private readonly closed: () => boolean = () => false,
  ) {}

  /** How many are let in at once, at present. */
  get places(): number {
    return this.limit;
  }

  /**
   * Whether it makes sense to read what somebody wants.
   * @param late how long they have been there already before we noticed, in milliseconds.
   */
  hasRoom(late: number): boolean {
    return this.hasPlace || (late < LONGEST_WAIT_MS && this.queue.size < this.longest);
  }

  /** True at once where there is a place: the usual case costs nothing. */
  enter(late = 0): true | Promise<boolean> {
    if (this.hasPlace) {
      this.inside += 1;
      return true;
    }
    if (!this.hasRoom(late)) return Promise.resolve(false);
    return new Promise((resolve) => this.wait(LONGEST_WAIT_MS - late, resolve));
  }

  /** Somebody leaves, after so long inside. */
  leave(spentMs: number): void {
    this.inside -= 1;
    this.learn(spentMs, this.clock());
    this.letIn();
  }

  /** Gives the places that are free to who waits. */
  letIn(): void {
    const now = this.clock();
    for (const waiting of this.queue) {
      if (!this.hasPlace) return;
      // Where we are late ourselves, the timer that should have sent them away is late too.
      waiting.settle(waiting.until > now);
    }
  }

  private get hasPlace(): boolean {
    return this.inside < this.limit && !this.closed();
  }

  private wait(atMost: number, resolve: (letIn: boolean) => void): void {
    const settle = (letIn: boolean): void => {
      clearTimeout(timer);
      this.queue.delete(waiting);
      if (letIn) this.inside += 1;
      resolve(letIn);
    };
    const waiting = { until: this.clock() + atMost, settle };
    const timer = setTimeout(() => settle(false), atMost);
    this.queue.add(waiting);
  }

  private learn(spentMs: number, now: number): void {
    if (now - this.window.since > STALE_MS) this.window = { since: now, answers: 0, spent: 0 };
    const { window } = this;
    window.answers += 1;
    window.spent += spentMs;
    const length = now - window.since;
    if (window.answers < ENOUGH || length < WINDOW_MS) return;
    const mean = window.spent / window.answers;
    const crowded = this.queue.size > 0;
    if (mean > CROWDED_MS) this.limit = Math.max(LEAST, Math.floor(this.limit * 0.7));
    else if (mean < ROOMY_MS && crowded) this.limit = Math.min(MOST, this.limit + 8);
    const inTime = crowded ? (window.answers / length) * LONGEST_WAIT_MS : QUEUE_AT_FIRST;
    this.longest = Math.min(LONGEST_QUEUE, Math.max(this.limit, (this.longest + inTime) / 2));
    this.window = { since: now, answers: 0, spent: 0 };
  }
}
