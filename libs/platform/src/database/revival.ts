import { setTimeout as wait } from 'node:timers/promises';

/** What is heard of a server that is kept running. */
export interface Watcher {
  /** It runs no more, although nobody stopped it. */
  gone(): void;
  /** It runs again. */
  back(afterMs: number): void;
  /** It does not come back: the last reason. */
  lost(reason: Error): void;
}

export interface Kept {
  runs(): boolean;
  start(): Promise<unknown>;
}

/** How often it is looked after, and how long it is tried to bring back what is gone, in milliseconds. */
export interface Patience {
  every: number;
  giveUpAfter: number;
}

/**
 * Looks after a server and starts it again when it was killed, for a minute, again and again: what keeps it down (children
 * of the killed one, a full disk) may pass.
 * @returns stops looking after it; a start that is under way is waited for.
 */
export function keepRunning(
  server: Kept,
  heard: Watcher,
  { every, giveUpAfter }: Patience = { every: 500, giveUpAfter: 60_000 },
): () => Promise<void> {
  let stopped = false;
  let reviving: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (reviving || server.runs()) return;
    reviving = revive().finally(() => (reviving = undefined));
  }, every).unref();

  async function revive(): Promise<void> {
    const since = Date.now();
    heard.gone();
    while (!stopped) {
      try {
        await server.start();
        return heard.back(Date.now() - since);
      } catch (error) {
        if (Date.now() - since < giveUpAfter) await wait(every, undefined, { ref: false });
        else return lose(error as Error);
      }
    }
  }

  function lose(reason: Error): void {
    stopped = true;
    clearInterval(timer);
    heard.lost(reason);
  }

  return async () => {
    stopped = true;
    clearInterval(timer);
    await reviving;
  };
}
