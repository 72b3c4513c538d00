import { parseChange } from './changes.js';
import { parseDimension } from './dimension.js';
import { ModelError } from './error.js';
import { asArray, asObject, asText, asWhole, asWord, at, type JsonObject } from './json.js';
import { keyString } from './keys.js';
import { parseNarrowing, requireNested } from './narrow.js';
import type { Correction, Dimension, Problem, TableSpec } from './types.js';

/** Reads a problem (see the room's README for the format). @throws ModelError with the place */
export function parseProblem(json: unknown): Problem {
  const source = asObject(json, '', 'A problem');
  const rule = parseRule(source);
  const tables =
    source['tables'] === undefined
      ? [wholeTable(rule.dimensions)]
      : parseTables(source['tables'], rule.dimensions);
  const corrections = parseCorrections(source['corrections'], rule.dimensions);
  return {
    ...rule,
    tables,
    trueCells: parseTrueCells(source['trueCells'], rule.dimensions),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** Threshold, protection, zeros, release mode and dimensions: the head that every file shares. */
export function parseRule(source: JsonObject): Omit<Problem, 'trueCells' | 'tables'> {
  const threshold = asWhole(source['threshold'] ?? 5, '/threshold', 'The threshold', 2);
  return {
    threshold,
    protection: asWhole(source['protection'] ?? threshold - 1, '/protection', 'The protection', 1),
    zeros: asWord(source['zeros'], '/zeros', ['published', 'maySuppress'], 'published'),
    releaseMode: asWord(source['releaseMode'], '/releaseMode', ['same', 'cumulative'], 'same'),
    dimensions: parseDimensions(source['dimensions']),
  };
}

function parseDimensions(json: unknown): Dimension[] {
  const place = '/dimensions';
  const dimensions = asArray(json, place, '"dimensions"').map((one, i) => parseDimension(one, at(place, i)));
  if (dimensions.length === 0) throw new ModelError(place, 'give at least one dimension.');
  dimensions.forEach(({ name }, i) => {
    if (dimensions.findIndex((other) => other.name === name) < i) {
      throw new ModelError(
        at(at(place, i), 'name'),
        `dimension "${name}" is given twice; rename or remove one.`,
      );
    }
  });
  return dimensions;
}

/** Without `tables`: one table that crosses all dimensions. */
export function wholeTable(dimensions: readonly Dimension[]): TableSpec {
  return { name: 'table', dimensions: dimensions.map(({ name }) => name), release: 1 };
}

/** Reads the heads of tables; what cells they carry is read elsewhere. */
export function parseTables(json: unknown, dimensions: readonly Dimension[]): TableSpec[] {
  const tables = asArray(json, '/tables', '"tables"').map((one, i) =>
    parseTable(one, at('/tables', i), dimensions),
  );
  if (tables.length === 0) throw new ModelError('/tables', 'list at least one table, or leave "tables" out.');
  tables.forEach(({ name, release }, i) => {
    const first = tables.findIndex((other) => other.name === name && other.release === release);
    if (first < i) {
      throw new ModelError(
        at(at('/tables', i), 'name'),
        `table "${name}" of release ${release} is given twice.`,
      );
    }
  });
  requireNested(tables, dimensions);
  return tables;
}

function parseTable(json: unknown, place: string, dimensions: readonly Dimension[]): TableSpec {
  const source = asObject(json, place, 'A table');
  const listed = asArray(source['dimensions'], at(place, 'dimensions'), "A table's dimensions");
  const names = listed.map((value, i) => {
    const where = at(at(place, 'dimensions'), i);
    const name = asText(value, where, "A dimension's name");
    if (!dimensions.some((dimension) => dimension.name === name)) {
      throw new ModelError(where, `dimension "${name}" is unknown; add it to "dimensions".`);
    }
    return name;
  });
  if (new Set(names).size < names.length) {
    throw new ModelError(at(place, 'dimensions'), 'a dimension is listed twice; remove one.');
  }
  const own = dimensions.filter(({ name }) => names.includes(name));
  const codes = parseNarrowing(source['codes'], at(place, 'codes'), own);
  return {
    name: asText(source['name'], at(place, 'name'), "A table's name"),
    dimensions: names,
    release: asWhole(source['release'] ?? 1, at(place, 'release'), 'The release', 1),
    ...(codes ? { codes } : {}),
  };
}

/** Counts are of people; solvers would lose single ones in sums much larger than this. */
export const MOST_PEOPLE = 10_000_000_000;

function parseTrueCells(json: unknown, dimensions: readonly Dimension[]): Map<string, number> {
  const place = '/trueCells';
  const cells = new Map<string, number>();
  let people = 0;
  asArray(json, place, '"trueCells"').forEach((item, i) => {
    const where = at(place, i);
    const source = asObject(item, where, 'A cell');
    const key = parseInnermostKey(source['key'], at(where, 'key'), dimensions);
    const id = keyString(key);
    if (cells.has(id)) throw new ModelError(where, `the cell [${key.join(', ')}] is given twice; keep one.`);
    const count = asWhole(source['value'], at(where, 'value'), 'A count', 0);
    cells.set(id, count);
    people += count;
    if (people > MOST_PEOPLE)
      throw new ModelError(where, `the counts sum to more than ${MOST_PEOPLE}; are these people?`);
  });
  return cells;
}

function parseCorrections(json: unknown, dimensions: readonly Dimension[]): Correction[] {
  if (json === undefined) return [];
  const place = '/corrections';
  return asArray(json, place, '"corrections"').map((item, i) => {
    const where = at(place, i);
    const source = asObject(item, where, 'A correction');
    return {
      key: keyString(parseInnermostKey(source['key'], at(where, 'key'), dimensions)),
      change: parseChange(source['change'], where),
      since: asWhole(source['since'] ?? 1, at(where, 'since'), 'The release', 1),
    };
  });
}

function parseInnermostKey(json: unknown, place: string, dimensions: readonly Dimension[]): string[] {
  const key = parseFullKey(json, place, dimensions);
  key.forEach((code, d) => {
    if (dimensions[d]?.leaves.includes(code)) return;
    throw new ModelError(
      at(place, d),
      `"${code}" is a total or group; innermost counts only, totals are computed.`,
    );
  });
  return key;
}

/** A key with one known code for every dimension, in the order of `dimensions`. */
export function parseFullKey(json: unknown, place: string, dimensions: readonly Dimension[]): string[] {
  const key = asArray(json, place, 'A key');
  if (key.length !== dimensions.length) {
    throw new ModelError(
      place,
      `a key has one code per dimension (${dimensions.map(({ name }) => name).join(', ')}), not ${key.length}.`,
    );
  }
  return dimensions.map((dimension, d) => parseCode(key[d], at(place, d), dimension));
}

/** A known code of one dimension. */
export function parseCode(json: unknown, place: string, dimension: Dimension): string {
  const code = asText(json, place, 'A code');
  if (!dimension.leavesOf.has(code)) {
    throw new ModelError(
      place,
      `code "${code}" is unknown in "${dimension.name}"; correct it or add it to "codes".`,
    );
  }
  return code;
}
