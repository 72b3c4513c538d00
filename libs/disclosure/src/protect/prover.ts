import { isConditional, largestNeed, linesThrough, type Instance, type Move } from './instance.js';
import { Ceilings } from './ceilings.js';
import type { Clock } from './clock.js';
import { distancesOf, firstAsked } from './distances.js';
import { fallsShortOnALine, targetsOnLines } from './lines.js';
import { NearLimits } from './near-limits.js';
import { PatternModel } from './pattern-model.js';
import { ProofRoutes } from './proof-routes.js';
import { Proofs, type Evidence } from './proofs.js';
import { NOISE, type Breach } from './reach.js';
import { ShortMoves } from './short-moves.js';
import type { Highs } from './solver.js';

/**
 * Keeps a pattern and, for each target, moves inside the pattern that prove it safe. Hiding more never spoils a
 * proof; showing a column spoils only the proofs that use it, and only those are patched or made again.
 */
export class Prover {
  readonly hidden: Uint8Array;
  private readonly limits: NearLimits;
  private readonly model: PatternModel;
  private readonly routes: ProofRoutes;
  private readonly quick: ShortMoves;
  private readonly ceilings: Ceilings;
  private readonly proofs: Proofs;
  private readonly linesOf: Int32Array[];
  private readonly targetsOn: Int32Array[];

  constructor(
    highs: Highs,
    private readonly instance: Instance,
    hidden: Uint8Array,
    clock?: Clock,
  ) {
    this.hidden = hidden.slice();
    const longest = 2 * largestNeed(instance);
    this.model = new PatternModel(highs, instance, this.hidden, longest, clock);
    this.routes = new ProofRoutes(highs, instance, this.hidden, longest);
    this.quick = new ShortMoves(instance);
    this.ceilings = new Ceilings(instance, longest);
    this.limits = new NearLimits(highs, instance, this.hidden, this.ceilings, longest);
    this.proofs = new Proofs(instance, this.hidden, this.quick);
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
    for (let column = 0; column < hidden.length; column++)
      if (this.hidden[column] !== hidden[column]) this.set(column, hidden[column]! ? 1 : 0);
  }

  /** What is known of every target now, to come back to. */
  get memory(): readonly Evidence[] {
    return this.proofs.memory;
  }

  /** Replaces the whole pattern and what is known of it. */
  restore(hidden: Uint8Array, memory: readonly Evidence[]): void {
    this.reset(hidden);
    this.proofs.restore(memory);
  }

  /** Replaces the whole pattern; where what is known of a target does not hold in it, what was known before is taken. */
  change(hidden: Uint8Array, memory: readonly Evidence[]): void {
    this.reset(hidden);
    this.proofs.fallBackOn(memory);
  }

  /** Targets that nothing known so far proves safe in the present pattern. */
  unproven(): number[] {
    return [...this.instance.targets.keys()].filter(
      (target) => this.isKnownSafe(target) !== true && this.ceilings.verdict(target, this.hidden) !== true,
    );
  }

  /** Proves a target safe: from known moves, with short new ones, or by linear programmes. */
  isSafe(target: number): boolean {
    return this.seemsSafe(target) ?? this.isSafeAtLength(target);
  }

  /** As `isSafe`, but with what is known and short moves only; undefined when that does not tell. */
  isQuicklySafe(target: number): boolean | undefined {
    if (this.isKnownSafe(target)) return true;
    return this.ceilings.verdict(target, this.hidden) ?? (this.proveQuickly(target) || undefined);
  }

  /** As `isSafe`, but limits are looked for no further than near the target; undefined when that does not tell. */
  seemsSafe(target: number): boolean | undefined {
    return this.judgeByLimits(target) ?? (this.routes.prove(this.proofs, target) || undefined);
  }

  /** As `seemsSafe`, but no linear programme looks for a proof, which with a ledger takes far longer than to find a limit. */
  judgeByLimits(target: number): boolean | undefined {
    return this.isQuicklySafe(target) ?? this.limits.verdict(target);
  }

  /** Whether a target is seen to be safe at once, by what lies next to it; a few that are safe are not seen to be. */
  isSafeAtSight(target: number): boolean {
    if (this.isKnownSafe(target)) return true;
    const verdict = this.ceilings.verdict(target, this.hidden) ?? this.limits.nearestVerdict(target);
    return verdict ?? (this.proveQuickly(target) || this.routes.prove(this.proofs, target, true));
  }

  /** Whether moves that are known already prove a target safe, or nothing is asked of it. */
  isKnownSafe(target: number): boolean {
    const need = this.instance.targets[target]!;
    if (isConditional(need) && !this.hidden[need.column]) return true;
    this.proofs.recall(target);
    return this.proofs.isProven(target);
  }

