import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { SessionOver, type SessionCache } from '#access';
import type { Config, Log, Words } from '#platform';
import {
  compiledExecution,
  documentLimits,
  errorFormat,
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
): ApolloDriverConfig {
  const format = errorFormat(log);
  const formatAny = (error: GraphQLError) => format(sessionErrors(error));
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
      compiledExecution(formatAny),
      ApolloServerPluginCacheControlDisabled(),
    ],
    transformSchema: withPlainFields,
    // A field with arguments (a case's timeline) can be refused too.
    fieldResolverEnhancers: ['filters'],
    formatError: (formatted, error) =>
      error instanceof GraphQLError
        ? formatAny(error)
        : formatAny(new GraphQLError(formatted.message, { originalError: error as Error })),
    context: (request: FastifyRequest, reply: FastifyReply) =>
      requestContext(config, sessions, request, reply),
  };
}

function sessionErrors(error: GraphQLError): GraphQLError {
  if (!(error.originalError instanceof SessionOver)) return error;
  return new GraphQLError('Your session is over: sign in again. / Хугацаа дууслаа: дахин нэвтэрнэ үү.', {
    path: error.path,
    extensions: { code: 'UNAUTHENTICATED' },
  });
}
