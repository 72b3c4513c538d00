import { Worker } from 'node:worker_threads';
import { Cancelled } from './clock.js';
import { runTask, type Solution, type Task } from './engine.js';
import type { Progress } from './options.js';
import type { Errand, Message } from './worker.js';

/** Limits on the thread: 2 GB of JavaScript heap; the solver's WASM memory cannot grow over 2 GB either. */
const HEAP_MEGABYTES = 2048;

/** A cancelled thread that has not stopped by itself after this is ended. */
const GRACE_MS = 2000;

/**
 * Runs a task in a worker thread of its own. From sources that are not compiled (tests), there is no worker file to
 * start, so it runs in the caller's thread.
 */
export function runInThread(
  task: Task,
  signal: AbortSignal | undefined,
  onProgress: (progress: Progress) => void,
): Promise<Solution | undefined> {
  if (import.meta.url.endsWith('.ts')) return runTask(task, () => signal?.aborted ?? false, onProgress);
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { task, stop } satisfies Errand,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise<Solution | undefined>((resolve, reject) => {
    const onAbort = (): void => {
      Atomics.store(new Int32Array(stop), 0, 1);
      setTimeout(() => void worker.terminate(), GRACE_MS).unref();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'solution') resolve(message.solution);
      else reject(new Cancelled());
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', onAbort);
      reject(new Cancelled());
    });
  });
}
