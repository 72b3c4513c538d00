import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long a body may take to arrive, in milliseconds: 256 KB take 13 s over 160 kbit/s. */
const BODY_MS = 15_000;

/** The door of files (`FilesController`): these may be large, and the server's own limit on a whole request (`requestTimeout`) is for them. */
const FILES = '/files';

/**
 * Cuts off requests whose body does not come to an end. Node's own limit holds for every request alike and must leave a
 * large file its minutes; nobody may hold a connection that long with a body that trickles.
 */
export function cutSlowBodies(fastify: FastifyInstance, limit = BODY_MS): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const arrived = (request: FastifyRequest) => clearTimeout(waiting.get(request));

  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request) && request.routeOptions.url !== FILES) {
      waiting.set(
        request,
        setTimeout(() => cut(request, reply), limit),
      );
    }
    done();
  });
  // The body has been read; or it never will be, and the answer goes out before.
  fastify.addHook('preValidation', (request, _reply, done) => {
    arrived(request);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    arrived(request);
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    arrived(request);
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  const { socket } = request.raw;
  if (reply.sent || reply.raw.headersSent) {
    socket.destroy(); // answered, and still sending
    return;
  }
  reply.hijack();
  reply.raw.writeHead(408, { connection: 'close', 'content-length': 0 });
  reply.raw.end(() => socket.destroy());
}
