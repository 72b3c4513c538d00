import {
  isConditional,
  largestNeed,
  linesThrough,
  type Instance,
  type Move,
  type Target,
} from './instance.js';
import { fallsShortOnALine, targetsOnLines } from './lines.js';
import { at, isInside, MovePool } from './move-pool.js';
import { NOISE, ReachModel, type Reach } from './reach.js';
import { RouteModel } from './route.js';
import type { Highs } from './solver.js';

/** What is known about one target: moves of the table that prove how far it can rise and fall. */
interface Evidence {
  up?: Move;
  down?: Move;
}

/** The outcome of an attack on one target that is not safe. */
export interface Breach {
  target: number;
  rise?: Reach;
  fall?: Reach;
}

/**
 * Keeps a pattern and, for each target, moves inside the pattern that prove it safe. Hiding more never spoils a
 * proof; showing a column spoils only the proofs that use it, and only those are made again.
 */
export class Prover {
  readonly hidden: Uint8Array;
  private readonly reach: ReachModel;
  private readonly short: RouteModel;
  private readonly evidence: Evidence[];
  private readonly pool: MovePool;
  private readonly linesOf: Int32Array[];
  private readonly targetsOn: Int32Array[];
  /** Steps longer than this are never needed for a proof; short ones make proofs that use few columns. */
  private readonly longest: number;

  constructor(
    highs: Highs,
    private readonly instance: Instance,
    hidden: Uint8Array,
  ) {
    this.hidden = hidden.slice();
    this.longest = 2 * largestNeed(instance);
    this.reach = new ReachModel(highs, instance);
    this.reach.setRoom(this.hidden, this.longest);
    this.short = new RouteModel(highs, instance, this.longest);
    this.short.setPrices(new Float64Array(instance.size).fill(1));
    for (let column = 0; column < instance.size; column++)
      if (!hidden[column]) this.short.setOpen(column, false);
    this.evidence = instance.targets.map(() => ({}));
    this.pool = new MovePool(instance.size);
    this.linesOf = linesThrough(instance);
    this.targetsOn = targetsOnLines(instance);
  }

  /** Hides further columns. */
  hide(columns: Iterable<number>): void {
    for (const column of columns) if (!this.hidden[column]) this.set(column, 1);
  }

  /** Shows columns again, whatever becomes of the targets. */
  show(columns: Iterable<number>): void {
    for (const column of columns)
      if (this.hidden[column] && !this.instance.fixed[column]) this.set(column, 0);
  }

  /** Replaces the whole pattern; proofs that still hold are found again. */
  reset(hidden: Uint8Array): void {
    for (let column = 0; column < hidden.length; column++) {
      if (this.hidden[column] !== hidden[column]) this.set(column, hidden[column]! ? 1 : 0);
    }
  }

  /** Proves a target safe, from known moves or with short new ones. */
  isSafe(target: number): boolean {
    const { column, up, width, down, isZero, firm } = this.instance.targets[target]!;
    if (isConditional(this.instance.targets[target]!) && !this.hidden[column]) return true;
    this.recall(target);
    if (this.isProven(target)) return true;
    if (firm !== undefined) return this.isFirm(target, firm);
    if (isZero) return this.tryShort(target, column, up) || this.reach.furthest(column, 1).distance < NOISE;
    if (down !== undefined && this.tryShort(target, column, -down)) return true;
    if (up > 0 && this.known(target).rise < up) {
      if (this.tryShort(target, column, up)) return true;
      if (this.known(target).rise < up) return false;
    }
    if (this.tryShort(target, column, up - width) || this.tryShort(target, column, width)) return true;
    return this.instance.roomDown[column]! > 0 && this.isSafeAtLength(target);
  }

  /** Attacks a target that has no short proof: how far it can be taken at most, and what limits it. */
  breachOf(target: number): Breach | undefined {
    if (this.isSafe(target)) return undefined;
    const { column, up, down } = this.instance.targets[target]!;
    const rise = this.reach.furthest(column, 1);
    this.learn(target, rise.move);
    if (down === undefined && rise.distance < up - NOISE) return { target, rise };
    const fall = this.reach.furthest(column, -1);
    this.learn(target, fall.move);
    return this.isProven(target) ? undefined : { target, rise, fall };
  }

  /** All targets that are not safe. */
  breaches(): Breach[] {
    return this.instance.targets.flatMap((_, target) => this.breachOf(target) ?? []);
  }

  /** How far the target's column is known to rise and fall inside the pattern. */
  known(target: number): { rise: number; fall: number } {
    const { column } = this.instance.targets[target]!;
    const { up, down } = this.evidence[target]!;
    return { rise: up ? at(up, column) : 0, fall: down ? -at(down, column) : 0 };
  }

