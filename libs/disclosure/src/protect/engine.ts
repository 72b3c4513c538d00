import { Clock } from './clock.js';
import { componentsOf, type Component } from './components.js';
import type { Instance } from './instance.js';
import type { Progress } from './options.js';
import { ReachModel } from './reach.js';
import { Search } from './search.js';
import { beforeTimeIsUp, loadSolver, type Highs } from './solver.js';
import { solve } from './solve.js';

/** What the engine needs: plain data, so that it can be sent to a worker thread. */
export interface Task {
  instance: Instance;
  seconds: number;
  seed: number;
}

export interface Solution {
  /** 1 for every column hidden. */
  hidden: Uint8Array;
  /** No safe pattern hides fewer listed cells. */
  bound: number;
  /** How far each hidden column can fall and rise; NaN where time ran out before it was computed. */
  fall: Float64Array;
  rise: Float64Array;
}

/** Share of the time kept back for the intervals of the pattern found. */
const FOR_INTERVALS = 0.06;

/** Solves every independent part within the time. @returns undefined when nothing safe was found */
export async function runTask(
  task: Task,
  isCancelled: () => boolean,
  onProgress: (progress: Progress) => void,
): Promise<Solution | undefined> {
  const highs = await loadSolver();
  const clock = new Clock(task.seconds, isCancelled);
  const { instance } = task;
  const hidden = instance.fixed.slice();
  const parts = componentsOf(instance).sort((a, b) => a.instance.size - b.instance.size);
  const status = { bound: 0, hidden: 0 };
  let open = parts.reduce((sum, part) => sum + part.instance.size, 0);
  for (const part of parts) {
    const seconds = (task.seconds * (1 - FOR_INTERVALS) - clock.elapsed) * (part.instance.size / open);
    const search = searchOf(highs, part, { seconds, seed: task.seed }, isCancelled, (phase, now) =>
      onProgress({ phase, ...sums(status, now), seconds: clock.elapsed }),
    );
    try {
      solve(search);
      if (!search.best) return undefined;
      part.columns.forEach((column, at) => (hidden[column] = search.best![at]!));
      status.bound += search.bound;
      status.hidden += search.bestPrice;
    } finally {
      search.dispose();
    }
    open -= part.instance.size;
  }
  return {
    hidden,
    bound: status.bound + outside(instance, parts),
    ...intervals(highs, instance, hidden, clock),
  };
}

function searchOf(
  highs: Highs,
  part: Component,
  { seconds, seed }: { seconds: number; seed: number },
  isCancelled: () => boolean,
  report: (phase: string, now: Search) => void,
): Search {
  const search: Search = new Search(highs, part.instance, new Clock(seconds, isCancelled), seed, (phase) =>
    report(phase, search),
  );
  return search;
}

function sums(done: { bound: number; hidden: number }, now: Search): { bound: number; hidden?: number } {
  const bound = done.bound + now.bound;
  return now.best ? { bound, hidden: done.hidden + now.bestPrice } : { bound };
}

/** Cells that are hidden whatever we do but have nothing to do with any target. */
function outside(instance: Instance, parts: Component[]): number {
  const inside = new Set(parts.flatMap(({ columns }) => [...columns]));
  return instance.cost.reduce(
    (sum, cost, column) => sum + (instance.fixed[column] && !inside.has(column) ? cost : 0),
    0,
  );
}

/** Steps longer than this are taken as unlimited: no consular count comes near it. */
const UNLIMITED = 1e7;

/** The feasible interval of every hidden column, by two linear programmes each, rounded inwards to whole numbers. */
function intervals(
  highs: Highs,
  instance: Instance,
  hidden: Uint8Array,
  clock: Clock,
): Pick<Solution, 'fall' | 'rise'> {
  const fall = new Float64Array(instance.size).fill(NaN);
  const rise = new Float64Array(instance.size).fill(NaN);
  if (instance.size === 0) return { fall, rise };
  const reach = new ReachModel(highs, instance, clock);
  try {
    reach.setRoom(hidden, UNLIMITED);
    beforeTimeIsUp(() => {
      for (const direction of [1, -1] as const) {
        const distances = direction > 0 ? rise : fall;
        for (let column = 0; column < instance.size && !clock.isPast(); column++) {
          if (hidden[column])
            distances[column] = Math.floor(reach.furthest(column, direction).distance + 1e-6);
        }
      }
    });
  } finally {
    reach.dispose();
  }
  return { fall, rise };
}
