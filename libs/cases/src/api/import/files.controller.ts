import type { Readable } from 'node:stream';
import { Controller, Inject, type OnModuleInit, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asking, mayDo, SessionOver } from '#access';
import { type Language, languageOf, Permission, Refusal, Words } from '#platform';
import { Uploads } from '../../import/index.js';
import { FORBIDDEN, type FileSender, FILE_SENDER, UNAUTHENTICATED } from './file-sender.js';

/** Answers in the shape of GraphQL's errors, which clients of the API know already. */
interface Refused {
  errors: { message: string; extensions: { code: string; refusals?: unknown[] } }[];
}

const TYPES = ['application/octet-stream', 'text/csv'];

/** Where files come in: as the raw body of a POST, streamed to the disk. */
@Controller('files')
export class FilesController implements OnModuleInit {
  constructor(
    private readonly uploads: Uploads,
    private readonly words: Words,
    @Inject(FILE_SENDER) private readonly sender: FileSender,
    private readonly host: HttpAdapterHost,
  ) {}

  /** The body is handed over as it comes, instead of being collected in memory. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const type of TYPES) {
      if (!fastify.hasContentTypeParser(type)) {
        fastify.addContentTypeParser(type, (_request, body, done) => done(null, body));
      }
    }
  }

  @Post()
  @Permission('cases.import')
  async receive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ fileId: string } | Refused> {
    const language = languageOf(request.headers['accept-language']);
    const asking = await this.whoSends(request, language);
    if (typeof asking === 'string') return refuse(reply, asking);
    if (!isStream(request.body)) return this.refusedBy(reply, Refusal.of('FILE_EMPTY', 'file'), language);
    try {
      const fileId = await this.uploads.receive(asking, request.body, fileNameOf(request));
      void reply.code(201);
      return { fileId };
    } catch (error) {
      if (error instanceof SessionOver) return refuse(reply, UNAUTHENTICATED);
      if (error instanceof Refusal) return this.refusedBy(reply, error, language);
      throw error;
    }
  }

  private async whoSends(
    request: FastifyRequest,
    language: Language,
  ): Promise<Asking | typeof UNAUTHENTICATED | typeof FORBIDDEN> {
    const found = await this.sender(request);
    if (typeof found === 'string') return found;
    if (!mayDo(found.actor.role, 'cases.import')) return FORBIDDEN;
    return { ...found, language, operation: 'cases.import', logged: true };
  }

  private refusedBy(reply: FastifyReply, refusal: Refusal, language: Language): Refused {
    const refusals = refusal.items.map((item) => this.words.refusal(item, language));
    const message = refusals.map((one) => `${one.message} ${one.remedy}`).join(' ');
    const tooLarge = refusal.items.some((item) => item.code === 'FILE_TOO_BIG');
    leave(reply, tooLarge ? 413 : 400);
    return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', refusals } }] };
  }
}

const messages = {
  [UNAUTHENTICATED]: { status: 401, message: 'Sign in first. / Эхлээд нэвтэрнэ үү.' },
  [FORBIDDEN]: { status: 403, message: 'Your role does not allow this. / Таны эрх үүнийг зөвшөөрөхгүй.' },
};

function refuse(reply: FastifyReply, code: typeof UNAUTHENTICATED | typeof FORBIDDEN): Refused {
  leave(reply, messages[code].status);
  return { errors: [{ message: messages[code].message, extensions: { code } }] };
}

/** What is left of the body will not be read: the connection ends with the answer. */
function leave(reply: FastifyReply, status: number): void {
  void reply.code(status).header('connection', 'close');
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}

/** Header, not address: addresses end up in logs. */
function fileNameOf({ headers }: FastifyRequest): string {
  const name = headers['x-file-name'];
  if (typeof name !== 'string') return '';
  try {
    return decodeURIComponent(name);
  } catch {
    return ''; // not written as agreed: the name is only for show
  }
}
