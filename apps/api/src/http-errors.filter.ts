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
import {
  isTrouble,
  languageOf,
  type Log,
  RETRY_AFTER,
  type RefusalItem,
  type Trouble,
  troubleOf,
  type Words,
} from '#platform';
import { UNAVAILABLE } from '#platform/api';
import { answerTo } from './later.js';
import { RequestRefused } from './request-gate.js';

/** Where the built web app lies; its pages have addresses of their own that only the browser knows. */
export const WEB_FOLDER = resolve('dist/web');

/** Largest body of a request, in bytes. Files have a door of their own. */
export const BODY_LIMIT = 256 * 1024;

/** One shape for every HTTP error: code, words and remedy for a mistake, an id and nothing else for a surprise. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  private readonly hasWeb = existsSync(WEB_FOLDER);

  constructor(
    private readonly log: Log,
    private readonly words: Words,
  ) {}

  catch(error: Error & { statusCode?: number }, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error; // GraphQL has its own words for errors
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (error instanceof NotFoundException) return this.notFound(request, reply);
    const trouble = troubleIn(error);
    if (trouble) return this.later(request, reply, trouble);
    const status = error instanceof HttpException ? error.getStatus() : (error.statusCode ?? 500);
    if (status < 500) {
      this.refuse(request, reply, status, refusalOf(error, status));
    } else if (error instanceof HttpException) {
      void reply.code(status).send(error.getResponse());
    } else {
      const errorId = randomUUID();
      this.log.error({ errorId, kind: error.name, stack: error.stack });
      void reply.code(status).send({ code: 'INTERNAL_SERVER_ERROR', errorId });
    }
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, status: number, item: RefusalItem): void {
    const { code, message, remedy } = this.words.refusal(
      item,
      languageOf(request.headers['accept-language']),
    );
    void reply.code(status).send({ code, message, remedy });
  }

  private later(request: FastifyRequest, reply: FastifyReply, trouble: Trouble): void {
    void reply
      .code(UNAVAILABLE)
      .header('retry-after', RETRY_AFTER[trouble])
      .send(answerTo(trouble, this.words, languageOf(request.headers['accept-language'])));
  }

  /** A page of the web app for a person, a plain answer for a program. */
  private notFound(request: FastifyRequest, reply: FastifyReply): void {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && this.hasWeb) void reply.header('cache-control', 'no-cache').sendFile('index.html');
    else this.refuse(request, reply, 404, { code: 'NOTHING_HERE' });
  }
}

function troubleIn(error: Error): Trouble | undefined {
  if (error instanceof RequestRefused && isTrouble(error.refusal.code)) return error.refusal.code;
  return troubleOf(error);
}

/** Fastify's own reasons in our words, by status. */
function refusalOf(error: Error, status: number): RefusalItem {
  if (error instanceof RequestRefused) return error.refusal;
  if (status === 413) return { code: 'BODY_TOO_BIG', params: { max: BODY_LIMIT / 1024 } };
  if (status === 415) return { code: 'WRONG_CONTENT_TYPE' };
  return { code: 'NOT_JSON' };
}
