import type { LoggerService } from '@nestjs/common';
import type { Log } from '#platform';

/** Nest's own messages in our log: warnings and errors; its chatter about modules only at debug level. */
export function nestLogger(log: Log): LoggerService {
  return {
    log: (message: unknown) => log.debug({ nest: String(message) }),
    warn: (message: unknown) => log.warn({ nest: String(message) }),
    error: (message: unknown, stack?: unknown) => log.error({ nest: String(message), stack }),
  };
}
