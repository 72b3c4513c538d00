import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Below this, in bytes, the headers weigh as much as what is saved; and answers with a secret in them are that small (decision 0014). */
export const WORTH_IT = 1024;

/** The cheap levels: the next ones take twice the time for a tenth less. */
const BROTLI_QUALITY = 3;
const GZIP_LEVEL = 1;
/** Base-2 logarithm of Brotli's window: an answer, not an archive. */
const WINDOW = 18;

type Coding = 'br' | 'gzip';
const brotli = promisify<Buffer, object, Buffer>(brotliCompress);
const zip = promisify<Buffer, object, Buffer>(gzip);

/** Compresses answers in text for clients that say they can read it; for all others this is one look at a header. */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const coding = codingFor(request.headers['accept-encoding']);
    if (!coding || !isText(payload) || payload.length < WORTH_IT || !isCompressible(reply)) return payload;
    const packed = await pack(coding, Buffer.from(payload));
    reply.removeHeader('content-length');
    reply.headers({ 'content-encoding': coding, vary: 'accept-encoding' });
    return packed;
  });
}

function pack(coding: Coding, text: Buffer): Promise<Buffer> {
  if (coding === 'gzip') return zip(text, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: WINDOW,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return brotli(text, { params });
}

/** The better one of what the client names without forbidding it (`;q=0`). */
export function codingFor(accepted: string | string[] | undefined): Coding | undefined {
  if (accepted === undefined) return undefined;
  const named = String(accepted)
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight = 'q=1']) => !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((coding) => named.includes(coding));
}

function isText(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

/** Text that is not packed yet and hands no new secret over. */
function isCompressible(reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type') ?? '');
  return (
    /^(application\/([\w.-]+\+)?json|text\/(csv|plain))\b/.test(type) &&
    !reply.hasHeader('content-encoding') &&
    !reply.hasHeader('set-cookie')
  );
}
