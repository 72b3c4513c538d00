import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

const MOST = 500;

/**
 * Runs operations that come again through a compiled executor (graphql-jit): for a page of 50 cases it takes a fraction of
 * the time of the interpreter, with the same results. A document is compiled when it is seen for the second time, so
 * that documents made up to be different each time cost no compilation.
 */
export function compiledExecution(
  format: (error: GraphQLError) => GraphQLFormattedError,
): ApolloServerPlugin<Record<string, unknown>> {
  const compiled = new CompiledDocuments();
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ schema, document, queryHash, operationName, contextValue, request }) {
          const query = compiled.get(schema, document, `${queryHash}:${operationName ?? ''}`, operationName);
          if (!query) return null;
          const result: ExecutionResult = await query.query(undefined, contextValue, request.variables ?? {});
          const errors = result.errors?.map(format);
          const singleResult = errors ? { errors, data: result.data } : { data: result.data };
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      }),
  };
}

class CompiledDocuments {
  private readonly seenOnce = new Set<string>();
  private readonly compiled = new Map<string, CompiledQuery | null>();

  get(
    schema: GraphQLSchema,
    document: DocumentNode,
    key: string,
    operationName: string | null,
  ): CompiledQuery | null {
    const found = this.compiled.get(key);
    if (found !== undefined) return found;
    if (!this.seenOnce.has(key)) {
      keepWithin(this.seenOnce, MOST).add(key);
      return null;
    }
    this.seenOnce.delete(key);
    const made = compileQuery(schema, document, operationName ?? undefined);
    const query = isCompiledQuery(made) ? made : null;
    keepWithin(this.compiled, MOST).set(key, query);
    return query;
  }
}

/** Drops the oldest entry of a full collection (both keep the order of insertion). */
function keepWithin<T extends Set<string> | Map<string, unknown>>(collection: T, most: number): T {
  const oldest = collection.keys().next().value;
  if (collection.size >= most && oldest !== undefined) collection.delete(oldest);
  return collection;
}
