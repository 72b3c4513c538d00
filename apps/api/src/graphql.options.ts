import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { NotAllowed, SessionOver, type SessionCache } from '#access';
import { forbidden } from '#access/api';
import { type Config, languageOf, type Log, type Words } from '#platform';
import {
  compiledExecution,
  documentLimits,
  errorFormat,
  type KnownDocuments,
  MAX_TOKENS,
  orTrouble,
  troubleAnswers,
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
      troubleAnswers(words),
      ApolloServerPluginCacheControlDisabled(),
    ],
    transformSchema: withPlainFields,
    // Nest would make every answer with data a 200, also one that only says that there is no database (`troubleAnswers`).
    preserveHttpStatusForExecutionErrors: false,
    // A field with a resolver of its own (a case's timeline) asks for its permission, and can be refused, like an operation.
    fieldResolverEnhancers: ['filters', 'guards'],
    formatError: (formatted, error) =>
      error instanceof GraphQLError
        ? format(error)
        : format(new GraphQLError(formatted.message, { originalError: error as Error })),
    context: (request: FastifyRequest, reply: FastifyReply) =>
      orTrouble(requestContext(config, sessions, request, reply), words, languageIn(request)),
  };
}

const languageIn = ({ headers }: FastifyRequest) => languageOf(headers['accept-language']);

/** What a client sees of an error, an ended session and an act that is not allowed included. */
export function errorsFor(log: Log): (error: GraphQLError) => GraphQLFormattedError {
  const format = errorFormat(log);
  return (error) => format(accessErrors(error));
}

function accessErrors(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof NotAllowed) {
    return new GraphQLError(forbidden().message, { path: error.path, extensions: { code: 'FORBIDDEN' } });
  }
  if (!(error.originalError instanceof SessionOver)) return error;
  return new GraphQLError('Your session is over: sign in again. / Хугацаа дууслаа: дахин нэвтэрнэ үү.', {
    path: error.path,
    extensions: { code: 'UNAUTHENTICATED' },
  });
}
