import {
  buildSystem,
  joinLedger,
  keyOfString,
  keyString,
  ModelError,
  pictureOf,
  requireTruthFitsLedger,
  trueValues,
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
  /** 1 for cells that a former table hid under a rule that shows all zeros. */
  surelySome: Uint8Array;
  /** 1 for cells of the tables now wanted. */
  wanted: Uint8Array;
  /** Cells that count a group's people outside one category of a sensitive dimension (level C). */
  groups: number[];
  /** 1 for the grand totals, which are never hidden. */
  grand: Uint8Array;
}

/**
 * Lays the wanted tables over everything published before.
 * @throws ModelError when the truth disagrees with the ledger, or cannot be told for a cell of the ledger
 */
export function situationOf(
  problem: Problem,
  ledger?: Published,
  formerCells: Map<number, Map<string, number>> = new Map(),
): Situation {
  const fresh: Published = {
    ...problem,
    tables: problem.tables.map((table) => ({
      ...table,
      sparse: false,
      cells: new Map<string, number | null>(),
    })),
  };
  if (ledger) requireTruthFitsLedger(problem, ledger);
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
    surelySome: surelySomeCells(joined, system),
    wanted: wantedCells(problem, joined, system),
    groups: [],
    grand: grandTotals(dimensions, system),
  };
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

function surelySomeCells(joined: Published, system: TableSystem): Uint8Array {
  const cells = new Uint8Array(system.size);
  joined.tables.forEach((table, t) => {
    if ((table.zeros ?? joined.zeros) !== 'published') return;
    for (const cell of system.cellsOfTable[t]!)
      if (table.cells.get(keyString(system.keys[cell]!)) === null) cells[cell] = 1;
  });
  return cells;
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
      : cumulativeTruth(problem, { dimensions, trueCells }, system, formerCells, sights);
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

function cumulativeTruth(
  problem: Problem,
  now: Pick<Problem, 'dimensions' | 'trueCells'>,
  system: TableSystem,
  formerCells: Map<number, Map<string, number>>,
  sights: Sight[],
): Float64Array {
  const truth = new Float64Array(system.size);
  const current = new Set(problem.tables.map(({ release }) => release));
  for (const release of new Set(system.releaseOf)) {
    const trueCells = current.has(release) ? now.trueCells : formerCells.get(release);
    const values = trueCells && trueValues({ dimensions: now.dimensions, trueCells }, system, release);
    for (let cell = 0; cell < system.size; cell++) {
      if (system.releaseOf[cell] !== release || system.increaseFrom[cell]! >= 0) continue;
      const seen = sights[cell]!;
      if (values) truth[cell] = values[cell]!;
      else if (typeof seen === 'number') truth[cell] = seen;
      else {
        const place = system.keys[cell]!.join(', ');
        throw new ModelError(
          '/tables',
          `release ${release} hid [${place}]; its true counts are needed ("formerCells").`,
        );
      }
    }
  }
  system.relations.forEach(({ total, parts }) => {
    const [earlier, increase] = parts;
    if (system.increaseFrom[increase!] === earlier && parts.length === 2) {
      truth[increase!] = truth[total]! - truth[earlier!]!;
      requireGrowth(system, increase!, truth[increase!]!);
    }
  });
  return truth;
}

function requireGrowth(system: TableSystem, increase: number, by: number): void {
  if (by >= 0) return;
  const key = system.keys[increase]!.join(', ');
  throw new ModelError('/trueCells', `[${key}] falls by ${-by} from one cumulative release to the next.`);
}

function words(key: string): string {
  return key.split('\u001f').join(', ');
}
