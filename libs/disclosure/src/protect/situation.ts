import { cumulativeTruth } from './cumulative-truth.js';
import {
  buildSystem,
  changeSince,
  joinLedger,
  keyOfString,
  keyString,
  ModelError,
  pictureOf,
  requireTruthFitsLedger,
  statesOf,
  trueValues,
  withAnnounced,
  type Dimension,
  type Problem,
  type Published,
  type Sight,
  type TableSystem,
} from '../model/index.js';

/** The dimensions of which a table lists several codes; others stand at one code, perhaps not the total of today. */
export interface Span {
  release: number;
  names: Set<string>;
  /** For each dimension the one code, or undefined where the table lists several. */
  at: (string | undefined)[];
}

/** All tables, new and former, as one system with the truth of each cell and what the ledger says of it. */
export interface Situation {
  dimensions: Dimension[];
  /** What each table tells apart. */
  spans: Span[];
  /** True innermost counts of a release (0: of all), keys over all dimensions; undefined where they are not known. */
  countsOf: (release: number) => Map<string, number> | undefined;
  system: TableSystem;
  truth: Float64Array;
  /** What readers have already seen of each cell. */
  before: Sight[];
  /** What readers know a cell to be at least: not less than was added since, and 1 more where a hidden count was not 0. */
  least: Float64Array;
  /** For former releases after which counts were put right: by how much, for each cell listed by then. */
  states: Map<number, number>[];
  /** 1 for cells of the tables now wanted. */
  wanted: Uint8Array;
  /** Cells that count a group's people outside one category of a sensitive dimension (level C). */
  groups: number[];
  /** 1 for the grand totals, which are never hidden. */
  grand: Uint8Array;
}

/**
 * Lays the wanted tables over everything published before, with the corrections that are announced of it.
 * @throws ModelError when the truth disagrees with the ledger, or cannot be told for a cell of the ledger
 */
export function situationOf(
  problem: Problem,
  ledger?: Published,
  formerCells: Map<number, Map<string, number>> = new Map(),
  corrections: NonNullable<Published['corrections']> = [],
): Situation {
  const fresh = stillEmpty(problem, corrections);
  if (ledger) requireTruthFitsLedger(problem, withAnnounced(fresh, ledger));
  const joined = ledger ? joinLedger(fresh, ledger) : fresh;
  requireKnownLeaves(problem, joined.dimensions);
  const { system, sights } = pictureOf(joined, (table, key, [first, second]) => {
    throw new ModelError(
      '/tables',
      `the ledger shows ${first} and ${second} for [${words(key)}] in "${table.name}".`,
    );
  });
  const { dimensions } = joined;
  const now = reordered(problem, dimensions);
  const current = new Set(problem.tables.map(({ release }) => release));
  return {
    dimensions,
    spans: joined.tables.map((table) => spanOf(table, dimensions)),
    countsOf: (release) => (release === 0 || current.has(release) ? now : formerCells.get(release)),
    system,
    truth: truthOf(problem, joined, system, formerCells, sights),
    before: sights,
    least: leastOf(joined, system),
    states: statesOf(joined, system).map(({ since }) => since),
    wanted: wantedCells(problem, joined, system),
    groups: [],
    grand: grandTotals(dimensions, system),
  };
}

/** The wanted tables before anything of them is shown. */
function stillEmpty(problem: Problem, corrections: NonNullable<Published['corrections']>): Published {
  const tables = problem.tables.map((table) => ({
    ...table,
    sparse: false,
    cells: new Map<string, number | null>(),
  }));
  return { ...problem, corrections, tables };
}

/** What one cell has more than another, now and at former releases after which counts were put right. */
export function restsEver({ truth, states }: Situation, whole: number, less: number): number[] {
  const now = truth[whole]! - truth[less]!;
  const then = states.flatMap((since) =>
    since.has(whole) && since.has(less) ? now - since.get(whole)! + since.get(less)! : [],
  );
  return [now, ...then];
}

/** A cell's count, now and at former releases after which it was put right. */
export function countsEver({ truth, states }: Pick<Situation, 'truth' | 'states'>, cell: number): number[] {
  const then = states.flatMap((since) => (since.has(cell) ? truth[cell]! - since.get(cell)! : []));
  return [...new Set([truth[cell]!, ...then])];
}

