import type { Clock } from './clock.js';
import type { Completion } from './completion.js';
import { isConditional, isReached, linesThrough, type Instance, type Move } from './instance.js';
import { at, isInside } from './move-pool.js';
import { columnsNear } from './near.js';
import type { Prover } from './prover.js';
import { isWhole, NOISE, sparse } from './reach.js';
import { columnsOf, restrictTo, type Restricted } from './restrict.js';
import { SharedTables } from './shared-tables.js';
import { allOf, lineModel, type Highs, type Model } from './solver.js';

/** Longer steps than this are never looked for. */
const LONGEST = 1000;

/** Hidden columns around a target among which whole moves are looked for first, and where there are none, before all are. */
const NEAR = { first: 150, next: 500 };

/** Tables that prove many targets at once are looked for until so many in a row have settled none. */
const PATIENCE = 8;

/** Targets that are looked at one by one first, and the share of them that this must tell of for all to be. */
const SAMPLE = 20;
const TOLD = 0.75;

/** Whole moves that take a target far up and far down. */
interface Seen {
  up?: Move;
  down?: Move;
}

/**
 * The whole-number check: people come whole, so every target must be safe by tables of whole numbers. Most proofs
 * are whole already (simplex corners of such tables usually are); most of the others are found in tables that take many
 * targets far at once. What is left gets a small integer programme each, and where there is none the pattern is widened.
 */
export class WholeNumbers {
  private readonly linesOf: Int32Array[];
  /** Not the prover's: these tables touch so many columns that showing any one again would spoil them all. */
  private readonly seen: Seen[];
  /** Whether tables for many targets are slower here than a look at each; undefined until some have been looked at. */
  private oneByOne?: boolean;

  constructor(
    private readonly highs: Highs,
    private readonly instance: Instance,
    private readonly clock: Clock,
  ) {
    this.linesOf = linesThrough(instance);
    this.seen = instance.targets.map(() => ({}));
  }

  /** Makes the prover's pattern safe in whole numbers, hiding more where it must; false when that is impossible. */
  confirm(prover: Prover, completion: Completion): boolean {
    this.lookAtMany(prover, 2);
    for (let target = 0; target < this.instance.targets.length; target++) {
      if (this.clock.isPast()) return false;
      if (this.isSafe(prover, target)) continue;
      if (!completion.widenWhole(prover, target, this)) return false;
    }
    return true;
  }

  /** Whether the pattern is seen from near to be safe for a target in whole numbers. */
  isSafeNear(prover: Prover, target: number): boolean {
    if (!prover.seemsSafe(target)) return false;
    if (this.isSettled(prover, target)) return true;
    return this.proveIn(prover, target, this.near(prover, target, NEAR.first));
  }

  /** Whether the pattern is safe for a target in whole numbers; better evidence goes to the prover. */
  isSafe(prover: Prover, target: number): boolean {
    if (this.isSeenSafe(prover, target)) return true;
    if (!prover.isSafe(target)) return false;
    if (this.isSettled(prover, target)) return true;
    return (
      this.proveIn(prover, target, this.near(prover, target, NEAR.first)) ||
      this.proveIn(prover, target, this.near(prover, target, NEAR.next)) ||
      this.proveIn(prover, target, prover.hidden)
    );
  }

  private isSettled(prover: Prover, target: number): boolean {
    // What is asked of columns hidden by choice may rest on a limit instead of on moves; the attacker has the last word.
    return isConditional(this.instance.targets[target]!) || prover.proofOf(target).every(isWhole);
  }

  private proveIn(prover: Prover, target: number, hidden: Uint8Array): boolean {
    return this.proofIn(target, hidden)?.every((move) => prover.replaceProof(target, move)) ?? false;
  }

  /** Whether whole tables that take many targets far at once prove this one. */
  isSeenSafe({ hidden }: Prover, target: number): boolean {
    return isReached(this.instance.targets[target]!, this.seenOf(target, hidden));
  }

  /** The tables that prove a target go to the prover as its proof. */
  handOver(prover: Prover, target: number): void {
    if (!this.isSeenSafe(prover, target)) return;
    const { up, down } = this.seen[target]!;
    for (const move of [up, down]) if (move && isInside(move, prover.hidden)) prover.learn(target, move);
  }

  /**
   * Rounds of whole tables that take many of the targets far that have no whole proof, until a round settles few.
   * @param many fewer targets than this are not worth a round
   */
  lookAtMany(prover: Prover, many: number): void {
    const isOpen = (target: number): boolean =>
      prover.hidden[this.instance.targets[target]!.column] === 1 && !this.isSeenSafe(prover, target);
    const unproven = new Set(prover.unproven());
    let open = [...this.instance.targets.keys()].filter(
      (target) => isOpen(target) && (unproven.has(target) || !this.isSettled(prover, target)),
    );
    if (open.length < many || this.isQuickerOneByOne(prover, open)) return;
    const tables = new SharedTables(this.highs, this.instance, prover.hidden, open.length);
    try {
      for (let tired = 0; open.length > 0 && tired < PATIENCE && !this.clock.isPast();) {
        const wishes = open.map((target) => ({
          target: this.instance.targets[target]!,
          ...this.seenOf(target, prover.hidden),
        }));
        const move = tables.towards(wishes, tired > 0, this.clock);
        if (move) this.learn(move, prover.hidden);
        const left = open.filter(isOpen);
        tired = left.length === open.length ? tired + 1 : 0;
        open = left;
      }
    } finally {
      tables.dispose();
    }
  }

