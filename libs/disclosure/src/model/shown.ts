import { changeSince } from './changes.js';
import { keyString } from './keys.js';
import { buildSystem, type TableSystem } from './system.js';
import type { Published, PublishedTable } from './types.js';

/** What readers see of a cell: its value, that it is suppressed, or nothing at all. */
export type Sight = number | 'suppressed' | 'unlisted';

/** A publication laid over its system of tables. */
export interface Picture {
  system: TableSystem;
  /** For each cell of the system, what has been put right since included; an increase is always `unlisted`. */
  sights: Sight[];
}

/** Two tables (or releases of the same people) that contradict each other on one cell. */
export type OnConflict = (table: PublishedTable, key: string, values: [number, number]) => void;

/**
 * Lays the publication over its system. With releases of the same people a cell hidden once and shown later is
 * shown; a cell hidden in any table and shown in none is suppressed.
 */
export function pictureOf(published: Published, onConflict: OnConflict): Picture {
  const system = buildSystem(published.dimensions, published.tables, published.releaseMode);
  const sights = new Array<Sight>(system.size).fill('unlisted');
  published.tables.forEach((table, t) => {
    for (const cell of system.cellsOfTable[t] ?? []) {
      const key = keyString(system.keys[cell] ?? []);
      const then = table.cells.get(key) ?? (table.cells.has(key) ? null : table.sparse ? 0 : undefined);
      if (then === undefined) continue;
      const value = then === null ? null : then + changeSince(table, key);
      const before = sights[cell];
      if (typeof before === 'number' && value !== null && before !== value)
        onConflict(table, key, [before, value]);
      if (value !== null) sights[cell] = value;
      else if (typeof before !== 'number') sights[cell] = 'suppressed';
    }
  });
  return { system, sights };
}
