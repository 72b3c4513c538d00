import { Worker } from 'node:worker_threads';

/** How often the process shows that it lives, in milliseconds. */
const BEAT_MS = 250;

/** What the thread at the door needs to know. */
export interface Watched {
  host: string;
  port: number;
  /** Where the application's own role reaches the database. */
  appUrl: string;
  dataDir: string;
}

/** Without a beat for so long the process is busy beyond use, and others should get its work; for so long, it hangs. In milliseconds. */
const PATIENCE = { busyMs: 10_000, hangsMs: 30_000 };

/**
 * A door for whoever watches the process, with a thread of its own: `/health/live` and `/health/ready` are answered there in time while
 * 1,500 people crowd the other one. The thread sees that the process works by its beat: a process that hangs is not alive, whatever
 * a thread of it answers.
 * @returns the port; the door closes with the process.
 * @throws when nobody can listen there.
 */
export async function openHealthDoor(watched: Watched, patience = PATIENCE): Promise<number> {
  const beat = new BigInt64Array(new SharedArrayBuffer(8));
  const show = (): void => void Atomics.store(beat, 0, BigInt(Date.now()));
  show();
  setInterval(show, BEAT_MS).unref();
  const thread = new Worker(new URL('./health-door.thread.js', import.meta.url), {
    workerData: { ...watched, ...patience, beat },
  });
  const port = await new Promise<number>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  thread.unref();
  return port;
}
