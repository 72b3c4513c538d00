/** An expected "no" of the server: what is wrong, where, and what to do, in the reader's language. */
export interface Refusal {
  code: string;
  field: string | null;
  message: string;
  remedy: string;
}

export type ApiErrorKind = 'network' | 'unauthenticated' | 'forbidden' | 'refused' | 'failed';

/** Every failed request ends as one of these; pages decide what to show by `kind`. */
export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    /** Names the failure in the server's log, so that a reader can report it. */
    readonly id: string | null = null,
    readonly refusals: readonly Refusal[] = [],
  ) {
    super(`request ended: ${kind}`);
    this.name = 'ApiError';
  }
}

interface GraphQlError {
  extensions?: { code?: string; errorId?: string; refusals?: Refusal[] };
}

const kinds: Record<string, ApiErrorKind> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  // The server is there but cannot work for a moment: like a line that is down, it is worth trying again.
  DATABASE_AWAY: 'network',
  TOO_BUSY: 'network',
};

/** Turns the first entry of an answer's `errors` into the error that pages know. */
export function apiErrorOf(errors: readonly GraphQlError[]): ApiError {
  const { code = '', errorId = null, refusals = [] } = errors[0]?.extensions ?? {};
  const kind = kinds[code] ?? (refusals.length ? 'refused' : 'failed');
  return new ApiError(kind, errorId, refusals);
}

/** A short id for failures that happen in the page itself, to be read out over the telephone. */
export function newErrorId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `W-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
