import { ModelError } from './error.js';
import { asArray, asObject, asText, asWhole, at } from './json.js';
import { keyOfString, keyString } from './keys.js';
import type { TableSystem } from './system.js';
import type { Change, Published, PublishedTable } from './types.js';

/** No correction is larger than this either way. */
const MOST = 10_000_000_000;

/** By how many people a count was put right, from its place in a file. */
export function parseChange(json: unknown, place: string): number {
  const change = asWhole(json, at(place, 'change'), 'A change', -MOST);
  if (change === 0) throw new ModelError(at(place, 'change'), 'a change of 0 is none; leave it out.');
  return change;
}

/** Corrections that a publication announces: of cells of its ledger, in the ledger's codes. */
export function parseAnnounced(json: unknown): Published['corrections'] {
  if (json === undefined) return undefined;
  const place = '/corrections';
  return asArray(json, place, '"corrections"').map((item, i) => {
    const where = at(place, i);
    const source = asObject(item, where, 'A correction');
    const key = asArray(source['key'], at(where, 'key'), 'A key');
    return {
      key: keyString(key.map((code, d) => asText(code, at(at(where, 'key'), d), 'A code'))),
      ...(source['release'] === undefined
        ? {}
        : { release: asWhole(source['release'], at(where, 'release'), 'The release', 1) }),
      change: parseChange(source['change'], where),
    };
  });
}

/**
 * The ledger with the corrections that a new publication announces of it: what was shown stays written down as it was,
 * beside it stands by how much it has been put right since.
 * @throws ModelError where the ledger has no such cell, or the publication has no release number of its own
 */
export function withAnnounced(published: Published, ledger: Published): Published {
  const corrections = published.corrections ?? [];
  if (corrections.length === 0) return ledger;
  const release = Math.max(...published.tables.map((table) => table.release));
  if (ledger.tables.some((table) => table.release >= release)) {
    throw new ModelError(
      '/tables',
      `release ${release} is in the ledger; give corrections the next "release".`,
    );
  }
  const tables = ledger.tables.map((table) => ({ ...table, changes: new Map(table.changes) }));
  corrections.forEach(({ key, release: of, change }, i) => {
    const homes = tables.filter((table) => (of ?? table.release) === table.release && table.cells.has(key));
    if (homes.length === 0) {
      throw new ModelError(at('/corrections', i), `the ledger has no cell [${keyOfString(key).join(', ')}].`);
    }
    for (const { changes } of homes) changes.set(key, [...(changes.get(key) ?? []), { release, change }]);
  });
  return { ...ledger, tables };
}

/** By how much a cell has been put right since it was published. */
export function changeSince({ changes }: PublishedTable, key: string, release = 0): number {
  return sumAfter(changes?.get(key), release);
}

function sumAfter(changes: readonly Change[] | undefined, release: number): number {
  return (changes ?? []).reduce((sum, one) => sum + (one.release > release ? one.change : 0), 0);
}

/** How counts stood at a former release. */
export interface State {
  release: number;
  /** For each cell that was listed by then: by how much it has been put right since. */
  since: Map<number, number>;
}

/** The former releases after which counts were put right: then, each count was what it is now less the change since. */
export function statesOf(published: Published, system: TableSystem): State[] {
  const { keys, cellsOfTable } = system;
  const { tables } = published;
  const releases = [...new Set(tables.map(({ release }) => release))].sort((a, b) => a - b);
  return releases.flatMap((release) => {
    const since = new Map<number, number>();
    tables.forEach((table, t) => {
      if (table.release > release) return;
      for (const cell of cellsOfTable[t] ?? []) {
        const key = keyString(keys[cell] ?? []);
        if (table.sparse || table.cells.has(key)) since.set(cell, changeSince(table, key, release));
      }
    });
    addIncreases(since, system);
    return [...since.values()].some((change) => change !== 0) ? [{ release, since }] : [];
  });
}

/** An increase was what it is now less what was put right of its end, and more what was of its beginning. */
function addIncreases(since: Map<number, number>, { relations, increaseFrom }: TableSystem): void {
  for (const { total, parts } of relations) {
    const [earlier, increase] = parts;
    if (parts.length !== 2 || increaseFrom[increase!] !== earlier) continue;
    const [end, beginning] = [since.get(total), since.get(earlier!)];
    if (end !== undefined && beginning !== undefined) since.set(increase!, end - beginning);
  }
}
