import { type GraphQLFieldResolver, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';

/** Under this key an object may bring along what its fields with arguments would answer. */
export const READY = Symbol('elchin:ready');

/** By field: makes the answer, or undefined where the field's own resolver is needed. It must not throw. */
export type ReadyFields = Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;

/**
 * Takes fields off the way through Nest where it adds nothing: guards stand before operations and before fields with a resolver
 * of their own, not before what is only read off an object.
 *
 * The resolver that Nest gives each field of each object type only reads the property of the same name: that is what GraphQL
 * does by itself, and the compiled executor reads a property in place only where there is no resolver to call. A page
 * of fifty cases has about a thousand such fields. A resolver of our own is asked only for what the object did not
 * bring along.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === 'rootFieldResolver') field.resolve = undefined;
      if (field.resolve && !roots.includes(type)) field.resolve = readyFirst(field.name, field.resolve);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<{ [READY]?: ReadyFields } | undefined, unknown>;

function readyFirst(name: string, resolve: Resolver): Resolver {
  return (source, args: Record<string, unknown>, context, info) =>
    source?.[READY]?.[name]?.(args) ?? resolve(source, args, context, info);
}
