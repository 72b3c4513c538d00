import { linesThrough, type Instance, type Move } from './instance.js';

/** Columns that one cycle may touch, tried in turn; most moves of a table are a rectangle or a cube. */
const LENGTHS = [4, 6, 9, 14, 24, 40];
/** Columns tried per cycle and length before the search gives up: counted, not timed, so the same everywhere. */
const TRIES = [60, 150, 400, 700, 1500, 1500];
/** A cycle in place of one column of a known move is looked for among the first lengths only. */
const SHORT = 4;
/** More unbalanced lines than this at once are not worth following. */
const MOST_OPEN = 10;

/**
 * Finds whole moves inside a pattern without a linear programme: takes one column a step from the truth and puts the
 * lines that this unbalances right again, one column at a time (depth first, short cycles first); several cycles add up
 * where one has not room enough. Misses some moves, so a failure says nothing.
 */
export class ShortMoves {
  private readonly linesOf: Int32Array[];
  /** Sign of each column on each of its lines, in the order of `linesOf`. */
  private readonly signsOf: Float64Array[];
  /** What is still to be put right on each line. */
  private readonly off: Float64Array;
  private readonly open: number[] = [];
  private readonly steps: Float64Array;
  /** Columns of the cycle being tried, and how far each goes in it. */
  private readonly cycle: number[] = [];
  private readonly cycleSteps: number[] = [];
  private readonly inCycle: Uint8Array;
  private tries = 0;
  private hidden: Uint8Array = new Uint8Array(0);

  constructor(private readonly instance: Instance) {
    this.linesOf = linesThrough(instance);
    this.signsOf = this.linesOf.map((lines, column) =>
      Float64Array.from(lines, (line) => {
        const { columns, signs } = instance.lines[line]!;
        return signs[columns.indexOf(column)]!;
      }),
    );
    this.off = new Float64Array(instance.lines.length);
    this.steps = new Float64Array(instance.size);
    this.inCycle = new Uint8Array(instance.size);
  }

  /** A move inside the pattern that takes `column` exactly `distance` (its sign is the direction), if one is found. */
  find(hidden: Uint8Array, column: number, distance: number): Move | undefined {
    if (!hidden[column]) return undefined;
    this.hidden = hidden;
    const direction = Math.sign(distance);
    let left = Math.abs(distance);
    const touched = new Set<number>();
    for (let amount = left; left > 0 && amount > 0;) {
      if (!this.addCycle(column, direction * amount)) amount = Math.min(amount - 1, left);
      else {
        this.cycle.forEach((one, i) => {
          this.steps[one]! += this.cycleSteps[i]!;
          touched.add(one);
        });
        left -= amount;
        amount = Math.min(amount, left);
      }
      this.forgetCycle();
    }
    return this.takeMove(touched, left === 0);
  }

  /**
   * The same move without one column that it can no longer take: what the column did is put right in a short cycle.
   * @param kept a column whose step must stay as it is
   */
  without(hidden: Uint8Array, move: Move, column: number, kept: number): Move | undefined {
    this.hidden = hidden;
    const touched = new Set<number>(move.columns);
    move.columns.forEach((one, i) => (this.steps[one] = move.steps[i]!));
    const step = -this.steps[column]!;
    this.inCycle[kept] = 1;
    const found = Number.isInteger(step) && this.addCycle(column, step, SHORT);
    this.cycle.forEach((one, i) => {
      this.steps[one]! += this.cycleSteps[i]!;
      touched.add(one);
    });
    this.forgetCycle();
    this.inCycle[kept] = 0;
    return this.takeMove(touched, found);
  }

  private takeMove(touched: Set<number>, found: boolean): Move | undefined {
    const columns = [...touched].filter((one) => this.steps[one] !== 0).sort((a, b) => a - b);
    const move = {
      columns: Int32Array.from(columns),
      steps: Float64Array.from(columns, (one) => this.steps[one]!),
    };
    for (const one of touched) this.steps[one] = 0;
    return found ? move : undefined;
  }

  private forgetCycle(): void {
    for (const one of this.cycle) this.inCycle[one] = 0;
    this.cycle.length = 0;
    this.cycleSteps.length = 0;
  }

  private addCycle(column: number, step: number, lengths = LENGTHS.length): boolean {
    if (this.roomFor(column, step) < Math.abs(step)) return false;
    for (let i = 0; i < lengths; i++) {
      this.tries = TRIES[i]!;
      this.push(column, step);
      if (this.close(LENGTHS[i]! - 1)) return true;
      this.pop();
    }
    return false;
  }

  /** Puts the open lines right with at most `most` further columns. */
  private close(most: number): boolean {
    if (this.open.length === 0) return true;
    if (most === 0 || this.open.length > MOST_OPEN || this.open.length > 3 * most) return false;
    const line = this.narrowest();
    const { columns, signs } = this.instance.lines[line]!;
    for (const at of this.candidates(line, most)) {
      if (--this.tries < 0) return false;
      this.push(columns[at]!, -this.off[line]! / signs[at]!);
      if (this.close(most - 1)) return true;
      this.pop();
    }
    return false;
  }

  /** Places on a line of the columns that can take its whole imbalance, those that close most lines first. */
  private candidates(line: number, most: number): number[] {
    const { columns, signs } = this.instance.lines[line]!;
    const places: number[] = [];
    const gain: number[] = [];
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (!this.hidden[column] || this.inCycle[column]) continue;
      const step = -this.off[line]! / signs[i]!;
      if (!Number.isInteger(step) || this.roomFor(column, step) < Math.abs(step)) continue;
      const closes = this.gainOf(column, step);
      // The last column must close everything.
      if (most === 1 && closes < this.open.length) continue;
      let at = places.length;
      while (at > 0 && gain[at - 1]! < closes) at--;
      places.splice(at, 0, i);
      gain.splice(at, 0, closes);
    }
    return places;
  }

  /** Lines that a step closes, less those that it opens. */
  private gainOf(column: number, step: number): number {
    const lines = this.linesOf[column]!;
    const signs = this.signsOf[column]!;
    let gain = 0;
    for (let i = 0; i < lines.length; i++) {
      const before = this.off[lines[i]!]!;
      if (before === 0) gain--;
      else if (before + signs[i]! * step === 0) gain++;
    }
    return gain;
  }

  private narrowest(): number {
    let best = this.open[0]!;
    let fewest = Infinity;
    for (const line of this.open) {
      const { columns } = this.instance.lines[line]!;
      let count = 0;
      for (let i = 0; i < columns.length && count < fewest; i++) count += this.hidden[columns[i]!]!;
      if (count < fewest) {
        fewest = count;
        best = line;
      }
    }
    return best;
  }

  private roomFor(column: number, step: number): number {
    const so = this.steps[column]!;
    return step > 0 ? this.instance.roomUp[column]! - so : this.instance.roomDown[column]! + so;
  }

  private push(column: number, step: number): void {
    this.cycle.push(column);
    this.cycleSteps.push(step);
    this.inCycle[column] = 1;
    this.shift(column, step);
  }

  private pop(): void {
    const column = this.cycle.pop()!;
    this.inCycle[column] = 0;
    this.shift(column, -this.cycleSteps.pop()!);
  }

  private shift(column: number, step: number): void {
    const lines = this.linesOf[column]!;
    const signs = this.signsOf[column]!;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const before = this.off[line]!;
      const after = before + signs[i]! * step;
      this.off[line] = after;
      if (before === 0) this.open.push(line);
      else if (after === 0) this.open.splice(this.open.indexOf(line), 1);
    }
  }
}
