import { Worker } from 'node:worker_threads';
import { ModelError, type Published } from '../model/index.js';
import { attack } from './attack.js';
import type { AttackOptions, AttackResult } from './types.js';
import type { Errand, Message } from './worker.js';

/** Limit on the thread's JavaScript heap; the solver's WASM memory cannot grow over 2 GB either. */
const HEAP_MEGABYTES = 2048;

/**
 * `attack` in a worker thread of its own, so that long solves hold nobody up. An abort ends it after the solve at
 * hand. From sources that are not compiled (tests) there is no worker file, so it runs in the caller's thread.
 */
export function attackInThread(published: Published, options: AttackOptions = {}): Promise<AttackResult> {
  if (import.meta.url.endsWith('.ts')) return attack(published, options);
  const { signal, onProgress, ...rest } = options;
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { published, options: rest } satisfies Errand,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const onAbort = (): void => worker.postMessage('stop');
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  return new Promise<AttackResult>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'result') resolve(message.result);
      else reject(new ModelError(message.place, message.message));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the attack ended without a result')));
  }).finally(() => signal?.removeEventListener('abort', onAbort));
}
