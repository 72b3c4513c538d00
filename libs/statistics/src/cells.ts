import { Refusal } from '#platform';
import { causeCategory } from './cause.rules.js';
import { keyColumns } from './count.sql.js';
import { monthsOf, yearOf, yearsOf } from './period.rules.js';
import type { Codes } from '#reference';
import type { Dimension, Question } from './question.js';

/** Beyond this the answer is no table any more: it is some 20 MB of text. */
export const MOST_CELLS = 1_000_000;

/** Room for one axis in a cell's key: three of them fit into the whole numbers that JavaScript holds exactly. */
const WIDTH = 1 << 16;

/** One axis while cells arrive: categories get numbers in the order in which they are first seen. */
class Numbering {
  private readonly numbers = new Map<string | number, number>();
  readonly codes: (string | number)[] = [];

  of(code: string | number): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    const number = this.codes.push(code) - 1;
    this.numbers.set(code, number);
    return number;
  }
}

/** Cells as counted, before the axes are put in order: per axis the codes seen, and the counts by the cells' keys. */
export interface Counted {
  /** Codes of the categories; periods (2016, 201603) for time. */
  codes: (string | number)[][];
  counts: Map<number, number>;
  total: number;
  illustrations: number;
}

/** Adds up the lines that the database gave (`count.sql.ts`). One object per table. */
export class CellSum {
  private readonly axes: Numbering[];
  private readonly categoryOf: ((keys: readonly string[]) => string)[];
  private readonly timeAxes: { at: number; codeOf: (period: number) => number }[];
  private readonly keys: readonly string[];
  private readonly counts = new Map<number, number>();
  /** For a stock over time: what came and went in each period, by the cell's key without time. */
  private readonly flows = new Map<number, Map<number, number>>();
  private readonly cumulates: boolean;
  private total = 0;
  private illustrations = 0;

  constructor(
    private readonly question: Question,
    codes: Codes,
  ) {
    const { dimensions, basis } = question;
    this.keys = keyColumns(dimensions);
    this.axes = dimensions.map(() => new Numbering());
    this.categoryOf = dimensions.map((dimension) => categoryReader(dimension, this.keys, codes));
    const monthly = dimensions.includes('MONTH');
    this.timeAxes = dimensions.flatMap((dimension, at) => {
      if (dimension === 'MONTH') return [{ at, codeOf: (period: number) => period }];
      if (dimension === 'YEAR') return [{ at, codeOf: monthly ? yearOf : (period: number) => period }];
      return [];
    });
    this.cumulates = basis === 'OPEN_AT_END' && this.timeAxes.length > 0;
  }

  add(lines: string | null): void {
    if (!lines) return;
    for (const line of lines.split('\n')) this.addLine(line.split('\t'));
  }

  /** @throws Refusal TABLE_TOO_LARGE */
  done(): Counted {
    if (this.cumulates) this.cumulate();
    checkSize(this.counts.size);
    const codes = this.axes.map((axis) => axis.codes);
    return { codes, counts: this.counts, total: this.total, illustrations: this.illustrations };
  }

  private addLine(fields: readonly string[]): void {
    const cell = this.cellWithoutTime(fields);
    this.illustrations += Number(fields[this.keys.length]);
    const series = (fields[this.keys.length + 1] ?? '').split(' ');
    for (let at = 0; at < series.length; at += 2) {
      const period = Number(series[at]);
      const n = Number(series[at + 1]);
      this.total += n;
      if (this.cumulates) addTo(childOf(this.flows, cell), period, n);
      else addTo(this.counts, cell + this.time(period), n);
    }
  }

  private cellWithoutTime(fields: readonly string[]): number {
    let key = 0;
    for (let at = 0; at < this.axes.length; at += 1) {
      const category = this.categoryOf[at]?.(fields) ?? '';
      key = key * WIDTH + (category === '' ? 0 : (this.axes[at]?.of(category) ?? 0));
    }
    return key;
  }

  private time(period: number): number {
    let key = 0;
    for (const { at, codeOf } of this.timeAxes) {
      key += (this.axes[at]?.of(codeOf(period)) ?? 0) * WIDTH ** (this.axes.length - 1 - at);
    }
    return key;
  }

  private cumulate(): void {
    const periods = timeOf(this.question);
    // Each line may fill every period: know it before filling the memory.
    checkSize(this.flows.size * periods.length);
    for (const [cell, flow] of this.flows) {
      let open = flow.get(0) ?? 0;
      for (const period of periods) {
        open += flow.get(period) ?? 0;
        if (open !== 0) this.counts.set(cell + this.time(period), open);
      }
    }
  }
}

/** The periods of a table over time, in their order: months if it has them, else years. */
export function timeOf({ dimensions, period }: Question): number[] {
  return dimensions.includes('MONTH') ? monthsOf(period) : yearsOf(period);
}

/** Key of a cell by its categories' numbers, and back. */
export function readKey(key: number, width: number): number[] {
  const numbers = new Array<number>(width);
  let rest = key;
  for (let at = width - 1; at >= 0; at -= 1) {
    numbers[at] = rest % WIDTH;
    rest = Math.floor(rest / WIDTH);
  }
  return numbers;
}

function categoryReader(
  dimension: Dimension,
  keys: readonly string[],
  codes: Codes,
): (fields: readonly string[]) => string {
  const field = (column: string) => keys.indexOf(column);
  switch (dimension) {
    case 'YEAR':
    case 'MONTH':
      return () => '';
    case 'CAUSE':
      return causeReader(field('type'), field('cause'), codes);
    default: {
      const at = field({ MISSION: 'mission_id', COUNTRY: 'country', TYPE: 'type', SEX: 'sex' }[dimension]);
      return (fields) => fields[at] ?? '';
    }
  }
}

function causeReader(typeAt: number, codeAt: number, codes: Codes): (fields: readonly string[]) => string {
  const made = new Map<string, string>();
  return (fields) => {
    const type = fields[typeAt] ?? '';
    const code = fields[codeAt] ?? '';
    const key = `${type}.${code}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const category = causeCategory(codes, { type, code });
    made.set(key, category);
    return category;
  };
}

function checkSize(cells: number): void {
  if (cells > MOST_CELLS) throw Refusal.of('TABLE_TOO_LARGE', 'dimensions', { max: MOST_CELLS });
}

function addTo(counts: Map<number, number>, key: number, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

function childOf(flows: Map<number, Map<number, number>>, key: number): Map<number, number> {
  const known = flows.get(key);
  if (known) return known;
  const made = new Map<number, number>();
  flows.set(key, made);
  return made;
}
