import { withAnnounced } from './changes.js';
import { ModelError } from './error.js';
import { joinDimensions, type JoinedDimension } from './join-dimension.js';
import { keyOfString, keyString } from './keys.js';
import { clashOf, isClassification } from './narrow.js';
import { buildSystem } from './system.js';
import type { Dimension, Published, PublishedTable } from './types.js';

/**
 * One publication out of a new one, with the corrections it announces, and everything published before (a ledger has the form of a publication).
 * Rules come from the new one. Where the classifications differ they are united: an old code that covers other
 * leaves than the new code of the same name goes on as `code@release`. With cumulative releases, leaves that
 * the ledger did not know (a new year) counted 0 then, and only the old leaves are compared.
 */
export function joinLedger({ corrections, ...published }: Published, former: Published): Published {
  const ledger = withAnnounced({ ...published, ...(corrections ? { corrections } : {}) }, former);
  const release = Math.max(...ledger.tables.map((table) => table.release));
  const names = new Set([...published.dimensions, ...ledger.dimensions].map(({ name }) => name));
  const joined = [...names].map((name) =>
    joinDimensions(
      published.dimensions.find((dimension) => dimension.name === name),
      ledger.dimensions.find((dimension) => dimension.name === name),
      { release, cumulative: published.releaseMode === 'cumulative' },
    ),
  );
  const old = ledger.tables.map((table) => oldTable(table, ledger, joined));
  const fresh = published.tables.map((table) => freshTable(table, published, joined));
  const dimensions = joined.map(({ dimension }) => dimension);
  return { ...published, dimensions, tables: widened(mergeTables([...old, ...fresh]), dimensions) };
}

/**
 * Tables keep their shorter lists of codes only where these still are classifications of which one refines the
 * other; otherwise they count as tables of all codes that list only some, which loses nothing.
 */
function widened(tables: PublishedTable[], dimensions: Dimension[]): PublishedTable[] {
  let now = tables.map((table) => {
    const kept = Object.entries(table.codes ?? {}).filter(([name, codes]) => {
      const dimension = dimensions.find((one) => one.name === name);
      return dimension !== undefined && isClassification(dimension, codes);
    });
    return withCodes(table, Object.fromEntries(kept));
  });
  for (let clash = clashOf(now, dimensions); clash; clash = clashOf(now, dimensions)) {
    const { dimension: gone } = clash;
    now = now.map((table) => {
      const kept = Object.entries(table.codes ?? {}).filter(([name]) => name !== gone);
      return withCodes(table, Object.fromEntries(kept));
    });
  }
  return now;
}

function withCodes({ codes: _, ...table }: PublishedTable, codes: Record<string, string[]>): PublishedTable {
  return Object.keys(codes).length > 0 ? { ...table, codes } : table;
}

/** A table of the new publication, its keys completed by dimensions that only the ledger has. */
function freshTable(table: PublishedTable, published: Published, joined: JoinedDimension[]): PublishedTable {
  const positions = joined.map(({ dimension }) =>
    published.dimensions.findIndex(({ name }) => name === dimension.name),
  );
  const cells = new Map<string, number | null>();
  const sparse = table.sparse ? explicit(table, published) : table.cells;
  for (const [id, value] of sparse) {
    const key = keyOfString(id);
    cells.set(keyString(joined.map(({ dimension }, d) => key[positions[d] ?? -1] ?? dimension.total)), value);
  }
  return { ...table, dimensions: dimensionsNow(table, published, joined), sparse: false, cells };
}

/** The table's dimensions, and those in which its total no longer is the total of everything. */
function dimensionsNow(
  table: PublishedTable,
  home: Published,
  joined: JoinedDimension[],
  ledger?: Published,
): string[] {
  const moved = joined.filter(({ dimension, rename }) => {
    const own = home.dimensions.find(({ name }) => name === dimension.name);
    if (own === undefined) return false;
    // Only the ledger's codes are renamed: an old "Total" of fewer years is no longer the total of everything.
    const total = home === ledger ? (rename.get(own.total) ?? own.total) : own.total;
    return total !== dimension.total;
  });
  return [...new Set([...table.dimensions, ...moved.map(({ dimension }) => dimension.name)])];
}

