import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SessionOver, type SessionCache } from '#access';
import type { Config, Log, Words } from '#platform';
import {
  compiledExecution,
  documentLimits,
  errorFormat,
  type KnownDocuments,
  MAX_TOKENS,
  checkedVariables,
  withPlainFields,
} from '#platform/api';
import { requestContext } from './request-context.js';

/** Apollo Server as Elchin runs it: limits on from the first day, no stack traces, no batching, no landing page. */
export function graphqlOptions(
  config: Config,
  log: Log,
  words: Words,
  sessions: SessionCache,
  known: KnownDocuments,
): ApolloDriverConfig {
  const format = errorsFor(log);
  return {
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: !config.production,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: documentLimits,
    stringifyResult: JSON.stringify,
    // The cache-control plugin, on by default, would wrap every field's resolver; nothing of ours may be cached anyway.
    plugins: [
      checkedVariables(words),
      compiledExecution(known, format, ({ actor }) => Boolean(actor)),
      ApolloServerPluginCacheControlDisabled(),
    ],
    transformSchema: withPlainFields,
    // A field with arguments (a case's timeline) can be refused too.
    fieldResolverEnhancers: ['filters'],
    formatError: (formatted, error) =>
      error instanceof GraphQLError
        ? format(error)
        : format(new GraphQLError(formatted.message, { originalError: error as Error })),
    context: (request: FastifyRequest, reply: FastifyReply) =>
      requestContext(config, sessions, request, reply),
  };
}

/** What a client sees of an error, an ended session included. */
export function errorsFor(log: Log): (error: GraphQLError) => GraphQLFormattedError {
  const format = errorFormat(log);
  return (error) => format(sessionErrors(error));
}

function sessionErrors(error: GraphQLError): GraphQLError {
  if (!(error.originalError instanceof SessionOver)) return error;
  return new GraphQLError('Your session is over: sign in again. / Хугацаа дууслаа: дахин нэвтэрнэ үү.', {
    path: error.path,
    extensions: { code: 'UNAUTHENTICATED' },
  });
}
