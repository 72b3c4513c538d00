import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';

export interface Operation {
  name: string;
  kind: 'query' | 'mutation';
  description: string | null | undefined;
  /** A document that calls it with arguments of the right types about things that there are not. */
  document(): string;
}

/** Every operation that the schema offers. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const fields = (kind: Operation['kind']) =>
    Object.values(
      (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
    ).map((field) => ({
      name: field.name,
      kind,
      description: field.description,
      document: () => `${kind} { ${field.name}${argumentsOf(field)}${selectionOf(field)} }`,
    }));
  return [...fields('query'), ...fields('mutation')];
}

function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${valueOf(type)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  return isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
}

const scalars: Record<string, () => string> = {
  ID: () => `"${uuidv7()}"`,
  String: () => '"x"',
  Int: () => '1',
  Boolean: () => 'false',
  Date: () => '"2026-03-09"',
  DateTime: () => '"2026-03-09T14:05:00Z"',
  Month: () => '"2026-03"',
};

/** A literal of the type, as small as the type allows. */
function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`;
  }
  const made = scalars[type.name];
  if (!made) throw new Error(`Say here how a ${type.name} is written.`);
  return made();
}
