import { SeededRandom } from './random.js';
import type { GeneratedProblem } from './problem.js';

export interface RegisterPlan {
  seed: number;
  /** People registered in a year, on average. */
  cases: number;
  countries: number;
  causes: number;
  /** Past counts of which some are put right before each release. */
  corrections: number;
}

/** A release of a register as a problem: all years so far, with what was put right of former releases. */
export interface GeneratedRelease extends Omit<GeneratedProblem, 'dimensions'> {
  dimensions: { name: string; codes: string[]; parents: Record<string, string>[]; sensitive: boolean }[];
  corrections: { key: string[]; change: number }[];
}

const TABLES = [
  { name: 'country-cause', dimensions: ['country', 'cause'] },
  { name: 'country-year', dimensions: ['country', 'year'] },
  { name: 'cause-year', dimensions: ['cause', 'year'] },
];

/**
 * A register that lives: a year more with every release, late and wrong entries of former years put right, causes grouped
 * anew now and then. What was put right and not yet shown is given again with the next release.
 */
export class Register {
  private readonly random: SeededRandom;
  /** How often each country and cause occurs. */
  private readonly weights: Map<string, number>;
  /** The register as it is, and as the ledger counts it. */
  private readonly counts = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private years = 0;
  /** The causes as they were last released. */
  private formerCause?: GeneratedRelease['dimensions'][number];
  private cause: GeneratedRelease['dimensions'][number];

  constructor(private readonly plan: RegisterPlan) {
    this.random = new SeededRandom(plan.seed);
    this.cause = this.causeNow();
    const skewed = (): number => Math.exp(1.2 * this.random.normal());
    const countries = names('c', plan.countries).map((code) => [code, skewed()] as const);
    const causes = names('k', plan.causes).map((code) => [code, skewed()] as const);
    this.weights = new Map(
      countries.flatMap(([country, a]) => causes.map(([cause, b]) => [`${country} ${cause}`, a * b])),
    );
  }

  /** The next release: one year more, and some of the former years put right. */
  next(): GeneratedRelease {
    this.putRight();
    this.years += 1;
    this.addYear(`y${this.years}`);
    this.cause = this.causeNow();
    return this.release();
  }

  /** The release with causes grouped as they last were: what is left where the new grouping is not safe. */
  groupedAsBefore(): GeneratedRelease {
    this.cause = this.formerCause ?? this.cause;
    return this.release();
  }

  private release(): GeneratedRelease {
    const corrections = [...this.told].flatMap(([id, told]) => {
      const change = (this.counts.get(id) ?? 0) - told;
      return change === 0 ? [] : [{ key: id.split(' '), change }];
    });
    return {
      threshold: 5,
      protection: 4,
      zeros: 'published',
      dimensions: [country(this.plan.countries), this.cause, year(this.years)],
      trueCells: [...this.counts].map(([id, value]) => ({ key: id.split(' '), value })),
      tables: TABLES.map((table) => ({ ...table, release: this.years })),
      corrections,
    };
  }

  /** Must be told what was released: the corrections that wait are given again. */
  released(waiting: readonly { key: string[]; change: number }[]): void {
    this.formerCause = this.cause;
    for (const [id, count] of this.counts) this.told.set(id, count);
    for (const { key, change } of waiting) {
      const id = key.join(' ');
      this.told.set(id, this.told.get(id)! - change);
    }
  }

  private addYear(code: string): void {
    const total = [...this.weights.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [id, weight] of this.weights) {
      const expected = (this.plan.cases * weight * Math.exp(0.3 * this.random.normal())) / total;
      this.counts.set(`${id} ${code}`, Math.round(expected));
    }
  }

  /** Late entries (mostly one or two, now and then a whole bundle), and entries that were none. */
  private putRight(): void {
    const past = [...this.counts.keys()];
    for (let i = 0; i < this.plan.corrections && past.length > 0; i++) {
      const id = past[this.random.below(past.length)]!;
      const by = this.random.next() < 0.3 ? 5 + this.random.below(12) : 1 + this.random.below(3);
      const sign = this.random.next() < 0.6 ? 1 : -1;
      this.counts.set(id, Math.max(0, this.counts.get(id)! + sign * by));
    }
  }

  /** Causes in two groups whose border moves every fifth release; from the eleventh on in two groupings. */
  private causeNow(): GeneratedRelease['dimensions'][number] {
    const leaves = names('k', this.plan.causes);
    const border = 2 + (Math.floor(this.years / 5) % (leaves.length - 2));
    const inTwo = (of: string, first: (at: number) => boolean): Record<string, string> => ({
      [`${of}1`]: 'Any',
      [`${of}2`]: 'Any',
      ...Object.fromEntries(leaves.map((leaf, at) => [leaf, first(at) ? `${of}1` : `${of}2`])),
    });
    const groupings = [inTwo('g', (at) => at < border), inTwo('h', (at) => at % 2 === 0)];
    const parents = this.years > 10 ? groupings : groupings.slice(0, 1);
    const groups = [...new Set(parents.flatMap((grouping) => Object.keys(grouping)))].filter(
      (code) => !leaves.includes(code),
    );
    return { name: 'cause', codes: ['Any', ...groups, ...leaves], parents, sensitive: false };
  }
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
}

function country(count: number): GeneratedRelease['dimensions'][number] {
  return flat('country', 'World', names('c', count));
}

function year(count: number): GeneratedRelease['dimensions'][number] {
  return flat('year', 'All', names('y', count));
}

function flat(name: string, total: string, codes: string[]): GeneratedRelease['dimensions'][number] {
  return {
    name,
    codes: [total, ...codes],
    parents: [Object.fromEntries(codes.map((code) => [code, total]))],
    sensitive: false,
  };
}
