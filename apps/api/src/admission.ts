import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf, RETRY_AFTER, type Words } from '#platform';
import { UNAVAILABLE } from '#platform/api';
import { Admission } from './admission.rules.js';
import { Arrivals } from './arrivals.js';
import { Lateness } from './lateness.js';
import { answerTo } from './later.js';
import { isForGraphql } from './request-gate.js';

/**
 * When somebody is told that there is no room, in milliseconds after they came: late enough that those who ask again at once do not keep
 * us from the others, and within a second.
 */
const TOLD_AFTER_MS = 500;

/** Node keeps timers of one length in one list; of a few lengths there may be any number. */
const STEP_MS = 100;

/** So many are kept waiting for that; more are told at once. */
const MOST_KEPT = 5_000;

/**
 * Bounds the crowd at GraphQL. Where there is no hope that somebody's turn comes in time, they are told before their request is read. The
 * others get a place after their body is there (whoever sends slowly takes nobody's place) and before anything is done for it. Files,
 * pages and the questions of whoever watches the process go by.
 * @param instead of an admission of its own.
 */
export function boundTheCrowd(fastify: FastifyInstance, words: Words, instead?: Admission): void {
  const letIn = new WeakMap<FastifyRequest, number>();
  const lateness = new Lateness();
  const arrivals = new Arrivals(fastify.server, () => admission.letIn());
  const admission: Admission = instead ?? new Admission(undefined, () => arrivals.rush);
  const sendAway = refusing(words);

  fastify.addHook('onClose', (_instance, done) => {
    lateness.stop();
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const late = lateness.now();
    if (!isForGraphql(request) || admission.hasRoom(late)) done();
    else sendAway(request, reply, TOLD_AFTER_MS - late);
  });
  fastify.addHook('preHandler', async (request, reply) => {
    if (!isForGraphql(request)) return;
    const place = admission.enter(lateness.now());
    if (place !== true && !(await place)) {
      sendAway(request, reply, 0);
      return reply;
    }
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
    admission.leave(performance.now() - since);
  }
}

/** Sends away with words that are composed once: in a crowd this is what we do most. */
function refusing(words: Words): (request: FastifyRequest, reply: FastifyReply, inMs: number) => void {
  const answers = new Map<Language, string>();
  let kept = 0;

  function send(request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request.headers['accept-language']);
    const answer = answers.get(language) ?? JSON.stringify(answerTo('TOO_BUSY', words, language));
    answers.set(language, answer);
    void reply
      .code(UNAVAILABLE)
      .headers({ 'retry-after': RETRY_AFTER.TOO_BUSY, 'content-type': 'application/json; charset=utf-8' })
      .send(answer);
  }

  return (request, reply, inMs) => {
    if (inMs <= 0 || kept >= MOST_KEPT) return send(request, reply);
    kept += 1;
    const told = (): void => {
      kept -= 1;
      send(request, reply);
    };
    setTimeout(told, Math.ceil(inMs / STEP_MS) * STEP_MS);
  };
}
