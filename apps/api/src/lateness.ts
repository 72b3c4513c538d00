/** How often we look at the clock, in milliseconds. */
const EVERY_MS = 20;

/**
 * How long a request may have lain at our door before we came to read it: while one turn of the event loop lasts, nobody is heard, and a
 * request's own clock would begin only then.
 */
export class Lateness {
  private looked = performance.now();
  private readonly timer = setInterval(() => (this.looked = performance.now()), EVERY_MS).unref();

  /** In milliseconds; 0 where we are not late at all. */
  now(): number {
    return Math.max(0, performance.now() - this.looked - EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
