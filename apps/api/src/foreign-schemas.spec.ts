import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { aWorld, type World } from '#support/world';

/**
 * Each room writes and reads its own schema; whoever needs another room's rows asks that room. What crosses all the same
 * stands here with its reason, and nothing that is not needed stays here.
 */
const allowed: Record<string, { of: string[]; because: string }> = {
  'libs/access': {
    of: ['reference.mission', 'cases.import'],
    because:
      'a foreign key, since nobody is posted to a mission that there is not; and a permission that happens to be called like a table',
  },
  'libs/cases': {
    of: [
      'reference.mission',
      'reference.country',
      'access.staff_directory',
      'access.my_reach',
      'access.my_mission',
      'access.my_role',
    ],
    because:
      'foreign keys of a case; the view of ids and names that access lends for names beside acts, so that a page stays one trip; and who acts, for row-level security',
  },
  'libs/statistics': {
    of: ['cases.case_fact', 'cases.case_fact_now', 'access.my_reach', 'access.my_mission'],
    because:
      'the nameless ledger that cases lends, and what it should come to now, for the recount; and who acts, for row-level security',
  },
};

const schemaOf: Record<string, string> = {
  'libs/platform': 'platform',
  'libs/reference': 'reference',
  'libs/access': 'access',
  'libs/cases': 'cases',
  'libs/statistics': 'stat',
};

const root = resolve(import.meta.dirname, '../../..');
const places = [...Object.keys(schemaOf), 'libs/disclosure', 'apps/api', 'apps/cli', 'apps/worker'];
/** Tests arrange and look behind the doors; the printed schema is that of all rooms. */
const isTest = (path: string) => /\.(spec|e2e)\.ts$|\/testing\/|^\/schema\.sql$/.test(path);
interface Naming {
  place: string;
  path: string;
  name: string;
}

/** Files of a place that may hold SQL; none for a place that there is not (yet). */
function filesOf(place: string): string[] {
  try {
    return readdirSync(resolve(root, place), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|sql)$/.test(path) && !isTest(`/${path}`) && !path.includes('node_modules'))
      .map((path) => `${place}/${path}`);
  } catch {
    return [];
  }
}

/** Everything that stands in quotes in a source; `*` where a value is put in. Files of SQL are one text. */
export function textsIn(path: string, source: string): string[] {
  if (path.endsWith('.sql')) return [source];
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      texts.push(
        [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join('*'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return texts;
}

/**
 * What a text names in some schema: anything that there is in the database, or may be (`cases.*`). The name of a permission or
 * of a statement is none of it.
 */
export function namedIn(text: string, known: ReadonlySet<string>): string[] {
  // Comments of the database may speak of anything.
  const sql = text.replace(/--.*$/gm, '').replace(/\bcomment on [^;']*?\bis\s+'(''|[^'])*'/g, '');
  const names = [...sql.matchAll(/(?<![\w.])(platform|reference|access|cases|stat)\.([a-z_]+|\*)/g)];
  return names.map(([name]) => name).filter((name) => known.has(name) || name.endsWith('*'));
}

describe('the schemas that a room’s SQL names', () => {
  let world: World;
  let foreign: Naming[];

  beforeAll(async () => {
    world = await aWorld();
    const { rows } = await world.owner.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       union select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace`,
    );
    const known = new Set(rows.map((row) => row.name));
    foreign = places.flatMap((place) =>
      filesOf(place).flatMap((path) =>
        textsIn(path, readFileSync(resolve(root, path), 'utf8'))
          .flatMap((text) => namedIn(text, known))
          .filter((name) => name.split('.')[0] !== schemaOf[place])
          .map((name) => ({ place, path, name })),
      ),
    );
  });
  afterAll(() => world.end());

  it('are its own, or stand in the list with their reason', () => {
    const wrong = foreign.filter(({ place, name }) => !allowed[place]?.of.includes(name));
    expect(wrong.map(({ path, name }) => `${path} names ${name}`)).toEqual([]);
  });

  it('use each exception: what is not needed any more leaves the list', () => {
    for (const [place, { of }] of Object.entries(allowed)) {
      const used = new Set(foreign.filter((one) => one.place === place).map((one) => one.name));
      expect([place, of.filter((name) => !used.has(name))]).toEqual([place, []]);
    }
  });

  it.each([
    ["query('select 1 from access.log')", ['access.log']],
    ['query(`insert into cases.${table} values (1)`)', ['cases.*']],
    ["const table = 'cases.detention'", ['cases.detention']],
    ["const permission = 'cases.read'", []],
    ["query(`comment on table t is 'made by stat.fold'; select access.enter()`)", ['access.enter']],
  ])('are seen in %s', (source, names) => {
    const known = new Set(['cases.detention', 'access.log', 'access.enter', 'stat.fold']);
    expect(textsIn('x.ts', source).flatMap((text) => namedIn(text, known))).toEqual(names);
  });
});