  /** Attacks a target: how far it can be taken at most, and what limits it; undefined when it is safe. */
  breachOf(target: number): Breach | undefined {
    return this.isSafe(target) ? undefined : this.breachAtLength(target);
  }

  /**
   * Looks near a target for what limits it, next to it first, which makes cuts of few columns, and for what proves it safe.
   * @returns whether it is safe, or what shows that it is not; undefined when only what is further off would tell
   */
  judgeNear(target: number): Breach | boolean | undefined {
    if (this.isKnownSafe(target)) return true;
    const nearest = this.limits.breach(target, 'nearest');
    if (nearest) return nearest;
    if (this.proveQuickly(target) || this.routes.prove(this.proofs, target, true)) return true;
    return this.limits.breach(target, 'next') ?? this.limits.breach(target, 'near');
  }

  /** Whether moves through the whole pattern prove a target safe, which takes ten times as long as a look near it. */
  isProvenFarOff(target: number): boolean {
    return this.isKnownSafe(target) || this.routes.prove(this.proofs, target);
  }

  /** Columns hidden by choice without which a count would not go as far as makes it ask for something. */
  bringsIntoPlay(target: number): Int32Array {
    const { column, isZero } = this.instance.targets[target]!;
    const { move } = this.model.furthest(column, isZero ? 1 : -1);
    return move.columns.filter((one) => this.hidden[one] && !this.instance.fixed[one]);
  }

  /** How far the target's column is known to rise and fall. */
  known(target: number): { rise: number; fall: number } {
    return this.proofs.known(target);
  }

  /** The moves that prove the target safe (none when it is not proven). */
  proofOf(target: number): Move[] {
    return this.proofs.of(target);
  }

  /** Takes over a move inside the pattern as evidence for a target. */
  learn(target: number, move: Move | undefined): void {
    this.proofs.learn(target, move);
  }

  /** Takes over a move in place of the evidence in its direction, even when it goes less far. */
  replaceProof(target: number, move: Move): boolean {
    return this.proofs.replace(target, move);
  }

  /**
   * Shows a column if every target stays safe without it; otherwise leaves everything as it was.
   * @param suspects targets that failed lately, the latest last; they are asked first
   * @param atSight only what is seen at once counts as a proof: much faster, but a few columns more stay hidden
   */
  tryShowing(column: number, suspects: number[] = [], atSight = false): boolean {
    if (this.instance.fixed[column] || !this.hidden[column]) return false;
    const users = this.usersOf(column, suspects);
    const before = this.memory;
    this.set(column, 0);
    for (const target of users) {
      const fallsShort = fallsShortOnALine(this.instance, this.linesOf, this.hidden, target, column);
      if (!fallsShort && (atSight ? this.isSafeAtSight(target) : this.isSafe(target))) continue;
      const known = suspects.indexOf(target);
      suspects.push(...(known >= 0 ? suspects.splice(known, 1) : [target]));
      this.set(column, 1);
      this.proofs.restore(before);
      return false;
    }
    return true;
  }

  dispose(): void {
    this.routes.changed();
    this.model.dispose();
  }

  private set(column: number, hidden: 0 | 1): void {
    this.hidden[column] = hidden;
    this.model.changed(column);
    this.limits.changed();
    this.routes.changed();
  }

  private proveQuickly(target: number): boolean {
    const need = this.instance.targets[target]!;
    return distancesOf(need).some((distance) => {
      this.proofs.learn(target, this.quick.find(this.hidden, need.column, distance));
      return this.proofs.isProven(target);
    });
  }

  /** How far the column goes at all decides; what limits it is remembered. */
  private isSafeAtLength(target: number): boolean {
    const need = this.instance.targets[target]!;
    for (const direction of firstAsked(need)) {
      const reach = this.model.furthest(need.column, direction);
      this.proofs.learn(target, reach.move);
      if (this.proofs.isProven(target)) return true;
      this.ceilings.learn(target, direction, reach);
      const verdict = this.ceilings.verdict(target, this.hidden);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  private breachAtLength(target: number): Breach {
    const { column, up, down } = this.instance.targets[target]!;
    const rise = this.model.furthest(column, 1);
    if (down === undefined && rise.distance < up - NOISE) return { target, rise };
    return { target, rise, fall: this.model.furthest(column, -1) };
  }

  /** Targets whose proof uses a column: those on its lines first, then those that failed lately. */
  private usersOf(column: number, suspects: number[]): number[] {
    const near = new Set([...this.linesOf[column]!].flatMap((line) => [...this.targetsOn[line]!]));
    const weight = (target: number): number =>
      (near.has(target) ? suspects.length : -1) + suspects.indexOf(target);
    return this.proofs.usersOf(column).sort((a, b) => weight(b) - weight(a) || a - b);
  }
}
