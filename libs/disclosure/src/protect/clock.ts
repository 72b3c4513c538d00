/** Thrown inside the search when the caller has cancelled it. */
export class Cancelled extends Error {
  constructor() {
    super('The search for a safe pattern was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Time left and whether anyone still wants the answer. */
export class Clock {
  private readonly started = performance.now();

  /**
   * @param seconds the limit, from now
   * @param isCancelled asked between solves; must be cheap
   */
  constructor(
    readonly seconds: number,
    private readonly isCancelled: () => boolean = () => false,
  ) {}

  /** Seconds since the start. */
  get elapsed(): number {
    return (performance.now() - this.started) / 1000;
  }

  /** Seconds left, never below 0. */
  get left(): number {
    return Math.max(0, this.seconds - this.elapsed);
  }

  /** True when the given share (0..1] of the whole time is used up. @throws Cancelled */
  isPast(share = 1): boolean {
    if (this.isCancelled()) throw new Cancelled();
    return this.elapsed >= this.seconds * share;
  }
}
