/** The attack's clock: when to stop, when to let others run. */
export class Clock {
  private readonly start = performance.now();
  private rested = this.start;

  constructor(
    private readonly limitSeconds: number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  get seconds(): number {
    return (performance.now() - this.start) / 1000;
  }

  get left(): number {
    return this.limitSeconds - this.seconds;
  }

  /** Why nothing more may be solved, if so. */
  get stopped(): 'time' | 'cancelled' | undefined {
    if (this.signal?.aborted) return 'cancelled';
    return this.left <= 0 ? 'time' : undefined;
  }

  /** Lets timers and an abort through, at most every 50 ms. */
  async rest(): Promise<void> {
    if (performance.now() - this.rested < 50) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.rested = performance.now();
  }
}
