import type { Server } from 'node:http';

/** Connections in so many turns of the event loop one after the other are a rush. */
const A_RUSH = 8;

/** In a rush nobody new is let in for so long, then somebody for so long, in milliseconds. */
const CLOSED_MS = 300;
const OPEN_MS = 250;

/**
 * Sees when many knock at once. Node takes one connection in each turn of its event loop, and hears nothing of the others: where every turn is
 * full of work, the last of 1,500 is taken after 20 s. While they knock, no new work is begun, so that turns are short.
 */
export class Arrivals {
  private came = false;
  private turns = 0;
  private since = 0;

  /** @param opened is called when somebody may be let in again. */
  constructor(
    server: Server,
    private readonly opened: () => void,
  ) {
    server.on('connection', () => {
      this.came = true;
      if (this.turns > 0) return;
      this.turns = 1;
      this.since = performance.now();
      setImmediate(this.look);
    });
  }

  get rush(): boolean {
    return this.turns >= A_RUSH && (performance.now() - this.since) % (CLOSED_MS + OPEN_MS) < CLOSED_MS;
  }

  private readonly look = (): void => {
    this.turns = this.came ? this.turns + 1 : 0;
    this.came = false;
    if (this.turns > 0) setImmediate(this.look);
    if (!this.rush) this.opened();
  };
}
