import { HttpException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RefusalItem } from '#platform';

/** The route of GraphQL, as Fastify has found it: an address can be written in many ways (`/%67raphql`). */
const GRAPHQL = '/graphql';

/** Whether a request has come to GraphQL, however its address was written. */
export function isForGraphql(request: FastifyRequest): boolean {
  return request.routeOptions.url === GRAPHQL;
}

/** A request that is refused before anybody reads its body. */
export class RequestRefused extends HttpException {
  constructor(
    status: number,
    readonly refusal: RefusalItem,
  ) {
    super(refusal.code, status);
  }
}

/** What GraphQL takes: a POST of JSON in UTF-8 (Fastify reads every body as such, whatever it says of itself), not compressed. */
export function guardRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.headers['content-encoding'] !== undefined)
      throw new RequestRefused(415, { code: 'COMPRESSED' });
    if (!isForGraphql(request)) return;
    if (request.method !== 'POST') {
      // A question in an address would end up in the logs of every proxy.
      void reply.header('allow', 'POST');
      throw new RequestRefused(405, { code: 'ONLY_POST' });
    }
    const type = (request.headers['content-type'] ?? '').toLowerCase();
    // Forms and plain text are what a foreign page can send without asking first.
    if (!/^application\/json\s*(;|$)/.test(type))
      throw new RequestRefused(415, { code: 'WRONG_CONTENT_TYPE' });
    const charset = /;\s*charset\s*=\s*"?([^";\s]*)/.exec(type)?.[1];
    if (charset !== undefined && !['utf-8', 'utf8'].includes(charset)) {
      throw new RequestRefused(415, { code: 'NOT_UTF8' });
    }
  });
}
