import { BlockSolver, highsRuntime, type Relaxation } from './block-solver.js';
import type { Block, Blocks } from './blocks.js';
import { provenLeast } from './certificate.js';
import type { Clock } from './clock.js';
import { judge, type Limits, type Verdict } from './judge.js';
import { movedNear, MoveSolver } from './move-solver.js';
import { knownOf, see, Stage, type Piece, type Split } from './pieces.js';
import { Surroundings } from './surroundings.js';
import type { Target } from './targets.js';
import { exactTable } from './witness.js';

/** The publication contradicts itself in a block: no table fits. */
export class NoTable extends Error {
  constructor(readonly variables: number[]) {
    super('no whole-number table fits');
  }
}

/** No whole-number solve takes longer than this; what it leaves open is undetermined. */
const WHOLE_SECONDS = 30;
const NEAR_SECONDS = 5;
const FIRST_SECONDS = 120;
/** Blocks of more columns are searched by interior points and by moves from one table, unless told otherwise. */
const LARGE = 1500;
/** Solvers kept open at a time, counted in columns (some 2 kB each). */
const OPEN_COLUMNS = 60_000;

/** Everything known while the attack goes on: bounds and witnesses per piece, verdicts per target. */
export class Search {
  readonly verdicts: Verdict[];
  private readonly piecesOf: Piece[][];
  private readonly solvers = new Map<number, BlockSolver>();
  /** The first table found of a large block, and the solver of moves from it. */
  private readonly bases = new Map<number, Float64Array>();
  private mover: { block: number; solver: MoveSolver; around: Surroundings } | undefined;
  private openColumns = 0;

  private constructor(
    private readonly highs: Awaited<ReturnType<typeof highsRuntime>>,
    readonly blocks: Blocks,
    readonly targets: Target[],
    readonly splits: Split[],
    readonly limits: Limits,
    readonly clock: Clock,
  ) {
    this.piecesOf = blocks.list.map(() => []);
    for (const { pieces } of splits) for (const piece of pieces) this.piecesOf[piece.block]!.push(piece);
    this.verdicts = targets.map((_, t) => this.judgeAnew(t));
  }

  static async open(
    blocks: Blocks,
    targets: Target[],
    splits: Split[],
    limits: Limits,
    clock: Clock,
  ): Promise<Search> {
    return new Search(await highsRuntime(), blocks, targets, splits, limits, clock);
  }

  dispose(): void {
    for (const solver of this.solvers.values()) solver.dispose();
    this.solvers.clear();
    this.mover?.solver.dispose();
    this.mover = undefined;
    this.openColumns = 0;
  }

  isLarge(block: number): boolean {
    return this.blocks.list[block]!.variables.length > (this.limits.largeBlock ?? LARGE);
  }

  /** Whether there is a table of a large block to move from. */
  hasBase(block: number): boolean {
    return this.bases.has(block);
  }

  isOpen(target: number): boolean {
    const verdict = this.verdicts[target];
    return verdict === 'up' || verdict === 'down';
  }

  /** The block's pieces of targets that are not decided. */
  openPieces(block: number): Piece[] {
    return this.piecesOf[block]!.filter((piece) => this.isOpen(piece.target));
  }

  /**
   * Minimises over a block and keeps what it teaches: the optimum itself where it is a whole-number table, otherwise
   * one close by. `prove` is given the proven least cost and says whether that settles it, so that none is needed.
   */
  explore(
    b: number,
    cost: Float64Array,
    how: Relaxation & { prove?: (least: number) => boolean } = {},
  ): void {
    const block = this.blocks.list[b]!;
    const relaxed = this.solver(b).relax(cost, this.clock.left, how);
    if (relaxed === 'impossible') throw new NoTable(block.variables);
    if (relaxed === undefined) return;
    const isSettled = how.prove?.(provenLeast(block, cost, relaxed.multipliers)) ?? false;
    const table = exactTable(block, relaxed.x);
    if (table) this.learn(b, table);
    else if (!isSettled) this.exploreNear(b, cost, relaxed.x);
  }

  /** Whole-number tables around a fractional point, first close by, then a little wider. */
  private exploreNear(b: number, cost: Float64Array, x: Float64Array): void {
    // Without any table of a large block there are no moves either: the first one may take longer.
    const isFirst = this.isLarge(b) && !this.bases.has(b);
    const seconds = isFirst
      ? Math.max(NEAR_SECONDS, Math.min(FIRST_SECONDS, this.clock.left / 4))
      : NEAR_SECONDS;
    for (const reach of isFirst ? [1, 16] : [1, 4]) {
      if (this.clock.stopped) return;
      const found = this.solver(b).wholeNear(
        x,
        reach,
        cost,
        Math.min(reach === 1 ? NEAR_SECONDS : seconds, this.clock.left),
      );
      const table = found && exactTable(this.blocks.list[b]!, found);
      if (!table) continue;
      this.learn(b, table);
      return;
    }
  }