/** A table of the ledger in the united codes: renamed, sparse zeros spelt out, leaves unknown then as zeros. */
function oldTable(table: PublishedTable, ledger: Published, joined: JoinedDimension[]): PublishedTable {
  const positions = joined.map(({ dimension }) =>
    ledger.dimensions.findIndex(({ name }) => name === dimension.name),
  );
  const renamed = (id: string): string => {
    const key = keyOfString(id);
    const codes = joined.map(({ dimension, rename }, d) => {
      const code = key[positions[d] ?? -1];
      return code === undefined ? dimension.total : (rename.get(code) ?? code);
    });
    return keyString(codes);
  };
  const all = table.sparse ? explicit(table, ledger) : table.cells;
  const cells = new Map([...all].map(([id, value]) => [renamed(id), value]));
  const zeros = table.zeros ?? ledger.zeros;
  const united = {
    ...table,
    dimensions: dimensionsNow(table, ledger, joined, ledger),
    sparse: false,
    cells,
    zeros,
    ...(table.changes ? { changes: new Map([...table.changes].map(([id, to]) => [renamed(id), to])) } : {}),
    ...(table.codes ? { codes: renamedCodes(table.codes, joined) } : {}),
  };
  addUnknownThen(united, joined);
  return united;
}

/** The codes a former table listed, as they are called now. */
function renamedCodes(codes: Record<string, string[]>, joined: JoinedDimension[]): Record<string, string[]> {
  return Object.fromEntries(
    joined.flatMap(({ dimension, rename }) => {
      const own = codes[dimension.name];
      return own ? [[dimension.name, own.map((code) => rename.get(code) ?? code)]] : [];
    }),
  );
}

function addUnknownThen(table: PublishedTable, joined: JoinedDimension[]): void {
  joined.forEach(({ dimension, unknownThen }, d) => {
    if (unknownThen.length === 0 || !table.dimensions.includes(dimension.name)) return;
    for (const id of [...table.cells.keys()]) {
      const key = keyOfString(id);
      for (const code of unknownThen) {
        const isListed = table.codes?.[dimension.name]?.includes(code) ?? true;
        if (isListed) table.cells.set(keyString(key.with(d, code)), 0);
      }
    }
  });
}

/** Every cell of a sparse table, the unlisted ones as zeros. */
function explicit(table: PublishedTable, home: Published): Map<string, number | null> {
  const system = buildSystem(home.dimensions, [table]);
  return new Map(
    system.keys.map((key) => {
      const id = keyString(key);
      return [id, table.cells.has(id) ? (table.cells.get(id) ?? null) : 0];
    }),
  );
}

/**
 * Tables of one name and release become one; a value shown in either is shown.
 * @throws ModelError where they show two values: then they are two releases, not one
 */
function mergeTables(tables: PublishedTable[]): PublishedTable[] {
  const merged = new Map<string, PublishedTable>();
  for (const table of tables) {
    const { release, name, dimensions, codes, changes } = table;
    const id = JSON.stringify([release, name, dimensions, codes ?? {}, [...(changes ?? [])]]);
    const first = merged.get(id);
    if (first === undefined) merged.set(id, table);
    else for (const [key, value] of table.cells) mergeCell(first, key, value);
  }
  return [...merged.values()];
}

function mergeCell({ name, release, cells }: PublishedTable, key: string, value: number | null): void {
  const before = cells.get(key);
  if (before == null) cells.set(key, value);
  else if (value !== null && value !== before) {
    throw new ModelError(
      '/tables',
      `the ledger shows ${before} for [${keyOfString(key).join(', ')}] in "${name}", release ${release}, now it is ${value}; give the new table the next "release".`,
    );
  }
}
