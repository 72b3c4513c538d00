/** Why a job failed, in a form that may be kept, logged and shown: no word of anybody's data. */
export interface FailureReason {
  kind: 'NO_SPACE' | 'DATABASE_AWAY' | 'PROCESS_ENDED' | 'OTHER';
  /** For the operator. */
  text: string;
}

/** SQLSTATE classes whose messages speak of the server and never of values: resources, operators, connections, the system. */
const SPEAK_OF_THE_SERVER = /^(08|40|53|55|57|58|XX)/;

const PROCESS_ENDED = 'PROCESS_ENDED: the process that worked on it ended';

/** What the keeper writes for a job whose worker vanished. */
export const reasonOfVanished = PROCESS_ENDED;

/** What may be kept of an error. The message of a surprise may hold values, so only its kind and code are kept. */
export function reasonOf(error: unknown): FailureReason {
  const { name = 'Error', message = '', code } = error as { name?: string; message?: string; code?: string };
  const kind = kindOf(code);
  const safe = code !== undefined && (SPEAK_OF_THE_SERVER.test(code) || kind !== 'OTHER');
  const what = [name, code].filter(Boolean).join(' ');
  return { kind, text: `${kind}: ${safe ? `${what}: ${message.slice(0, 200)}` : what}` };
}

/** The reason of a text that `reasonOf` or the keeper wrote. */
export function reasonRead(text: string | null): FailureReason {
  const kind = /^(NO_SPACE|DATABASE_AWAY|PROCESS_ENDED): /.exec(text ?? '')?.[1];
  return { kind: (kind as FailureReason['kind'] | undefined) ?? 'OTHER', text: text ?? '' };
}

function kindOf(code: string | undefined): FailureReason['kind'] {
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return 'NO_SPACE';
  if (code === undefined) return 'OTHER';
  return /^(08...|57P..|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code)
    ? 'DATABASE_AWAY'
    : 'OTHER';
}
