import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Admission } from './admission.rules.js';
import { isForGraphql, RequestRefused } from './request-gate.js';

/**
 * Bounds the crowd at GraphQL, after a request's body is there (whoever sends slowly takes nobody's place) and before anything is done
 * for it. Files, pages and the questions of whoever watches the process go by.
 */
export function boundTheCrowd(fastify: FastifyInstance, admission = new Admission()): void {
  const letIn = new WeakMap<FastifyRequest, number>();

  fastify.addHook('preHandler', async (request, reply) => {
    if (!isForGraphql(request)) return;
    const place = admission.enter();
    if (place !== true && !(await place)) throw new RequestRefused(503, { code: 'TOO_BUSY' });
    letIn.set(request, performance.now());
    if (!request.raw.socket.destroyed) return;
    // Gone while it waited: nobody needs the answer.
    leave(request);
    return reply.hijack();
  });
  // When the answer is there, not when the client has gone: what was begun for it still keeps the database busy.
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    leave(request);
    done();
  });

  function leave(request: FastifyRequest): void {
    const since = letIn.get(request);
    if (since === undefined) return;
    letIn.delete(request);
    const now = performance.now();
    admission.leave(now - since, now);
  }
}
