import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Log } from '#platform';

/** One shape for every HTTP error: a code and words for a mistake, an id and nothing else for a surprise. */
export function answerErrors(fastify: FastifyInstance, log: Log): void {
  fastify.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply.code(status).send({ code: error.code ?? 'BAD_REQUEST', message: error.message });
    }
    const errorId = randomUUID();
    log.error({ errorId, kind: error.name, stack: error.stack });
    return reply.code(status).send({ code: 'INTERNAL_SERVER_ERROR', errorId });
  });
}
