import { parentPort, workerData } from 'node:worker_threads';
import { ModelError, type Published } from '../model/index.js';
import { attack } from './attack.js';
import type { AttackOptions, AttackResult, Progress } from './types.js';

/** What the owner gives the thread; it says `stop` to end early. */
export interface Errand {
  published: Published;
  options: Omit<AttackOptions, 'signal' | 'onProgress'>;
}

/** What the thread says to its owner. */
export type Message =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'result'; result: AttackResult }
  | { kind: 'refused'; place: string; message: string };

const port = parentPort;
if (port) {
  const { published, options } = workerData as Errand;
  const say = (message: Message): void => port.postMessage(message);
  const stop = new AbortController();
  port.once('message', () => stop.abort());
  const onProgress = (progress: Progress): void => say({ kind: 'progress', progress });
  attack(published, { ...options, signal: stop.signal, onProgress })
    .then(
      (result) => say({ kind: 'result', result }),
      (error: unknown) => {
        if (!(error instanceof ModelError)) throw error;
        say({ kind: 'refused', place: error.place, message: error.problem });
      },
    )
    .finally(() => port.close());
}
