import pg from 'pg';
import { OWNER_ROLE } from '#platform';
import { allSql } from '../../../street.js';
import { DatabaseCatalogue, type Grant, type Relation, type Routine } from './database-catalogue.js';

const HEAD = `-- What a database of this version holds, told by PostgreSQL after all migrations: to be read, not to be run.
-- Printed by "npm run schema" and checked in CI. Everything belongs to ${OWNER_ROLE} where nothing else is said.
-- Sequences of case numbers are made at work (cases.case_sequence).`;

/**
 * Everything in a migrated database, in a stable order: roles, then each room's schema with its tables (each with its rules,
 * rows and rights), views and functions.
 * @param url of a login that may look at the catalogue.
 */
export async function printDatabaseSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const catalogue = new DatabaseCatalogue(client);
    await catalogue.begin();
    const parts = [HEAD];
    parts.push((await catalogue.roles()).map(({ text }) => `${text};`).join('\n'));
    parts.push((await catalogue.extensions()).map(({ text }) => `${text};`).join('\n'));
    for (const schema of ['public', ...allSql.map((room) => room.schema)]) {
      parts.push(...(await schemaParts(catalogue, schema)));
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

async function schemaParts(catalogue: DatabaseCatalogue, name: string): Promise<string[]> {
  const schema = await catalogue.schema(name);
  if (!schema) return [];
  const own = [`-- ═══ ${name} ═══`];
  if (name !== 'public') own.push(`create schema ${name};`);
  const head = [...own, ...grantLines(schema.grants, `schema ${name}`)];
  const relations = await catalogue.relations(name);
  const routines = await catalogue.routines(name);
  return [head.join('\n'), ...relations.map(relationText), ...routines.map(routineText)];
}

function relationText(relation: Relation): string {
  const { name, kind } = relation;
  const lines = kind === 'view' ? [viewText(relation)] : tableLines(relation);
  if (relation.comment) lines.push(`comment on ${kind} ${name} is ${literal(relation.comment)};`);
  for (const column of relation.columns) {
    if (column.comment) lines.push(`comment on column ${name}.${column.name} is ${literal(column.comment)};`);
  }
  return [...lines, ...ownerLine(kind, name, relation.owner), ...grantLines(relation.grants, name)].join(
    '\n',
  );
}

function viewText({ name, options, definition }: Relation): string {
  return `create view ${name}${options ? ` with (${options})` : ''} as\n${definition ?? ''}`;
}

function tableLines(table: Relation): string[] {
  const { name, options, security } = table;
  const inside = [...table.columns.map(({ text }) => text), ...table.constraints];
  const lines = [
    `create table ${name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${options ? ` with (${options})` : ''};`,
    ...table.indexes.map((index) => `${index};`),
  ];
  if (security) lines.push(`alter table ${name} enable row level security;`);
  if (security === 'force') lines.push(`alter table ${name} force row level security;`);
  for (const policy of table.policies) {
    lines.push(`${policy.text};`);
    if (policy.comment)
      lines.push(`comment on policy ${policy.name} on ${name} is ${literal(policy.comment)};`);
  }
  return [...lines, ...table.triggers.map((trigger) => `${trigger};`)];
}

function routineText({ name, definition, comment, owner, grants }: Routine): string {
  const lines = [`${definition.trimEnd()};`];
  if (comment) lines.push(`comment on function ${name} is ${literal(comment)};`);
  return [...lines, ...ownerLine('function', name, owner), ...grantLines(grants, `function ${name}`)].join(
    '\n',
  );
}

const ownerLine = (kind: string, name: string, owner: string) =>
  owner === OWNER_ROLE ? [] : [`alter ${kind} ${name} owner to ${owner};`];

const grantLines = (grants: readonly Grant[], on: string) =>
  grants.map(({ who, what }) => `grant ${what} on ${on} to ${who};`);

const literal = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;
