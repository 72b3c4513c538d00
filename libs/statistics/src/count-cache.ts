import type { StatisticsTable } from './question.js';

/** Weight of all that is kept, in cells; a cell takes about 100 bytes. */
const MOST_KEPT = 600_000;
/** What an entry weighs beside its cells. */
const BASE_WEIGHT = 200;

/** A table, and what it was made of. */
export interface KeptTable {
  /** Of the counts (`stat.fold_mark`). While it stands, `kept` is what the database would answer. */
  version: number;
  kept: string | null;
  pending: string | null;
  /** Cases without a date, where events are counted: in the counts, and pending. */
  undatedKept?: number | undefined;
  undatedPending?: number | undefined;
  table: StatisticsTable;
}

/**
 * Tables that were asked for lately. Nothing here is ever shown without asking the database: each request reads the version
 * of the counts and the facts they have not taken in, under the asker's own session and reach, and only what still is
 * the answer is handed out again. The oldest go first when it grows too heavy.
 */
export class CountCache {
  private readonly tables = new Map<string, KeptTable>();
  private weight = 0;

  get(key: string): KeptTable | undefined {
    const found = this.tables.get(key);
    if (!found) return undefined;
    // Asked for again: the last to go.
    this.tables.delete(key);
    this.tables.set(key, found);
    return found;
  }

  set(key: string, table: KeptTable): void {
    this.delete(key);
    if (weightOf(table) > MOST_KEPT) return;
    this.tables.set(key, table);
    this.weight += weightOf(table);
    while (this.weight > MOST_KEPT) {
      const oldest = this.tables.keys().next().value;
      if (oldest === undefined) return;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    const found = this.tables.get(key);
    if (!found) return;
    this.tables.delete(key);
    this.weight -= weightOf(found);
  }
}

function weightOf({ table, kept }: KeptTable): number {
  const categories = table.axes.reduce((sum, axis) => sum + axis.categories.length, 0);
  return BASE_WEIGHT + table.cells.length + categories + Math.ceil((kept?.length ?? 0) / 100);
}
