import {
  changeSince,
  ModelError,
  pictureOf,
  keyString,
  statesOf,
  type Published,
  type Relation,
  type Sight,
  type TableSystem,
} from '../model/index.js';
import { circularCore, innerCells } from './inner.js';
import { Contradiction, propagate, type Bounds } from './propagate.js';

/** All that a reader of the publication knows of every count, listed or not. */
export interface Knowledge {
  published: Published;
  system: TableSystem;
  sights: Sight[];
  /** The system's relations and those to innermost cells. */
  relations: Relation[];
  bounds: Bounds;
  /** Keys of all variables: the system's cells, then innermost cells. */
  keys: string[][];
  releaseOf: number[];
  /** The tables are linked in a circle, but too many innermost cells lie behind them to be laid out. */
  isInnerTooLarge: boolean;
}

/**
 * What the attacker knows before any solving: shown values, that a hidden count is at least 1 where zeros are
 * always shown, that counts are whole and not negative, and what follows along the relations.
 * @throws ModelError when no whole-number table fits
 */
export function knowledgeOf(published: Published): Knowledge {
  const { system, sights } = pictureOf(published, (table, key, [one, other]) => {
    throw contradiction(key.split('\u001f'), `it is shown as ${one} and as ${other}`);
  });
  const bounds: Bounds = {
    lower: Float64Array.from(sights, (sight) => (typeof sight === 'number' ? sight : 0)),
    upper: Float64Array.from(sights, (sight) => (typeof sight === 'number' ? sight : Infinity)),
  };
  raiseHidden(published, system, sights, bounds);
  const knowledge: Knowledge = {
    published,
    system,
    sights,
    relations: system.relations,
    bounds,
    keys: system.keys,
    releaseOf: [...system.releaseOf],
    isInnerTooLarge: false,
  };
  settle(knowledge);
  addInnerCells(knowledge);
  return knowledge;
}

/** Where the rule shows all zeros, what is hidden is not 0; and what was put right was not less than nobody before. */
function raiseHidden(published: Published, system: TableSystem, sights: Sight[], { lower }: Bounds): void {
  const raise = (cell: number, least: number): void => {
    const sight = sights[cell];
    if (typeof sight === 'number' && sight < least)
      throw contradiction(system.keys[cell]!, `it is ${sight}, yet hidden although zeros are shown`);
    lower[cell] = Math.max(lower[cell]!, least);
  };
  published.tables.forEach((table, t) => {
    if ((table.zeros ?? published.zeros) !== 'published') return;
    for (const cell of system.cellsOfTable[t]!) {
      const key = keyString(system.keys[cell]!);
      if (table.cells.get(key) === null) raise(cell, 1 + changeSince(table, key));
    }
  });
  for (const { since } of statesOf(published, system))
    for (const [cell, change] of since) raise(cell, change);
}

function settle({ bounds, relations, keys }: Knowledge): void {
  try {
    propagate(bounds, relations);
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    throw contradiction(keys[error.relation.total]!, 'no whole numbers fit it and its parts');
  }
}

/** The error for a publication that no table can be behind. */
export function contradiction(key: readonly string[], why: string): ModelError {
  return new ModelError(
    '/tables',
    `the published values contradict each other at [${key.join(', ')}]: ${why}. Correct them, or announce "zeros": "maySuppress".`,
  );
}

function addInnerCells(knowledge: Knowledge): void {
  const { published, system } = knowledge;
  const isCumulative = published.releaseMode === 'cumulative';
  const releases = isCumulative
    ? [...new Set(published.tables.map(({ release }) => release))].sort((a, b) => a - b)
    : [0];
  let earlier = new Map<string, number>();
  for (const release of releases) {
    const tables = published.tables.filter((table) => !isCumulative || table.release === release);
    const core = circularCore(tables, published.dimensions);
    if (core.length === 0) continue;
    const place = { first: knowledge.keys.length, release };
    const inner = innerCells(published.dimensions, core, system, knowledge.bounds, place);
    if (inner === undefined) {
      knowledge.isInnerTooLarge = true;
      continue;
    }
    extend(knowledge, inner.keys, release);
    knowledge.relations = [...knowledge.relations, ...inner.relations];
    const now = new Map(inner.keys.map((key, i) => [keyString(key), inner.first + i]));
    addInnerIncreases(knowledge, earlier, now, release);
    earlier = now;
    settle(knowledge);
  }
}

/** Innermost counts do not fall either: later = earlier + an increase of at least 0. */
function addInnerIncreases(
  knowledge: Knowledge,
  earlier: Map<string, number>,
  now: Map<string, number>,
  release: number,
): void {
  const shared = [...earlier].filter(([key]) => now.has(key));
  const first = knowledge.keys.length;
  extend(
    knowledge,
    shared.map(([, cell]) => knowledge.keys[cell]!),
    release,
  );
  const increases = shared.map(([key, cell], i) => ({
    total: now.get(key)!,
    parts: Int32Array.of(cell, first + i),
  }));
  knowledge.relations = [...knowledge.relations, ...increases];
}

function extend(knowledge: Knowledge, keys: string[][], release: number): void {
  const size = knowledge.keys.length + keys.length;
  const lower = new Float64Array(size);
  const upper = new Float64Array(size).fill(Infinity);
  lower.set(knowledge.bounds.lower);
  upper.set(knowledge.bounds.upper);
  knowledge.bounds = { lower, upper };
  knowledge.keys = [...knowledge.keys, ...keys];
  knowledge.releaseOf = [...knowledge.releaseOf, ...keys.map(() => release)];
}
