import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { hashToken, type RequestContext, type SessionCache } from '#access';
import { type Config, languageOf } from '#platform';

/** `__Host-`: only this host, only https, the whole site. Without https (a laptop's loopback) browsers would drop it. */
function cookieName(config: Config): string {
  return config.production ? '__Host-elchin' : 'elchin';
}

const deviceCookieName = (config: Config): string => `${cookieName(config)}-device`;

/** A device is known for as long as browsers keep a cookie at most. */
const DEVICE_KNOWN_S = 400 * 86_400;

/** Who sends this request, by cookie (browsers) or bearer token (API clients), before any operation is chosen. */
export async function requestContext(
  config: Config,
  sessions: SessionCache,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const token = bearerToken(request) ?? cookieToken(config, request);
  const tokenHash = token === undefined ? null : hashToken(token);
  return {
    tokenHash,
    actor: tokenHash && (await sessions.actorOf(tokenHash)),
    language: languageOf(request.headers['accept-language']),
    address: request.ip,
    requestId: request.id,
    setCookie: (value) => void sendCookie(config, reply, value),
    userAgent: request.headers['user-agent'] ?? null,
    deviceToken: request.cookies[deviceCookieName(config)] ?? null,
    setDevice: (value) => void rememberDevice(config, reply, value),
  };
}

function bearerToken(request: FastifyRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

/** A cookie counts only for requests that come from our own pages: a foreign page cannot act in a person's name. */
function cookieToken(config: Config, request: FastifyRequest): string | undefined {
  const token = request.cookies[cookieName(config)];
  if (token === undefined) return undefined;
  const { origin, host } = request.headers;
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return token;
  if (origin === undefined) return token; // no browser, or a same-origin GET
  throw new GraphQLError('This request comes from another site. / Энэ хүсэлт өөр сайтаас ирсэн байна.', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });
}

function sendCookie(config: Config, reply: FastifyReply, token: string | null): void {
  const options = { path: '/', httpOnly: true, secure: config.production, sameSite: 'strict' as const };
  if (token === null) reply.clearCookie(cookieName(config), options);
  else reply.setCookie(cookieName(config), token, options);
}

/** It opens nothing: without the password it is worth nothing, so it may outlive the session. */
function rememberDevice(config: Config, reply: FastifyReply, token: string): void {
  reply.setCookie(deviceCookieName(config), token, {
    path: '/',
    httpOnly: true,
    secure: config.production,
    sameSite: 'strict',
    maxAge: DEVICE_KNOWN_S,
  });
}
