import {
  ModelError,
  trueValues,
  type Problem,
  type Sight,
  type State,
  type TableSystem,
} from '../model/index.js';

/** What is known of former releases: their true counts as they were then, what was seen of them and put right since. */
interface Former {
  formerCells: Map<number, Map<string, number>>;
  sights: Sight[];
  states: State[];
}

/**
 * The truth of each cell of cumulative releases, what was put right since included, and of each increase.
 * @throws ModelError where a hidden count of a former release is not known, or a count falls
 */
export function cumulativeTruth(
  problem: Problem,
  now: Pick<Problem, 'dimensions' | 'trueCells'>,
  system: TableSystem,
  { formerCells, sights, states }: Former,
): Float64Array {
  const truth = new Float64Array(system.size);
  const current = new Set(problem.tables.map(({ release }) => release));
  for (const release of new Set(system.releaseOf)) {
    const trueCells = current.has(release) ? now.trueCells : formerCells.get(release);
    const values = trueCells && trueValues({ dimensions: now.dimensions, trueCells }, system, release);
    const since = states.find((state) => state.release === release)?.since;
    for (let cell = 0; cell < system.size; cell++) {
      if (system.releaseOf[cell] !== release || system.increaseFrom[cell]! >= 0) continue;
      const seen = sights[cell]!;
      if (values) truth[cell] = values[cell]! + (since?.get(cell) ?? 0);
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
