import { isReached, type Instance, type Move } from './instance.js';
import { at, isInside, MovePool } from './move-pool.js';
import { NOISE } from './reach.js';
import type { ShortMoves } from './short-moves.js';

/** What is known about one target: moves of the table that prove how far it can rise and fall. */
export interface Evidence {
  up?: Move;
  down?: Move;
}

/** Where more columns of a proof are shown at once, or it touches more, it is not patched but looked for anew. */
const MOST_SHOWN = 6;
const LONG = 120;

/** The moves that prove targets safe in a pattern that changes. */
export class Proofs {
  private readonly evidence: Evidence[];
  private readonly pool: MovePool;

  constructor(
    private readonly instance: Instance,
    private readonly hidden: Uint8Array,
    private readonly quick: ShortMoves,
  ) {
    this.evidence = instance.targets.map(() => ({}));
    this.pool = new MovePool(instance.size);
  }

  /** What is known of every target now, to come back to. */
  get memory(): readonly Evidence[] {
    return this.evidence.slice();
  }

  /** Comes back to what was known. */
  restore(memory: readonly Evidence[]): void {
    memory.forEach((evidence, target) => (this.evidence[target] = evidence));
  }

  /** Comes back to what was known of those targets whose evidence has left the pattern. */
  fallBackOn(memory: readonly Evidence[]): void {
    memory.forEach((evidence, target) => {
      if (this.of(target).some((move) => !isInside(move, this.hidden))) this.evidence[target] = evidence;
    });
  }

  /** How far the target's column is known to rise and fall; inside the pattern after `recall`. */
  known(target: number): { rise: number; fall: number } {
    const { column } = this.instance.targets[target]!;
    const { up, down } = this.evidence[target]!;
    return { rise: up ? at(up, column) : 0, fall: down ? -at(down, column) : 0 };
  }

  isProven(target: number): boolean {
    return isReached(this.instance.targets[target]!, this.known(target), NOISE);
  }

  /** The moves that prove the target safe (none when it is not proven). */
  of(target: number): Move[] {
    const { up, down } = this.evidence[target]!;
    return [up, down].filter((move) => move !== undefined);
  }

  /** Takes over a move inside the pattern as evidence for a target. */
  learn(target: number, move: Move | undefined): void {
    if (!move || move.columns.length === 0) return;
    this.pool.add(move);
    const step = at(move, this.instance.targets[target]!.column);
    const { rise, fall } = this.known(target);
    if (step > rise) this.evidence[target] = { ...this.evidence[target], up: move };
    if (-step > fall) this.evidence[target] = { ...this.evidence[target], down: move };
  }

  /** Takes over a move in place of the evidence in its direction, even when it goes less far. */
  replace(target: number, move: Move): boolean {
    const step = at(move, this.instance.targets[target]!.column);
    this.pool.add(move);
    this.evidence[target] = { ...this.evidence[target], ...(step > 0 ? { up: move } : { down: move }) };
    return step !== 0;
  }

  /** Targets of which a move uses a column. */
  usersOf(column: number): number[] {
    return this.evidence.flatMap(({ up, down }, target) =>
      up?.columns.includes(column) || down?.columns.includes(column) ? target : [],
    );
  }

  /** Patches or drops evidence that left the pattern, and looks for other known moves in its place. */
  recall(target: number): void {
    const { column, up, width, down } = this.instance.targets[target]!;
    const evidence = this.evidence[target]!;
    const rise = this.inside(evidence.up, column) ?? this.pool.find(column, Math.max(up, 1), this.hidden);
    const fall =
      this.inside(evidence.down, column) ??
      this.pool.find(column, -(down ?? Math.min(1, width)), this.hidden);
    this.evidence[target] = { ...(rise ? { up: rise } : {}), ...(fall ? { down: fall } : {}) };
  }

  /** The move where it is inside the pattern, or what it becomes when other columns step in for those shown. */
  private inside(move: Move | undefined, column: number): Move | undefined {
    if (!move || isInside(move, this.hidden)) return move;
    const shown = move.columns.filter((one) => !this.hidden[one]);
    if (shown.length > MOST_SHOWN || shown.includes(column) || move.columns.length > LONG) return undefined;
    let patched: Move | undefined = move;
    for (const one of shown) patched = patched && this.quick.without(this.hidden, patched, one, column);
    if (patched) this.pool.add(patched);
    return patched;
  }
}
