import { existsSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { SessionCache } from '#access';
import { Words } from '#platform';
import { KnownDocuments } from '#platform/api';
import { boundTheCrowd } from './admission.js';
import { AppModule, type AppOptions } from './app.module.js';
import { BODY_LIMIT, WEB_FOLDER } from './http-errors.filter.js';
import { nestLogger } from './nest-logger.js';
import { compressAnswers } from './compression.js';
import { sayFarewell } from './farewell.js';
import { errorsFor } from './graphql.options.js';
import { answerKnownDocuments } from './answer-known-documents.js';
import { trustedProxies } from './proxies.js';
import { requestContext } from './request-context.js';
import { guardRequests } from './request-gate.js';
import { securityHeaders } from './security-headers.js';
import { cutSlowBodies } from './slow-bodies.js';

/**
 * How long an idle connection is kept: longer than the 60 or 75 s of usual proxies, so that it is they who close it. The other way
 * round, a request that a proxy sends at that very moment is lost.
 */
const KEEP_ALIVE_MS = 90_000;

/** Makes the HTTP server with every protection on, not yet listening. Tests and the real process share it. */
export async function createServer(options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies(options.config.behindProxy),
    requestTimeout: 300_000, // the whole of a request: a file of many rows over an embassy's line takes minutes
    connectionTimeout: 60_000,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    return503OnClosing: false, // requests that are already here are finished
  });
  const known = new KnownDocuments();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options, known), adapter, {
    logger: nestLogger(options.log),
    forceCloseConnections: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyCookie);
  sendHeaders(fastify, securityHeaders(options.config.production));
  sayFarewell(fastify);
  compressAnswers(fastify);
  guardRequests(fastify);
  const words = app.get(Words);
  boundTheCrowd(fastify, words);
  cutSlowBodies(fastify);
  const sessions = app.get(SessionCache, { strict: false });
  answerKnownDocuments(fastify, {
    known,
    words,
    format: errorsFor(options.log),
    contextOf: (request, reply) => requestContext(options.config, sessions, request, reply),
  });
  await serveWeb(fastify);
  return app;
}

function sendHeaders(fastify: FastifyInstance, headers: Record<string, string>): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers(headers);
    // What is personal (GraphQL answers, files) is never kept by a browser or a proxy.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}

/** The built web app, when there is one. Its files carry a hash in their names and stay fresh for ever; its page never. */
async function serveWeb(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(WEB_FOLDER)) return;
  await fastify.register(fastifyStatic, {
    root: WEB_FOLDER,
    wildcard: false,
    preCompressed: true, // the build writes .br and .gz beside each file
    setHeaders: (response, path) => {
      const fresh = path.includes('/assets/');
      response.header('cache-control', fresh ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
