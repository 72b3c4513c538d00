import highsModule, { type Highs, type Model, type ModelData } from 'highs';
import type { Clock } from './clock.js';
import type { Instance } from './instance.js';

// The package's types describe its CommonJS side, where the loader is the `default` of the module; Node and Jest
// take its ESM side, where the import is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

let loading: Promise<Highs> | undefined;

/** The WASM runtime of HiGHS, loaded once a thread. */
export function loadSolver(): Promise<Highs> {
  return (loading ??= loadHighs());
}

export type { Highs, Model };

/** The clock ended a programme: the search ends too, with the best it has. */
class OutOfTime extends Error {
  constructor() {
    super('The time ended inside a linear programme.');
    this.name = 'OutOfTime';
  }
}

/** Less than this is not worth starting a programme for, and HiGHS looks at its clock no more often. */
const LEAST_SECONDS = 0.02;

/**
 * Solves a model within the time left. Without a clock there is no limit: for models so small that none is needed.
 * @throws OutOfTime
 */
export function runWithin(highs: Highs, model: Model, clock: Clock | undefined): void {
  if (clock) {
    // The library adds the times of all runs of a model up.
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(LEAST_SECONDS, clock.left));
  }
  model.run();
  if (clock && model.getModelStatus() === highs.constants.modelStatus.timeLimit) throw new OutOfTime();
}

/** Does what may run out of time. @returns false when it did */
export function beforeTimeIsUp(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof OutOfTime) return false;
    throw error;
  }
}

/** All of a model's first `count` columns (or rows). */
export function allOf(count: number): { kind: 'range'; from: number; to: number } {
  return { kind: 'range', from: 0, to: count - 1 };
}

/** The lines of an instance as sparse rows; `copies` = 2 doubles each column into (rise, fall) with opposite signs. */
export function lineMatrix(instance: Instance, copies: 1 | 2): ModelData['matrix'] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const push = (column: number, sign: number): void => {
    indices.push(column * copies);
    values.push(sign);
    if (copies === 2) {
      indices.push(column * 2 + 1);
      values.push(-sign);
    }
  };
  for (const { columns, signs } of instance.lines) {
    columns.forEach((column, at) => push(column, signs[at]!));
    starts.push(indices.length);
  }
  return {
    format: 'csr',
    numRows: instance.lines.length,
    numCols: instance.size * copies,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

/** A model over an instance's lines (all right-hand sides 0: only changes count), all bounds still 0. */
export function lineModel(highs: Highs, instance: Instance, copies: 1 | 2): Model {
  const columns = instance.size * copies;
  const rows = instance.lines.length;
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    matrix: lineMatrix(instance, copies),
  });
  // Presolve would throw the warm start away; primal simplex re-solves a changed objective in a few iterations.
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  return model;
}
