import { codesIn, finestAmong, keyOfString, type Problem, type TableSpec } from '../model/index.js';
import type { Situation } from './situation.js';

/** How many people the tables are about, each once, and how many of them stand in a hidden cell. */
export interface Cases {
  cases: number;
  /** People whose innermost cell is hidden in at least one of the tables. */
  casesHidden: number;
}

/** Counts everybody once, however many linked tables show him. */
export function casesOf(problem: Problem, situation: Situation, hidden: Uint8Array): Cases {
  const homes = problem.tables.map((table) => homeIn(table, problem, situation));
  const sums = { cases: 0, casesHidden: 0 };
  for (const [id, count] of problem.trueCells) {
    const key = keyOfString(id);
    sums.cases += count;
    if (homes.some((homeOf) => hidden[homeOf(key) ?? -1] === 1)) sums.casesHidden += count;
  }
  return sums;
}

/** The innermost cell of a table that counts an innermost key of the problem. */
function homeIn(
  table: TableSpec,
  problem: Problem,
  { dimensions, system }: Situation,
): (key: string[]) => number | undefined {
  const axes = dimensions.map(({ name, total }) => {
    const place = problem.dimensions.findIndex((one) => one.name === name);
    const own = problem.dimensions[place];
    if (own === undefined) return () => total;
    if (!table.dimensions.includes(name)) return () => own.total;
    const finest = finestAmong(own, codesIn(table, own));
    return (key: string[]) => finest.get(key[place] ?? '') ?? own.total;
  });
  const release = problem.releaseMode === 'same' ? undefined : table.release;
  return (key) =>
    system.indexOf(
      axes.map((codeOf) => codeOf(key)),
      release,
    );
}
