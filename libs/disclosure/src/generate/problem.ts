import { SeededRandom } from './random.js';

/** A dimension to make: how many innermost codes each group holds (one entry per group; empty: no groups). */
export interface DimensionPlan {
  name: string;
  /** Sizes of the groups; codes are `<name>1…`, groups `<name>G1…`. */
  groups?: number[];
  /** Number of innermost codes when there are no groups. */
  codes?: number;
  /** Spread of the logarithm of the codes' weights: 0 is even, 1.5 is as skewed as deaths abroad by country. */
  skew: number;
  sensitive?: boolean;
}

export interface ProblemPlan {
  seed: number;
  /** Number of cases thrown into the table. */
  cases: number;
  dimensions: DimensionPlan[];
  tables?: { name: string; dimensions: string[]; release?: number }[];
  threshold?: number;
  protection?: number;
  zeros?: 'published' | 'maySuppress';
  /** Spread of the logarithm of each innermost cell's own weight, so that the dimensions are not independent. */
  interaction?: number;
}

/** A problem in the interchange format. */
export interface GeneratedProblem {
  threshold: number;
  protection: number;
  zeros: 'published' | 'maySuppress';
  dimensions: { name: string; codes: string[]; parents: Record<string, string>; sensitive: boolean }[];
  trueCells: { key: string[]; value: number }[];
  tables?: { name: string; dimensions: string[]; release: number }[];
}

/** Makes a problem whose counts are skewed in every dimension; the same plan gives the same problem. */
export function generateProblem(plan: ProblemPlan): GeneratedProblem {
  const random = new SeededRandom(plan.seed);
  const leavesOf = plan.dimensions.map(leafCodes);
  const counts = throwCases(plan, leavesOf, random);
  const trueCells = [...counts].map(([at, value]) => ({ key: keyOf(at, leavesOf), value }));
  return {
    threshold: plan.threshold ?? 5,
    protection: plan.protection ?? (plan.threshold ?? 5) - 1,
    zeros: plan.zeros ?? 'published',
    dimensions: plan.dimensions.map((dimension) => dimensionOf(dimension)),
    trueCells,
    ...(plan.tables ? { tables: plan.tables.map((table) => ({ release: 1, ...table })) } : {}),
  };
}

function leafCodes(dimension: DimensionPlan): string[] {
  const many = dimension.groups?.reduce((sum, size) => sum + size, 0) ?? dimension.codes ?? 0;
  return Array.from({ length: many }, (_, at) => `${dimension.name}${at + 1}`);
}

function dimensionOf(dimension: DimensionPlan): GeneratedProblem['dimensions'][number] {
  const parents: Record<string, string> = {};
  const groupCodes: string[] = [];
  let next = 1;
  for (const [at, size] of (dimension.groups ?? []).entries()) {
    const group = `${dimension.name}G${at + 1}`;
    groupCodes.push(group);
    parents[group] = 'Total';
    for (let member = 0; member < size; member++) parents[`${dimension.name}${next++}`] = group;
  }
  const leaves = leafCodes(dimension);
  if (!dimension.groups) for (const leaf of leaves) parents[leaf] = 'Total';
  return {
    name: dimension.name,
    codes: ['Total', ...groupCodes, ...leaves],
    parents,
    sensitive: dimension.sensitive ?? false,
  };
}

/** Draws every case's innermost cell from the product of the skewed weights; returns counts by flat index. */
function throwCases(plan: ProblemPlan, leavesOf: string[][], random: SeededRandom): Map<number, number> {
  const weightsOf = plan.dimensions.map((dimension, at) =>
    leavesOf[at]!.map(() => Math.exp(dimension.skew * random.normal())),
  );
  const cells = leavesOf.reduce((product, leaves) => product * leaves.length, 1);
  const cumulative = new Float64Array(cells);
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) {
    let weight = Math.exp((plan.interaction ?? 0.5) * random.normal());
    let rest = cell;
    for (let at = leavesOf.length - 1; at >= 0; at--) {
      weight *= weightsOf[at]![rest % leavesOf[at]!.length]!;
      rest = Math.floor(rest / leavesOf[at]!.length);
    }
    sum += weight;
    cumulative[cell] = sum;
  }
  const counts = new Map<number, number>();
  for (let thrown = 0; thrown < plan.cases; thrown++) {
    const cell = firstAtLeast(cumulative, random.next() * sum);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return new Map([...counts].sort(([left], [right]) => left - right));
}

function firstAtLeast(cumulative: Float64Array, wanted: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function keyOf(at: number, leavesOf: string[][]): string[] {
  const key: string[] = [];
  let rest = at;
  for (let dimension = leavesOf.length - 1; dimension >= 0; dimension--) {
    const leaves = leavesOf[dimension]!;
    key.unshift(leaves[rest % leaves.length]!);
    rest = Math.floor(rest / leaves.length);
  }
  return key;
}
