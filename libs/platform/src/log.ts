import { pino } from 'pino';

export type Log = ReturnType<typeof createLog>;

/**
 * Structured logs, one JSON object a line. They carry operations, ids, durations and error ids, never the content of
 * a request: names of people are not logged at all, so there is nothing to redact; the paths below are a second net.
 */
export function createLog(level = process.env.LOG_LEVEL ?? 'info') {
  return pino({
    level,
    base: undefined,
    redact: ['*.password', '*.token', 'req.headers.cookie', 'req.headers.authorization'],
  });
}