  /** The moves that prove the target safe (none when it is not proven). */
  proofOf(target: number): Move[] {
    const { up, down } = this.evidence[target]!;
    return [up, down].filter((move) => move !== undefined);
  }

  /** Takes over a move inside the pattern as evidence for a target. */
  learn(target: number, move: Move): void {
    if (move.columns.length === 0) return;
    this.pool.add(move);
    const step = at(move, this.instance.targets[target]!.column);
    const { rise, fall } = this.known(target);
    if (step > rise) this.evidence[target] = { ...this.evidence[target], up: move };
    if (-step > fall) this.evidence[target] = { ...this.evidence[target], down: move };
  }

  /** Takes over a move in place of the evidence in its direction, even when it goes less far. */
  replaceProof(target: number, move: Move): boolean {
    const step = at(move, this.instance.targets[target]!.column);
    this.pool.add(move);
    this.evidence[target] = { ...this.evidence[target], ...(step > 0 ? { up: move } : { down: move }) };
    return step !== 0;
  }

  /**
   * Shows a column if every target stays safe without it; otherwise leaves everything as it was.
   * @param suspects targets that failed lately, the latest last; they are asked first
   */
  tryShowing(column: number, suspects: number[] = []): boolean {
    if (this.instance.fixed[column] || !this.hidden[column]) return false;
    const users = this.usersOf(column, suspects);
    const before = users.map((target) => this.evidence[target]!);
    this.set(column, 0);
    for (const target of users) {
      if (!fallsShortOnALine(this.instance, this.linesOf, this.hidden, target, column) && this.isSafe(target))
        continue;
      const known = suspects.indexOf(target);
      if (known >= 0) suspects.splice(known, 1);
      suspects.push(target);
      this.set(column, 1);
      users.forEach((user, i) => (this.evidence[user] = before[i]!));
      return false;
    }
    return true;
  }

  dispose(): void {
    this.short.dispose();
    this.reach.dispose();
  }

  private set(column: number, hidden: 0 | 1): void {
    this.hidden[column] = hidden;
    this.reach.setOne(column, hidden, this.longest);
    this.short.setOpen(column, hidden === 1);
  }

  private isFirm(target: number, firm: number): boolean {
    const { column, width } = this.instance.targets[target]!;
    if (this.tryShort(target, column, width) || this.isSafeAtLength(target)) return true;
    return this.reach.furthest(column, -1).distance <= firm + NOISE;
  }

  private tryShort(target: number, column: number, distance: number): boolean {
    const found = distance === 0 ? undefined : this.short.cheapest(column, distance);
    if (found) this.learn(target, found.move);
    return this.isProven(target);
  }

  /** The rare case in which only a rise and a fall of odd lengths together are wide enough. */
  private isSafeAtLength(target: number): boolean {
    const { column } = this.instance.targets[target]!;
    this.learn(target, this.reach.furthest(column, 1).move);
    this.learn(target, this.reach.furthest(column, -1).move);
    return this.isProven(target);
  }

  /** Targets whose proof uses a column: those on its lines first, then those that failed lately. */
  private usersOf(column: number, suspects: number[]): number[] {
    const near = new Set<number>();
    for (const line of this.linesOf[column]!) for (const target of this.targetsOn[line]!) near.add(target);
    const weight = (target: number): number =>
      (near.has(target) ? suspects.length : -1) + suspects.indexOf(target);
    return this.evidence
      .flatMap(({ up, down }, target) =>
        up?.columns.includes(column) || down?.columns.includes(column) ? target : [],
      )
      .sort((a, b) => weight(b) - weight(a) || a - b);
  }

  /** Drops evidence that left the pattern and looks for other known moves in its place. */
  private recall(target: number): void {
    const { column, up, width, down } = this.instance.targets[target]!;
    const evidence = this.evidence[target]!;
    const keep = (move?: Move): Move | undefined => (move && isInside(move, this.hidden) ? move : undefined);
    const rise = keep(evidence.up) ?? this.pool.find(column, Math.max(up, 1), this.hidden);
    const fall = keep(evidence.down) ?? this.pool.find(column, -(down ?? Math.min(1, width)), this.hidden);
    this.evidence[target] = { ...(rise ? { up: rise } : {}), ...(fall ? { down: fall } : {}) };
  }

  private isProven(target: number): boolean {
    const need: Target = this.instance.targets[target]!;
    const { rise, fall } = this.known(target);
    if (need.down !== undefined && fall >= need.down - NOISE) return true;
    return rise >= need.up - NOISE && rise + fall >= need.width - NOISE;
  }
}
