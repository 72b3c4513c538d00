import type { FastifyRequest } from 'fastify';
import { type Asking, hashToken, SessionCache } from '#access';
import { CONFIG, type Config } from '#platform';

export const UNAUTHENTICATED = 'UNAUTHENTICATED';
export const FORBIDDEN = 'FORBIDDEN';

/** Who sends a file, or why it is not taken. */
export type FileSender = (
  request: FastifyRequest,
) => Promise<Pick<Asking, 'actor' | 'tokenHash'> | typeof UNAUTHENTICATED | typeof FORBIDDEN>;

export const FILE_SENDER = Symbol('elchin:file-sender');

/**
 * By bearer token (API clients) or by the session's cookie (browsers). A cookie counts only with the sign that our own page
 * sends the file: a browser says in `Origin` from where every POST comes, and a foreign page cannot change that.
 */
export const fileSender = {
  provide: FILE_SENDER,
  inject: [CONFIG, SessionCache],
  useFactory:
    (config: Config, sessions: SessionCache): FileSender =>
    async (request) => {
      const bearer = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (bearer === undefined && !fromOwnPage(request)) return FORBIDDEN;
      const token = bearer ?? cookieOf(request, config.production ? '__Host-elchin' : 'elchin');
      if (token === undefined) return UNAUTHENTICATED;
      const tokenHash = hashToken(token);
      const actor = await sessions.actorOf(tokenHash);
      return actor ? { actor, tokenHash } : UNAUTHENTICATED;
    },
};

/** No `Origin` at all: no browser, and so no cookie that a foreign page could make it send. */
function fromOwnPage({ headers }: FastifyRequest): boolean {
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers.host);
}

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return (request as FastifyRequest & { cookies?: Record<string, string | undefined> }).cookies?.[name];
}
