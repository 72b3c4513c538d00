import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  NotFoundException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#platform';

/** Where the built web app lies; its pages have addresses of their own that only the browser knows. */
export const WEB_FOLDER = resolve('dist/web');

/** One shape for every HTTP error: a code and words for a mistake, an id and nothing else for a surprise. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  private readonly hasWeb = existsSync(WEB_FOLDER);

  constructor(private readonly log: Log) {}

  catch(error: Error & { statusCode?: number; code?: string }, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error; // GraphQL has its own words for errors
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (error instanceof NotFoundException) return this.notFound(request, reply);
    const status = error instanceof HttpException ? error.getStatus() : (error.statusCode ?? 500);
    if (status < 500) {
      void reply.code(status).send({ code: error.code ?? error.name, message: error.message });
    } else if (error instanceof HttpException) {
      void reply.code(status).send(error.getResponse());
    } else {
      const errorId = randomUUID();
      this.log.error({ errorId, kind: error.name, stack: error.stack });
      void reply.code(status).send({ code: 'INTERNAL_SERVER_ERROR', errorId });
    }
  }

  /** A page of the web app for a person, a plain answer for a program. */
  private notFound(request: FastifyRequest, reply: FastifyReply): void {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && this.hasWeb) void reply.header('cache-control', 'no-cache').sendFile('index.html');
    else void reply.code(404).send({ code: 'NOT_FOUND', message: 'There is nothing at this address.' });
  }
}
