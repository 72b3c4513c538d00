import { randomUUID } from 'node:crypto';
import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { RETRY_AFTER, troubleOf } from '../database/trouble.js';
import type { Log } from '../log.js';

/** Codes that tell a client something it can act on; everything else is a surprise. */
const forClients = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  ...Object.keys(RETRY_AFTER),
]);

/**
 * What a client sees of an error. An expected one keeps its words and code. A surprise is logged under an id (the kind of
 * error and its stack, never the request's content), and only the id goes out.
 */
export function errorFormat(log: Log): (error: GraphQLError) => GraphQLFormattedError {
  return (error) => {
    const code = error.extensions?.code as string | undefined;
    if (code && forClients.has(code)) return plain(error, code);
    const original = error.originalError;
    // Without an original it is GraphQL's own word on the request: wrong type of a variable, unknown field.
    if (!original && error.path === undefined) return plain(error, 'BAD_USER_INPUT');
    const trouble = troubleOf(original);
    if (trouble) {
      // The others are told once by who meets them (`Database`), not once for each request.
      if (trouble === 'TOO_SLOW') log.warn({ slow: error.path });
      return { message: trouble, path: error.path, extensions: { code: trouble } };
    }
    const errorId = randomUUID();
    log.error({
      errorId,
      path: error.path,
      kind: original?.name,
      sqlState: sqlState(original),
      stack: original?.stack,
    });
    return {
      message: `Something went wrong on our side. Quote ${errorId}. / Манай талд алдаа гарлаа. Дугаар: ${errorId}.`,
      path: error.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}

function plain(error: GraphQLError, code: string): GraphQLFormattedError {
  const { refusals } = error.extensions ?? {};
  return {
    message: error.message,
    path: error.path,
    locations: error.locations,
    extensions: { code, refusals },
  };
}

function sqlState(error: Error | undefined): string | undefined {
  return (error as { code?: string } | undefined)?.code;
}
