import { isConditional, isReached, largestNeed, linesThrough, type Instance, type Move } from './instance.js';
import { Ceilings } from './ceilings.js';
import { distancesOf, firstAsked } from './distances.js';
import { fallsShortOnALine, targetsOnLines } from './lines.js';
import { LocalModel } from './local-model.js';
import { at, isInside, MovePool } from './move-pool.js';
import { PatternModel } from './pattern-model.js';
import { NOISE, type Breach } from './reach.js';
import { ShortMoves } from './short-moves.js';
import type { Highs } from './solver.js';

/** What is known about one target: moves of the table that prove how far it can rise and fall. */
interface Evidence {
  up?: Move;
  down?: Move;
}

/**
 * Keeps a pattern and, for each target, moves inside the pattern that prove it safe. Hiding more never spoils a
 * proof; showing a column spoils only the proofs that use it, and only those are made again.
 */
export class Prover {
  readonly hidden: Uint8Array;
  private readonly local: LocalModel;
  private readonly model: PatternModel;
  private readonly quick: ShortMoves;
  private readonly ceilings: Ceilings;
  private readonly evidence: Evidence[];
  private readonly pool: MovePool;
  private readonly linesOf: Int32Array[];
  private readonly targetsOn: Int32Array[];
  private readonly longest: number;

  constructor(
    highs: Highs,
    private readonly instance: Instance,
    hidden: Uint8Array,
  ) {
    this.hidden = hidden.slice();
    this.longest = 2 * largestNeed(instance);
    this.model = new PatternModel(highs, instance, this.hidden, this.longest);
    this.quick = new ShortMoves(instance);
    this.ceilings = new Ceilings(instance, this.longest);
    this.evidence = instance.targets.map(() => ({}));
    this.pool = new MovePool(instance.size);
    this.linesOf = linesThrough(instance);
    this.local = new LocalModel(highs, instance, this.hidden);
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

  /** Proves a target safe: from known moves, with short new ones, or by linear programmes. */
  isSafe(target: number): boolean {
    return this.seemsSafe(target) ?? this.isSafeAtLength(target);
  }

  /** As `isSafe`, but with what is known and short moves only; undefined when that does not tell. */
  isQuicklySafe(target: number): boolean | undefined {
    const need = this.instance.targets[target]!;
    if (isConditional(need) && !this.hidden[need.column]) return true;
    if (this.isKnownSafe(target)) return true;
    const verdict = this.ceilings.verdict(target, this.hidden);
    if (verdict !== undefined) return verdict;
    return distancesOf(need).some((distance) => this.tryQuick(target, need.column, distance)) || undefined;
  }

  /** As `isSafe`, but looks no further than near the target; undefined when that does not tell. */
  seemsSafe(target: number): boolean | undefined {
    const need = this.instance.targets[target]!;
    const quickly = this.isQuicklySafe(target);
    if (quickly !== undefined) return quickly;
    for (const direction of firstAsked(need)) {
      this.ceilings.learn(target, direction, this.local.limit(need.column, direction, this.longest));
      const limited = this.ceilings.verdict(target, this.hidden);
      if (limited !== undefined) return limited;
    }
    return undefined;
  }

  /** Whether moves that are known already prove a target safe. */
  isKnownSafe(target: number): boolean {
    this.recall(target);
    return this.isProven(target);
  }

  /** Attacks a target that has no short proof: how far it can be taken at most, and what limits it. */
  breachOf(target: number): Breach | undefined {
    if (this.isSafe(target)) return undefined;
    const { column, up, down } = this.instance.targets[target]!;
    const rise = this.model.furthest(column, 1);
    if (down === undefined && rise.distance < up - NOISE) return { target, rise };
    return { target, rise, fall: this.model.furthest(column, -1) };
  }

  /** What limits an unconditional target near it, where that shows it unsafe; cheap, with the tightest prices. */
  nearBreachOf(target: number): Breach | undefined {
    const need = this.instance.targets[target]!;
    const { column, up, width, down } = need;
    if (this.isKnownSafe(target)) return undefined;
    if (distancesOf(need).some((distance) => this.tryQuick(target, column, distance))) return undefined;
    const furthest = down === undefined ? up : Math.max(up, width);
    const rise = this.local.limit(column, 1, Math.max(1, furthest));
    if (down === undefined && rise.distance < up - NOISE) return { target, rise };
    const fall = this.local.limit(column, -1, Math.max(width, down ?? 0));
    if (down !== undefined)
      return Math.max(rise.distance - furthest, fall.distance - down) < -NOISE
        ? { target, rise, fall }
        : undefined;
    const wide = this.local.limit(column, 1, width);
    return wide.distance + fall.distance < width - NOISE ? { target, rise: wide, fall } : undefined;
  }

  /** Columns hidden by choice without which a count would not go as far as makes it ask for something. */
  bringsIntoPlay(target: number): Int32Array {
    const { column, isZero } = this.instance.targets[target]!;
    const { move } = this.model.furthest(column, isZero ? 1 : -1);
    return move.columns.filter((one) => this.hidden[one] && !this.instance.fixed[one]);
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
  learn(target: number, move: Move | undefined): void {
    if (!move || move.columns.length === 0) return;
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
    this.model.dispose();
  }

  private set(column: number, hidden: 0 | 1): void {
    this.hidden[column] = hidden;
    this.model.changed(column);
    this.local.changed();
  }

  private tryQuick(target: number, column: number, distance: number): boolean {
    this.learn(target, this.quick.find(this.hidden, column, distance));
    return this.isProven(target);
  }

  /** How far the column goes at all decides; what limits it is remembered. */
  private isSafeAtLength(target: number): boolean {
    const need = this.instance.targets[target]!;
    const { column } = need;
    for (const distance of distancesOf(need)) {
      this.learn(target, this.model.cheapest(column, distance)?.move);
      if (this.isProven(target)) return true;
    }
    for (const direction of firstAsked(need)) {
      const reach = this.model.furthest(column, direction);
      this.learn(target, reach.move);
      if (this.isProven(target)) return true;
      this.ceilings.learn(target, direction, reach);
      const verdict = this.ceilings.verdict(target, this.hidden);
      if (verdict !== undefined) return verdict;
    }
    return false;
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
    return isReached(this.instance.targets[target]!, this.known(target), NOISE);
  }
}
