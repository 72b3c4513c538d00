import {
  type DocumentNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

const MOST = 500;

/** An operation of a document that Apollo has parsed and found valid, compiled. */
export interface KnownOperation {
  schema: GraphQLSchema;
  name: string | null;
  variables: readonly VariableDefinitionNode[];
  run: CompiledQuery['query'];
}

/**
 * The operations that come again, compiled (graphql-jit): for a page of 50 cases that takes a fraction of the interpreter's
 * time, with the same results. A document is compiled when it is seen for the second time, so that documents made up to
 * be different each time cost no compilation; at most 500 are kept.
 */
export class KnownDocuments {
  private readonly seenOnce = new Set<string>();
  private readonly compiled = new Map<string, KnownOperation | null>();
  /** The only operation of a document, by the document's hash. */
  private readonly only = new Map<string, KnownOperation>();

  /** @returns null for a document that is new, or that the compiler leaves to the interpreter. */
  seen(
    schema: GraphQLSchema,
    document: DocumentNode,
    hash: string,
    operation: OperationDefinitionNode,
  ): KnownOperation | null {
    const key = `${hash}:${operation.name?.value ?? ''}`;
    const found = this.compiled.get(key);
    if (found !== undefined) return found;
    if (!this.seenOnce.has(key)) {
      keepWithin(this.seenOnce, MOST).add(key);
      return null;
    }
    this.seenOnce.delete(key);
    const known = compiledOperation(schema, document, operation);
    keepWithin(this.compiled, MOST).set(key, known);
    if (known && isAlone(document)) keepWithin(this.only, MOST).set(hash, known);
    return known;
  }

  /** The operation of a document that has only one, by the document's SHA-256. */
  byHash(hash: string): KnownOperation | undefined {
    return this.only.get(hash);
  }
}

/** The variables with the schema's defaults put in; undefined when one is not of its type. */
export function completeVariables(
  { schema, variables }: Pick<KnownOperation, 'schema' | 'variables'>,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  return getVariableValues(schema, variables, given, { maxErrors: 1 }).coerced;
}

function compiledOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownOperation | null {
  const name = operation.name?.value ?? null;
  const made = compileQuery(schema, document, name ?? undefined);
  if (!isCompiledQuery(made)) return null;
  return { schema, name, variables: operation.variableDefinitions ?? [], run: made.query };
}

function isAlone(document: DocumentNode): boolean {
  return document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
}

/** Drops the oldest entry of a full collection (both keep the order of insertion). */
function keepWithin<T extends Set<string> | Map<string, unknown>>(collection: T, most: number): T {
  const oldest = collection.keys().next().value;
  if (collection.size >= most && oldest !== undefined) collection.delete(oldest);
  return collection;
}
