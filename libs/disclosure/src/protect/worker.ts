import { parentPort, workerData } from 'node:worker_threads';
import { Cancelled } from './clock.js';
import { runTask, type Solution, type Task } from './engine.js';
import type { Progress } from './options.js';

/** What the thread says to its owner. */
export type Message =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'solution'; solution?: Solution }
  | { kind: 'cancelled' };

/** What the owner gives the thread. */
export interface Errand {
  task: Task;
  /** One shared 32-bit number; not 0 means: stop. */
  stop: SharedArrayBuffer;
}

const port = parentPort;
if (port) {
  const { task, stop } = workerData as Errand;
  const flag = new Int32Array(stop);
  const say = (message: Message): void => port.postMessage(message);
  runTask(
    task,
    () => Atomics.load(flag, 0) !== 0,
    (progress) => say({ kind: 'progress', progress }),
  ).then(
    (solution) => say(solution ? { kind: 'solution', solution } : { kind: 'solution' }),
    (error: unknown) => {
      if (error instanceof Cancelled) say({ kind: 'cancelled' });
      else throw error;
    },
  );
}
