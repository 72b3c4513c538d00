import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { type ExecutionResult, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { KnownDocuments } from './known-documents.js';

/**
 * Runs operations that come again through their compiled form.
 * @param mayCompile who may have documents compiled and kept. Compiling takes a hundred times what answering takes, and the places
 *   are few: all others get the interpreter.
 */
export function compiledExecution(
  known: KnownDocuments,
  format: (error: GraphQLError) => GraphQLFormattedError,
  mayCompile: (context: Record<string, unknown>) => boolean = () => true,
): ApolloServerPlugin<Record<string, unknown>> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ schema, document, queryHash, operation, contextValue, request }) {
          // Which of two operations is meant is for Apollo to ask.
          if (!(operation as typeof operation | undefined) || queryHash === undefined) return null;
          if (!mayCompile(contextValue)) return null;
          const compiled = known.seen(schema, document, queryHash, operation);
          if (!compiled) return null;
          const result: ExecutionResult = await compiled.run(
            undefined,
            contextValue,
            request.variables ?? {},
          );
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: formatted(result, format) },
          };
        },
      }),
  };
}

/** A result as it goes out: its errors in our words. */
export function formatted(
  { errors, data }: ExecutionResult,
  format: (error: GraphQLError) => GraphQLFormattedError,
): { errors?: GraphQLFormattedError[]; data: ExecutionResult['data'] } {
  return errors ? { errors: errors.map(format), data } : { data };
}
