import {
  GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { RefusalItem } from '../refusal.js';

const MOST = 10;

/** What a value of each scalar must be. The words of a person's mistake, not of GraphQL's grammar. */
const codeOfScalar: Record<string, string> = {
  String: 'NOT_TEXT',
  ID: 'NOT_TEXT',
  Int: 'NOT_A_NUMBER',
  Float: 'NOT_A_NUMBER',
  Boolean: 'NOT_YES_OR_NO',
  Date: 'BAD_DATE',
  DateTime: 'BAD_INSTANT',
  Month: 'BAD_MONTH',
};

/**
 * What is wrong with an operation's variables by the types of the schema, each fault with its field.
 * @returns at most ten; empty when the executor will take them. Fields are named as in the input itself ("occurred.date"),
 *   since that is how a client knows them; a plain variable by its own name.
 */
export function faultsOf(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): RefusalItem[] {
  const faults: RefusalItem[] = [];
  for (const { variable, type: node, defaultValue } of definitions) {
    const type = typeFromAST(schema, node as never);
    const value = variables[variable.name.value];
    if (!type || !isInputType(type) || (value === undefined && defaultValue)) continue;
    check(type, value, [variable.name.value], faults);
  }
  return faults.slice(0, MOST);
}

function check(type: GraphQLInputType, value: unknown, path: readonly string[], faults: RefusalItem[]): void {
  if (faults.length >= MOST) return;
  if (isNonNullType(type)) {
    if (value == null) faults.push({ code: 'REQUIRED', field: fieldOf(path) });
    else check(type.ofType, value, path, faults);
  } else if (value == null) {
    return;
  } else if (isListType(type)) {
    if (!Array.isArray(value)) check(type.ofType, value, path, faults);
    else value.forEach((one, at) => check(type.ofType, one, [...path, String(at)], faults));
  } else if (isInputObjectType(type)) {
    checkFields(type, value, path, faults);
  } else {
    checkLeaf(type, value, path, faults);
  }
}

function checkFields(
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  value: unknown,
  path: readonly string[],
  faults: RefusalItem[],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push({ code: 'NOT_FIELDS', field: fieldOf(path) });
    return;
  }
  const fields = type.getFields();
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(fields, name))
      faults.push({ code: 'UNKNOWN_FIELD', field: fieldOf([...path, name.slice(0, 60)]) });
  }
  for (const [name, field] of Object.entries(fields)) {
    const given = (value as Record<string, unknown>)[name];
    if (given !== undefined || field.defaultValue === undefined)
      check(field.type, given, [...path, name], faults);
  }
}

function checkLeaf(
  type: GraphQLLeafType,
  value: unknown,
  path: readonly string[],
  faults: RefusalItem[],
): void {
  try {
    type.parseValue(value);
  } catch {
    const field = fieldOf(path);
    if (type instanceof GraphQLEnumType) {
      const choices = type.getValues().map(({ name }) => name);
      faults.push({ code: 'NOT_A_CHOICE', field, params: { choices: choices.join(', ') } });
    } else {
      faults.push({ code: codeOfScalar[type.name] ?? 'BAD_VALUE', field });
    }
  }
}

function fieldOf(path: readonly string[]): string {
  return path.length > 1 ? path.slice(1).join('.') : (path[0] ?? '');
}