  /** Whether a look near each tells of most targets: asked of some of the first many that are open, and remembered. */
  private isQuickerOneByOne(prover: Prover, open: readonly number[]): boolean {
    if (this.oneByOne === undefined && open.length >= SAMPLE) {
      const asked = Array.from({ length: SAMPLE }, (_, i) => open[Math.floor((i * open.length) / SAMPLE)]!);
      this.oneByOne = asked.filter((target) => this.isToldAtSight(prover, target)).length >= TOLD * SAMPLE;
    }
    return this.oneByOne ?? false;
  }

  private isToldAtSight(prover: Prover, target: number): boolean {
    if (prover.isSafeAtSight(target)) return this.isSettled(prover, target);
    return prover.isQuicklySafe(target) === false;
  }

  /** Whole moves inside a pattern that prove a target; undefined when there are none. */
  proofIn(target: number, hidden: ArrayLike<number>): Move[] | undefined {
    const { column, up, width, down } = this.instance.targets[target]!;
    if (down !== undefined) {
      const fall = this.move(column, -down, hidden);
      if (fall) return [fall];
    }
    for (let rise = up; rise <= Math.max(up, width); rise++) {
      const moves = [this.move(column, rise, hidden), this.move(column, rise - width, hidden)];
      if (rise > 0 && !moves[0]) return undefined;
      if (moves[0] && (rise >= width || moves[1]))
        return moves.filter((move) => move !== undefined && move.columns.length > 0) as Move[];
      if (rise === 0 && moves[1]) return [moves[1]];
    }
    return undefined;
  }

  /** How far a target has been seen to go in whole tables inside the pattern. */
  private seenOf(target: number, hidden: Uint8Array): { rise: number; fall: number } {
    const { column } = this.instance.targets[target]!;
    const { up, down } = this.seen[target]!;
    return {
      rise: up && isInside(up, hidden) ? at(up, column) : 0,
      fall: down && isInside(down, hidden) ? -at(down, column) : 0,
    };
  }

  private learn(move: Move, hidden: Uint8Array): void {
    this.instance.targets.forEach(({ column }, target) => {
      const step = at(move, column);
      const { rise, fall } = this.seenOf(target, hidden);
      if (step > rise) this.seen[target] = { ...this.seen[target], up: move };
      if (-step > fall) this.seen[target] = { ...this.seen[target], down: move };
    });
  }

  /** The part of the pattern around a target, with what its proof in fractions uses. */
  private near(prover: Prover, target: number, most: number): Uint8Array {
    const { column } = this.instance.targets[target]!;
    const { columns } = columnsNear(this.instance, this.linesOf, prover.hidden, column, most);
    const near = new Uint8Array(this.instance.size);
    for (const one of columns) near[one] = 1;
    for (const move of prover.proofOf(target)) for (const one of move.columns) near[one] = 1;
    return near;
  }

  /** A shortest whole move of a column by at least a distance inside a pattern; an empty one for distance 0. */
  private move(column: number, distance: number, hidden: ArrayLike<number>): Move | undefined {
    if (distance === 0) return { columns: new Int32Array(0), steps: new Float64Array(0) };
    const { roomDown, roomUp } = this.instance;
    if ((distance > 0 ? roomUp : roomDown)[column]! < Math.abs(distance)) return undefined;
    const columns = columnsOf(hidden);
    const lines = new Set([...columns].flatMap((one) => [...this.linesOf[one]!]));
    const within = restrictTo(this.instance, columns, lines);
    const model = this.newModel(within, within.placeOf.get(column)!, distance);
    try {
      model.run();
      if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
      const { colValue } = model.getSolution();
      const steps = new Float64Array(this.instance.size);
      within.columns.forEach((one, place) => {
        steps[one] = Math.round(colValue[2 * place]!) - Math.round(colValue[2 * place + 1]!);
      });
      return this.adds(steps) ? sparse(steps) : undefined;
    } finally {
      model.dispose();
    }
  }

  /** The rounded move must still keep every sum: checked in whole numbers, not by the solver. */
  private adds(steps: Float64Array): boolean {
    return this.instance.lines.every(({ columns, signs }) => {
      let sum = 0;
      for (let i = 0; i < columns.length; i++) sum += signs[i]! * steps[columns[i]!]!;
      return Math.abs(sum) < NOISE;
    });
  }

  private newModel({ instance }: Restricted, place: number, distance: number): Model {
    const { size, roomUp, roomDown } = instance;
    const model = lineModel(this.highs, instance, 2);
    const upper = new Float64Array(2 * size);
    for (let j = 0; j < size; j++) {
      upper[2 * j] = Math.min(roomUp[j]!, LONGEST);
      upper[2 * j + 1] = Math.min(roomDown[j]!, LONGEST);
    }
    const lower = new Float64Array(2 * size);
    lower[2 * place + (distance > 0 ? 0 : 1)] = Math.abs(distance);
    upper[2 * place + (distance > 0 ? 1 : 0)] = 0;
    model.changeColsBounds(allOf(2 * size), lower, upper);
    model.options.set({ presolve: 'on', mip_rel_gap: 0.5, mip_max_nodes: 2000 });
    model.options.set('time_limit', Math.max(0.05, this.clock.left));
    model.changeColsCost(allOf(2 * size), new Float64Array(2 * size).fill(1));
    model.changeColsIntegrality(allOf(2 * size), new Int32Array(2 * size).fill(1));
    return model;
  }
}