function grandTotals(dimensions: Dimension[], { keys, increaseFrom }: TableSystem): Uint8Array {
  return Uint8Array.from(keys, (key, cell) =>
    increaseFrom[cell]! < 0 && key.every((code, d) => code === dimensions[d]!.total) ? 1 : 0,
  );
}

function spanOf(
  { release, dimensions: names, cells }: Published['tables'][number],
  dimensions: Dimension[],
): Span {
  const seen = dimensions.map(() => new Set<string>());
  for (const id of cells.keys()) keyOfString(id).forEach((code, d) => seen[d]!.add(code));
  const at = dimensions.map(({ name, total }, d) => {
    if (!names.includes(name)) return total;
    return seen[d]!.size === 1 ? [...seen[d]!][0] : undefined;
  });
  return {
    release,
    at,
    names: new Set(dimensions.filter((_, d) => at[d] === undefined).map(({ name }) => name)),
  };
}

function leastOf(joined: Published, system: TableSystem): Float64Array {
  const least = new Float64Array(system.size);
  joined.tables.forEach((table, t) => {
    const hidden = (table.zeros ?? joined.zeros) === 'published' ? 1 : 0;
    for (const cell of system.cellsOfTable[t]!) {
      const key = keyString(system.keys[cell]!);
      const then = table.cells.get(key) === null ? hidden : 0;
      least[cell] = Math.max(least[cell]!, then + changeSince(table, key));
    }
  });
  for (const { since } of statesOf(joined, system))
    for (const [cell, change] of since) least[cell] = Math.max(least[cell]!, change);
  return least;
}

function requireKnownLeaves(problem: Problem, dimensions: Dimension[]): void {
  dimensions.forEach(({ name, leaves }) => {
    const known = problem.dimensions.find((dimension) => dimension.name === name)?.leaves;
    const unknown = leaves.find((leaf) => !known?.includes(leaf));
    if (unknown === undefined) return;
    throw new ModelError(
      '/dimensions',
      `the ledger has "${unknown}" in "${name}", which the problem does not know; give counts as fine as before.`,
    );
  });
}

/** Cells of the new tables: of the joined tables, those that no former table brought in alone. */
function wantedCells(problem: Problem, joined: Published, system: TableSystem): Uint8Array {
  const wanted = new Uint8Array(system.size);
  const fresh = buildSystem(problem.dimensions, problem.tables, problem.releaseMode);
  const places = joined.dimensions.map(({ name }) =>
    problem.dimensions.findIndex((one) => one.name === name),
  );
  fresh.keys.forEach((key, cell) => {
    if (fresh.increaseFrom[cell]! >= 0) return;
    const united = joined.dimensions.map(({ total }, d) => key[places[d]!] ?? total);
    const found = system.indexOf(united, problem.releaseMode === 'same' ? undefined : fresh.releaseOf[cell]);
    if (found !== undefined) wanted[found] = 1;
  });
  return wanted;
}

function truthOf(
  problem: Problem,
  joined: Published,
  system: TableSystem,
  formerCells: Map<number, Map<string, number>>,
  sights: Sight[],
): Float64Array {
  const { dimensions } = joined;
  const trueCells = reordered(problem, dimensions);
  const truth =
    problem.releaseMode === 'same'
      ? trueValues({ dimensions, trueCells }, system)
      : cumulativeTruth(problem, { dimensions, trueCells }, system, {
          formerCells,
          sights,
          states: statesOf(joined, system),
        });
  truth.forEach((value, cell) => {
    const seen = sights[cell];
    if (typeof seen === 'number' && seen !== value && system.increaseFrom[cell]! < 0) {
      throw new ModelError(
        '/trueCells',
        `[${system.keys[cell]!.join(', ')}] is ${value}, but the ledger shows ${seen}.`,
      );
    }
  });
  return truth;
}

/** True cells with their keys in the order of the united dimensions. */
function reordered(problem: Problem, dimensions: Dimension[]): Map<string, number> {
  const places = dimensions.map(({ name }) => problem.dimensions.findIndex((one) => one.name === name));
  if (places.every((place, d) => place === d)) return problem.trueCells;
  const cells = new Map<string, number>();
  for (const [id, count] of problem.trueCells) {
    const key = id.split('\u001f');
    cells.set(keyString(places.map((place, d) => key[place] ?? dimensions[d]!.total)), count);
  }
  return cells;
}

function words(key: string): string {
  return key.split('\u001f').join(', ');
}
