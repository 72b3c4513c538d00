import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '#access';
import type { Words } from '#platform';
import {
  completeVariables,
  formatted,
  type KnownDocuments,
  type KnownOperation,
  troubleAmong,
  UNAVAILABLE,
} from '#platform/api';
import { isForGraphql } from './request-gate.js';

export interface Answering {
  known: KnownDocuments;
  words: Words;
  format: (error: GraphQLError) => GraphQLFormattedError;
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
}

/**
 * Answers what comes again without taking it apart again: an operation that Apollo has already parsed, found valid and within the limits,
 * named by its hash, with variables of the right types. Guards, reach and the access log are those of the same resolvers.
 * Everything else, and every mistake, is left to Apollo, so that there is one place that says what is wrong.
 */
export function answerKnownDocuments(fastify: FastifyInstance, answering: Answering): void {
  fastify.addHook('preHandler', async (request, reply) => {
    if (!isForGraphql(request)) return;
    if (isRecord(request.body) && request.body.query != null)
      return onlyStaffRegister(request, reply, answering);
    const type = answerType(request.headers.accept);
    const asked = type && askedOperation(request.body, answering.known);
    if (!asked) return;
    const context = await answering.contextOf(request, reply).catch(() => null);
    if (!context) return;
    const result = await asked.operation.run(undefined, context, asked.variables);
    const answer = formatted(result, answering.format);
    const trouble = troubleAmong(answer.errors, answering.words, context.language);
    if (trouble) {
      answer.errors = trouble.errors;
      void reply.code(UNAVAILABLE).header('retry-after', trouble.retryAfter);
    }
    return reply.type(type).send(JSON.stringify(answer));
  });
}

/**
 * A document that comes with its hash is kept under it, for everybody. Only who is signed in may have something kept: for a
 * stranger (who signs in, say) it is answered as if it had come without its hash.
 */
async function onlyStaffRegister(
  request: FastifyRequest,
  reply: FastifyReply,
  answering: Answering,
): Promise<void> {
  const { extensions } = request.body as { extensions?: { persistedQuery?: unknown } };
  if (!isRecord(extensions) || extensions.persistedQuery === undefined) return;
  const context = await answering.contextOf(request, reply).catch(() => null);
  if (!context?.actor) delete extensions.persistedQuery;
}

interface Asked {
  operation: KnownOperation;
  variables: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for all but the plain case. */
function askedOperation(body: unknown, known: KnownDocuments): Asked | undefined {
  if (!isRecord(body) || body.query != null || !isRecord(body.extensions)) return undefined;
  const { persistedQuery } = body.extensions;
  if (!isRecord(persistedQuery) || persistedQuery.version !== 1) return undefined;
  const operation = known.byHash(String(persistedQuery.sha256Hash));
  if (!operation || (body.operationName != null && body.operationName !== operation.name)) return undefined;
  const given = body.variables ?? {};
  const variables = isRecord(given) && completeVariables(operation, given);
  return variables ? { operation, variables } : undefined;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
const types = new Map([
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['application/json', JSON_TYPE],
]);

/** What Apollo would choose. Undefined where weights or other kinds would have to be thought about. */
function answerType(accept = '*/*'): string | undefined {
  if (accept === '*/*') return JSON_TYPE;
  const wanted = accept.split(',').map((one) => types.get(one.trim()));
  return wanted.includes(undefined) ? undefined : wanted[0];
}
