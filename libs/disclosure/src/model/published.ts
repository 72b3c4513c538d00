import { requireAdditive } from './additive.js';
import { parseAnnounced, parseChange } from './changes.js';
import { ModelError } from './error.js';
import { asArray, asFlag, asObject, asWhole, asWord, at, type JsonObject } from './json.js';
import { keyString } from './keys.js';
import { codesIn } from './narrow.js';
import { MOST_PEOPLE, parseCode, parseFullKey, parseRule, parseTables, wholeTable } from './problem.js';
import type { Change, Dimension, Published, PublishedTable, TableSpec, ZeroRule } from './types.js';

const ZERO_RULES: readonly ZeroRule[] = ['published', 'maySuppress'];

/**
 * Reads published tables, or a ledger of them (see the room's README for the format), and checks that what is
 * shown adds up. A key within a table may name only the table's dimensions, in the table's order.
 * @throws ModelError with the place
 */
export function parsePublished(json: unknown): Published {
  const source = asObject(json, '', 'A publication');
  const rule = parseRule(source);
  const listed = source['tables'];
  const specs = listed === undefined ? [wholeTable(rule.dimensions)] : parseTables(listed, rule.dimensions);
  const heads =
    listed === undefined
      ? [source]
      : asArray(listed, '/tables', '"tables"').map((head) => head as JsonObject);
  const places = new Map<string, string>();
  const tables = specs.map((spec, t) =>
    readTable(spec, heads[t] ?? {}, rule.dimensions, listed ? `/tables/${t}` : '', places),
  );
  const corrections = parseAnnounced(source['corrections']);
  const published = { ...rule, tables, ...(corrections ? { corrections } : {}) };
  if (listed !== undefined && source['cells'] !== undefined) shareOut(source['cells'], published, places);
  if (tables.every(({ cells, sparse }) => cells.size === 0 && !sparse)) {
    throw new ModelError('/cells', 'no cells are given, at the top or in a table.');
  }
  requireAdditive(published, (table, key) => places.get(`${table.release} ${key}`) ?? '/cells');
  return published;
}

function readTable(
  spec: TableSpec,
  head: JsonObject,
  dimensions: readonly Dimension[],
  place: string,
  places: Map<string, string>,
): PublishedTable {
  const table: PublishedTable = {
    ...spec,
    sparse: asFlag(head['sparse'], at(place, 'sparse'), '"sparse"'),
    cells: new Map(),
    ...changesOf(spec, head['changes'], at(place, 'changes'), dimensions),
    ...(place === '' || head['zeros'] === undefined
      ? {}
      : { zeros: asWord(head['zeros'], at(place, 'zeros'), ZERO_RULES) }),
  };
  if (head['cells'] === undefined) return table;
  const where = at(place, 'cells');
  asArray(head['cells'], where, '"cells"').forEach((item, i) => {
    const cell = asObject(item, at(where, i), 'A cell');
    const key = parseTableKey(cell['key'], at(at(where, i), 'key'), table, dimensions);
    addCell(table, keyString(key), readValue(cell, at(where, i)), at(where, i), places);
  });
  return table;
}

/** What has been put right of a table's cells since it was published. */
function changesOf(
  table: TableSpec,
  json: unknown,
  place: string,
  dimensions: readonly Dimension[],
): Pick<PublishedTable, 'changes'> {
  if (json === undefined) return {};
  const changes = new Map<string, Change[]>();
  asArray(json, place, '"changes"').forEach((item, i) => {
    const where = at(place, i);
    const source = asObject(item, where, 'A change');
    const key = keyString(parseTableKey(source['key'], at(where, 'key'), table, dimensions));
    const release = asWhole(source['release'], at(where, 'release'), 'The release', table.release + 1);
    const one = { release, change: parseChange(source['change'], where) };
    changes.set(key, [...(changes.get(key) ?? []), one]);
  });
  return { changes };
}

/** Cells given at the top belong to every table that has them. */
function shareOut(json: unknown, published: Published, places: Map<string, string>): void {
  const { dimensions, tables } = published;
  const releases = new Set(tables.map(({ release }) => release));
  if (published.releaseMode === 'cumulative' && releases.size > 1) {
    throw new ModelError('/cells', 'with several cumulative releases, put the cells into their tables.');
  }
  asArray(json, '/cells', '"cells"').forEach((item, i) => {
    const place = at('/cells', i);
    const cell = asObject(item, place, 'A cell');
    const key = parseFullKey(cell['key'], at(place, 'key'), dimensions);
    const homes = tables.filter((table) =>
      dimensions.every((dimension, d) => isListed(key[d] ?? '', table, dimension)),
    );
    if (homes.length === 0) throw new ModelError(at(place, 'key'), 'no table has this cell; list its table.');
    for (const table of homes) addCell(table, keyString(key), readValue(cell, place), place, places);
  });
}

function addCell(
  table: PublishedTable,
  id: string,
  value: number | null,
  place: string,
  places: Map<string, string>,
): void {
  if (table.cells.has(id)) {
    const first = places.get(`${table.release} ${id}`) ?? 'elsewhere';
    throw new ModelError(place, `this cell is given twice (first at ${first}); keep one.`);
  }
  table.cells.set(id, value);
  if (!places.has(`${table.release} ${id}`)) places.set(`${table.release} ${id}`, place);
}

function readValue(cell: JsonObject, place: string): number | null {
  if (cell['value'] === null) return null;
  const value = asWhole(cell['value'], at(place, 'value'), 'A published value (null when suppressed)', 0);
  if (value > MOST_PEOPLE)
    throw new ModelError(at(place, 'value'), `${value} is more than ${MOST_PEOPLE}; are these people?`);
  return value;
}

/** A dimension that a table leaves out stands at its total; otherwise the table lists all codes, or those it says. */
function isListed(code: string, table: TableSpec, dimension: Dimension): boolean {
  const isFree = table.dimensions.includes(dimension.name);
  return isFree ? codesIn(table, dimension).includes(code) : code === dimension.total;
}

/** Reads a key of a table, which may not name codes that the table says it does not list. */
function parseTableKey(
  json: unknown,
  place: string,
  table: TableSpec,
  dimensions: readonly Dimension[],
): string[] {
  const key = completeKey(json, place, table, dimensions);
  for (const [d, dimension] of dimensions.entries()) {
    if (isListed(key[d] ?? '', table, dimension)) continue;
    throw new ModelError(place, `table "${table.name}" does not list "${key[d] ?? ''}" in its "codes".`);
  }
  return key;
}

/** Completes a key of a table to all dimensions; the table's missing dimensions stand at their totals. */
function completeKey(
  json: unknown,
  place: string,
  table: TableSpec,
  dimensions: readonly Dimension[],
): string[] {
  const key = asArray(json, place, 'A key');
  if (key.length === dimensions.length) {
    const full = parseFullKey(key, place, dimensions);
    dimensions.forEach(({ name, total }, d) => {
      if (full[d] !== total && !table.dimensions.includes(name)) {
        throw new ModelError(
          at(place, d),
          `table "${table.name}" leaves out "${name}", so its code must be "${total}".`,
        );
      }
    });
    return full;
  }
  if (key.length !== table.dimensions.length) {
    throw new ModelError(
      place,
      `a key has one code per dimension of the table (${table.dimensions.join(', ')}), or of the file; not ${key.length}.`,
    );
  }
  return dimensions.map((dimension) => {
    const position = table.dimensions.indexOf(dimension.name);
    return position < 0 ? dimension.total : parseCode(key[position], at(place, position), dimension);
  });
}
