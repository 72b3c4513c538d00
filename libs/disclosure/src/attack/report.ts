import { codesIn, keyString } from '../model/index.js';
import type { Verdict } from './judge.js';
import type { Knowledge } from './knowledge.js';
import { knownOf } from './pieces.js';
import type { Search } from './search.js';
import type { Target } from './targets.js';
import type { Fall, Finding, Undetermined } from './types.js';

type Naming = Omit<Finding, 'kind' | 'how' | 'lower' | 'upper'>;

export function isFall(verdict: Verdict | undefined): verdict is Fall | 'group' {
  return verdict === 'exact' || verdict === 'below-threshold' || verdict === 'narrow' || verdict === 'group';
}

/** What fell, in the order of the questions. */
export function findingsOf(search: Search, knowledge: Knowledge): Finding[] {
  return search.targets.flatMap((target, t) => {
    const how = fallOf(search, t);
    if (how === undefined) return [];
    const { lower, upper } = knownOf(search.splits[t]!);
    const naming = nameOf(target, knowledge);
    return [{ kind: kindOf(target, naming, how), how, ...naming, lower: Math.max(0, lower), upper }];
  });
}

/** What stayed open, with the reason. */
export function undeterminedOf(search: Search, knowledge: Knowledge): Undetermined[] {
  const reason = search.clock.stopped ?? ('whole-number' as const);
  const open = search.targets.flatMap((target, t): Undetermined[] => {
    if (!search.isOpen(t) || fallOf(search, t) !== undefined) return [];
    const { lower, upper } = knownOf(search.splits[t]!);
    return [{ ...nameOf(target, knowledge), lower: Math.max(0, lower), upper, reason }];
  });
  if (!knowledge.isInnerTooLarge) return open;
  const key = knowledge.published.dimensions.map(({ total }) => total);
  return [
    ...open,
    { key, tables: knowledge.published.tables.map(({ name }) => name), lower: 0, upper: 0, reason: 'size' },
  ];
}

/** The verdict, or what is certain already although the search was cut off. */
function fallOf(search: Search, t: number): Fall | 'group' | undefined {
  const verdict = search.verdicts[t];
  if (isFall(verdict)) return verdict;
  if (!search.isOpen(t)) return undefined;
  const { threshold, protection } = search.limits;
  const { lower, upper, least, most } = knownOf(search.splits[t]!);
  const isSurelySmall = upper < threshold && (lower >= 1 || most >= 1);
  if (search.targets[t]!.question === 'rest')
    return isSurelySmall && lower >= 1 ? 'below-threshold' : undefined;
  if (search.targets[t]!.question === 'group') return undefined;
  if (isSurelySmall) return 'below-threshold';
  return upper - lower < protection && least < threshold && least > 0 ? 'narrow' : undefined;
}

function kindOf(target: Target, naming: Naming, how: Finding['how']): Finding['kind'] {
  if (target.question === 'rest') return 'unlisted';
  return naming.since === undefined ? how : 'differencing';
}

/** What a count is called. */
export function nameOf(target: Target, knowledge: Knowledge): Naming {
  const { system, keys, releaseOf, published } = knowledge;
  const { cell } = target;
  const key = keys[cell]!;
  const naming: Naming = { key, tables: [] };
  if (target.question === 'rest' && target.less.length > 0)
    naming.less = target.less.map((other) => keys[other]!);
  const from = cell < system.size ? system.increaseFrom[cell]! : -1;
  if (published.releaseMode === 'cumulative') naming.release = releaseOf[cell]!;
  if (from >= 0) naming.since = releaseOf[from]!;
  if (target.since !== undefined) naming.since = target.since;
  if (target.asOf !== undefined) naming.asOf = target.asOf;
  const id = keyString(key);
  naming.tables = published.tables
    .filter(
      (table) =>
        (naming.release ?? table.release) === table.release &&
        (table.cells.has(id) || isListedZero(table, knowledge, cell)),
    )
    .map(({ name }) => name);
  return naming;
}

function isListedZero(
  table: Knowledge['published']['tables'][number],
  knowledge: Knowledge,
  cell: number,
): boolean {
  if (!table.sparse || cell >= knowledge.system.size) return false;
  const { dimensions } = knowledge.published;
  return dimensions.every((dimension, d) => {
    const code = knowledge.keys[cell]![d]!;
    return table.dimensions.includes(dimension.name)
      ? codesIn(table, dimension).includes(code)
      : code === dimension.total;
  });
}
