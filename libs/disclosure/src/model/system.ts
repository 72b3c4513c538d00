import { childLists } from './dimension.js';
import { ModelError } from './error.js';
import { codesIn } from './narrow.js';
import type { Dimension, ReleaseMode, TableSpec } from './types.js';

/** total = sum of parts, all of them cells of the system. */
export interface Relation {
  total: number;
  parts: Int32Array;
}

/**
 * Every cell of every table and every additive relation between them. Linked tables share cells: a cell is its
 * full key over all dimensions (and, with cumulative releases, its release).
 */
export interface TableSystem {
  /** Full key of each cell, in the order of the dimensions. An increase carries the key of its count. */
  keys: string[][];
  /** Number of cells, increases included. */
  size: number;
  relations: Relation[];
  /** For each table, its cells. */
  cellsOfTable: Int32Array[];
  /** Release of each cell; 0 throughout in mode `same`. For an increase: the later release. */
  releaseOf: Int32Array;
  /** For an increase, the cell of the earlier release it grows from; -1 for a plain count. */
  increaseFrom: Int32Array;
  /** The cell with this full key (`release` only with cumulative releases). */
  indexOf(key: readonly string[], release?: number): number | undefined;
}

/** Builds the system of tables. Cells × 8 bytes and the relations are all the memory it takes. */
export function buildSystem(
  dimensions: readonly Dimension[],
  tables: readonly TableSpec[],
  mode: ReleaseMode = 'same',
): TableSystem {
  const builder = new SystemBuilder(dimensions);
  const cellsOfTable = tables.map((table) => builder.addTable(table, mode === 'same' ? 0 : table.release));
  if (mode === 'cumulative') builder.addIncreases();
  return builder.finish(cellsOfTable);
}

interface Axis {
  dimension: Dimension;
  place: Map<string, number>;
  /** One entry per parent and grouping. */
  families: { parent: number; children: number[]; id: number }[];
  stride: number;
}

class SystemBuilder {
  private readonly axes: Axis[];
  private readonly span: number;
  private readonly cellAt = new Map<number, number>();
  private readonly keys: string[][] = [];
  private readonly releases: number[] = [];
  private readonly from: number[] = [];
  private readonly relations: Relation[] = [];
  private readonly seen = new Set<string>();

  constructor(dimensions: readonly Dimension[]) {
    let stride = 1;
    this.axes = dimensions.map((dimension) => {
      const place = new Map(dimension.codes.map((code, i) => [code, i]));
      const axis = { dimension, place, families: familiesOf(dimension, place), stride };
      stride *= dimension.codes.length;
      return axis;
    });
    this.span = stride;
    if (!Number.isSafeInteger(this.span * 4096)) {
      throw new ModelError(
        '/dimensions',
        'the dimensions cross to more cells than can be counted; split them.',
      );
    }
  }

  /** Cells of one table in the order of its crossing, and the relations along each of its dimensions. */
  addTable(table: TableSpec, release: number): Int32Array {
    const free = this.axes.filter(({ dimension }) => table.dimensions.includes(dimension.name));
    let positions = [release * this.span];
    for (const axis of this.axes) {
      const total = axis.place.get(axis.dimension.total) ?? 0;
      const listed = free.includes(axis) ? codesIn(table, axis.dimension) : undefined;
      const codes = listed?.map((code) => axis.place.get(code) ?? 0) ?? [total];
      positions = positions.flatMap((position) => codes.map((code) => position + code * axis.stride));
    }
    const cells = Int32Array.from(positions, (position) => this.cell(position, release));
    for (const axis of free) positions.forEach((position) => this.relateAlong(axis, position));
    return cells;
  }

  /** Between two successive releases of one cell: later = earlier + increase. */
  addIncreases(): void {
    const byKey = new Map<number, number[]>();
    for (const [position, cell] of this.cellAt) {
      const key = position % this.span;
      byKey.set(key, [...(byKey.get(key) ?? []), cell]);
    }
    for (const cells of byKey.values()) {
      cells.sort((a, b) => (this.releases[a] ?? 0) - (this.releases[b] ?? 0));
      for (let i = 1; i < cells.length; i++) this.addIncrease(cells[i - 1] ?? 0, cells[i] ?? 0);
    }
  }

  finish(cellsOfTable: Int32Array[]): TableSystem {
    const { axes, cellAt, span } = this;
    return {
      keys: this.keys,
      size: this.keys.length,
      relations: this.relations,
      cellsOfTable,
      releaseOf: Int32Array.from(this.releases),
      increaseFrom: Int32Array.from(this.from),
      indexOf(key, release = 0) {
        let position = release * span;
        for (let d = 0; d < axes.length; d++) {
          const axis = axes[d];
          const code = axis?.place.get(key[d] ?? '');
          if (axis === undefined || code === undefined) return undefined;
          position += code * axis.stride;
        }
        return cellAt.get(position);
      },
    };
  }

  private cell(position: number, release: number): number {
    const known = this.cellAt.get(position);
    if (known !== undefined) return known;
    const codeAt = ({ stride, dimension }: Axis): string =>
      dimension.codes[Math.floor((position % this.span) / stride) % dimension.codes.length] ?? '';
    const cell = this.push(this.axes.map(codeAt), release, -1);
    this.cellAt.set(position, cell);
    return cell;
  }

  private push(key: string[], release: number, from: number): number {
    this.releases.push(release);
    this.from.push(from);
    return this.keys.push(key) - 1;
  }

  private relateAlong(axis: Axis, position: number): void {
    const size = axis.dimension.codes.length;
    const code = Math.floor((position % this.span) / axis.stride) % size;
    const base = position - code * axis.stride;
    const at = (place: number): number => this.cellAt.get(base + place * axis.stride) ?? -1;
    for (const family of axis.families) {
      // A table that lists groups alone does not list what they are made of.
      if (family.parent !== code || family.children.some((child) => at(child) < 0)) continue;
      const total = at(code);
      const id = `${total} ${axis.stride} ${family.id}`;
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      this.relations.push({ total, parts: Int32Array.from(family.children, at) });
    }
  }

  private addIncrease(earlier: number, later: number): void {
    const increase = this.push(this.keys[later] ?? [], this.releases[later] ?? 0, earlier);
    this.relations.push({ total: later, parts: Int32Array.of(earlier, increase) });
  }
}

function familiesOf(dimension: Dimension, place: Map<string, number>): Axis['families'] {
  const families: Axis['families'] = [];
  for (const [parent, lists] of childLists(dimension.groupings)) {
    for (const children of lists) {
      families.push({
        parent: place.get(parent) ?? 0,
        children: children.map((child) => place.get(child) ?? 0),
        id: families.length,
      });
    }
  }
  return families;
}
