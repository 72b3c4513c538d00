import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Database, type Log } from '#platform';
import type { OpenDatabase } from './open-database.js';

/** How stopping goes, in milliseconds after the signal. Whoever stops us (systemd, a container engine) kills after ten seconds. */
const WHEN = {
  /** Until now we go on as before, but for `connection: close`: what was sent before the signal is read and answered. */
  closing: 300,
  /** Statements get this long; the one of a large import would run for minutes. */
  cancelled: 4_000,
  /** Who is not done by now is not waited for. */
  given_up: 6_000,
  /** PostgreSQL has been told to stop, and finishes that without us. */
  gone: 7_500,
};

const leaving = new WeakSet<Server>();

/** Tells clients, once we are leaving, to send their next request over a connection of its own: to whoever comes after us. */
export function sayFarewell(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (leaving.has(fastify.server)) reply.header('connection', 'close');
    done();
  });
}

/**
 * Stops listening, finishes and answers what was sent before, breaks off what takes too long, and stops the database, all
 * within eight seconds.
 * @returns whether everything was finished.
 */
export async function leave(app: NestFastifyApplication, database: OpenDatabase, log: Log): Promise<boolean> {
  const since = Date.now();
  const until = (moment: number) => wait(Math.max(0, since + moment - Date.now()), false);
  leaving.add(app.getHttpServer());
  await until(WHEN.closing);
  await turns(10);
  const ended = breakOffLate(app.get(Database), since);
  const closed = app.close().then(
    () => true,
    (error: Error) => (log.error({ stop: 'server', kind: error.name, stack: error.stack }), false),
  );
  const whole = await Promise.race([closed, until(WHEN.given_up)]);
  ended();
  if (!whole) log.warn({ stop: 'not everything could be finished' });
  const stopped = database.close().then(() => true);
  return (await Promise.race([stopped, until(WHEN.gone)])) && whole;
}

/**
 * Lets Node look at its connections so many times: where the machine was too busy to let us run, one that was just taken has not been
 * read yet, and would be closed as idle.
 */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Cancels statements that have run for too long, those of before the signal at once; each is rolled back. */
function breakOffLate(database: Database, since: number): () => void {
  const look = () => {
    const all = Date.now() - since >= WHEN.cancelled;
    void database.cancelStatements(all ? 0 : WHEN.cancelled).catch(() => undefined);
  };
  look();
  const timer = setInterval(look, 500);
  return () => clearInterval(timer);
}
