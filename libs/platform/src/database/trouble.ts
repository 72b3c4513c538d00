/**
 * What may keep the register from working for a while, through nobody's fault: its database cannot be reached (or lets nobody
 * else in), its disk is full, a statement took longer than it may, too many ask at once. Codes of `platform.words.ts`.
 */
export type Trouble = 'DATABASE_AWAY' | 'DISK_FULL' | 'TOO_SLOW' | 'TOO_BUSY';

/** When it is worth trying again, in seconds. */
export const RETRY_AFTER: Record<Trouble, number> = {
  DATABASE_AWAY: 3,
  DISK_FULL: 60,
  TOO_SLOW: 5,
  TOO_BUSY: 2,
};

export function isTrouble(code: unknown): code is Trouble {
  return typeof code === 'string' && Object.hasOwn(RETRY_AFTER, code);
}

interface Failure {
  code?: string;
  severity?: string;
  message?: string;
  cause?: unknown;
}

/** The trouble that an error tells of, in itself or in what caused it; undefined for every other error. */
export function troubleOf(error: unknown): Trouble | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const trouble = ownTrouble(at);
    if (trouble) return trouble;
  }
  return undefined;
}

/** SQLSTATE classes and codes of connections that cannot be had or have ended. */
const AWAY = /^(08...|57P0[1-5]|53300|53400)$/;
/** The system's own codes, without those of a client of ours that went away. */
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What pg says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|no connection|timeout expired)/;

function ownTrouble({ code = '', severity, message = '' }: Failure): Trouble | undefined {
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return 'DISK_FULL';
  if (code === '57014') return 'TOO_SLOW';
  if (AWAY.test(code) || severity === 'FATAL' || severity === 'PANIC') return 'DATABASE_AWAY';
  if (UNREACHABLE.test(code) || (code === '' && LOST.test(message))) return 'DATABASE_AWAY';
  return undefined;
}