  /** The largest (or smallest) whole-number value of one piece, as far as the solver gets. */
  exploreWhole(piece: Piece, cost: Float64Array, caps?: Map<number, number>): { least?: number } {
    const seconds = Math.min(WHOLE_SECONDS, this.clock.left);
    const found = this.solver(piece.block).solveWhole(cost, seconds, caps);
    const block = this.blocks.list[piece.block]!;
    if (found.isImpossible) throw new NoTable(block.variables);
    const table = found.x && exactTable(block, found.x);
    if (table) this.learn(piece.block, table);
    return found.least === undefined ? {} : { least: found.least };
  }

  /** Judges a target again after something was learnt of it. */
  judgeAnew(t: number): Verdict {
    const verdict = judge(this.targets[t]!.question, knownOf(this.splits[t]!), this.limits);
    if (this.verdicts) this.verdicts[t] = verdict;
    return verdict;
  }

  /** What single piece values are enough for its target to be safe; more need not be looked for. */
  enough(piece: Piece): number {
    const { threshold, protection, coalition } = this.limits;
    const { settled, pieces } = this.splits[piece.target]!;
    if (pieces.length > 1) return Infinity;
    const question = this.targets[piece.target]!.question;
    if (question === 'group') return coalition + 1 - settled;
    if (question === 'rest') return threshold - settled;
    const least = piece.least === Infinity ? piece.upper : piece.least;
    return Math.max(threshold - settled, least + protection);
  }

  /** A value small enough for the piece's target to be safe, given its largest so far. */
  littleEnough(piece: Piece): number {
    const { settled, pieces } = this.splits[piece.target]!;
    if (pieces.length > 1 || this.targets[piece.target]!.question === 'group') return -Infinity;
    if (this.targets[piece.target]!.question === 'rest') return -settled;
    return Math.max(piece.lower, piece.most - this.limits.protection);
  }

  /**
   * In a large block: moves a plain count of the first table found to `goal` by a shortest whole change.
   * Teaches that table; says nothing when there is none.
   */
  exploreMove(piece: Piece, goal: number, direction: 'up' | 'down'): void {
    const { block: b, columns } = piece;
    const base = this.bases.get(b);
    if (base === undefined || columns.length !== 1 || piece.coefficients[0] !== 1 || !Number.isFinite(goal))
      return;
    const distance = (goal - base[columns[0]!]!) * (direction === 'up' ? 1 : -1);
    if (distance <= 0) return;
    if (this.mover?.block !== b) {
      this.mover?.solver.dispose();
      this.mover = {
        block: b,
        solver: new MoveSolver(this.highs, this.blocks.list[b]!, base),
        around: new Surroundings(this.blocks.list[b]!),
      };
    }
    const seconds = Math.min(NEAR_SECONDS, this.clock.left);
    const { solver, around } = this.mover;
    const near = movedNear(this.highs, around, base, columns[0]!, { distance, direction, seconds });
    const nearTable = near && exactTable(this.blocks.list[b]!, near);
    const moved = nearTable ?? solver.moved(columns[0]!, distance, direction, seconds);
    const table = nearTable ?? (moved && exactTable(this.blocks.list[b]!, moved));
    if (table) this.learn(b, table);
  }

  private learn(b: number, table: Float64Array): void {
    if (this.isLarge(b) && !this.bases.has(b)) this.bases.set(b, table);
    for (const piece of this.openPieces(b)) {
      see(piece, table);
      this.judgeAnew(piece.target);
    }
  }

  private solver(b: number): BlockSolver {
    const known = this.solvers.get(b);
    if (known) return known;
    const block: Block = this.blocks.list[b]!;
    if (this.openColumns + block.variables.length > OPEN_COLUMNS) this.dispose();
    const solver = new BlockSolver(this.highs, block, this.isLarge(b));
    this.solvers.set(b, solver);
    this.openColumns += block.variables.length;
    return solver;
  }
}

/** Cost that minimises (`down`) or maximises (`up`) one piece. */
export function costOf(piece: Piece, direction: 'up' | 'down', size: number): Float64Array {
  const cost = new Float64Array(size);
  const sign = direction === 'up' ? -1 : 1;
  piece.columns.forEach((column, i) => (cost[column]! += sign * piece.coefficients[i]!));
  return cost;
}

/** Takes a proven least cost of `costOf` over into the piece's bounds. */
export function tightenBy(piece: Piece, direction: 'up' | 'down', proven: number): void {
  if (direction === 'up') piece.upper = Math.min(piece.upper, Math.floor(-proven));
  else piece.lower = Math.max(piece.lower, Math.ceil(proven));
}

/** A piece whose largest (smallest) value is known exactly need not be looked at again. */
export function isExhausted(piece: Piece, direction: 'up' | 'down'): boolean {
  if (direction === 'up') return piece.most === piece.upper || piece.up === Stage.Done;
  return piece.least === piece.lower || piece.down === Stage.Done;
}
