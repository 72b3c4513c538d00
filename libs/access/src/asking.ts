import type { Language } from '#platform';
import type { Role } from './policy.rules.js';

/** A signed-in person, as the code decides by. The database checks it anew in each transaction (`access.enter`). */
export interface Actor {
  staffId: string;
  role: Role;
  /** The post they act for; null for those who act for none. */
  missionId: string | null;
}

/** Who is asking, in which language, for what. Made at the edge for each operation; a room's acts take it first. */
export interface Asking {
  actor: Actor;
  /** SHA-256 of the session's token. */
  tokenHash: Buffer;
  language: Language;
  /** The declared permission of the operation: what the access log writes. */
  operation: string;
  logged: boolean;
}

/** What the edge knows of a request before any operation is chosen. It is the GraphQL context. */
export interface RequestContext {
  actor: Actor | null;
  tokenHash: Buffer | null;
  language: Language;
  /** Address of the client, for the counters against guessing; never written down as it is. */
  address: string;
  requestId: string;
  /** Fields of this request and the permissions that they declare, for the log of what is refused. Filled by the guard. */
  asked?: Map<string, string>;
  /** Sends or clears the browser's session cookie. */
  setCookie(token: string | null): void;
  /** What the client says that it is; null when it does not say. */
  userAgent: string | null;
  /** The token by which this device is known, if it was ever said to be somebody's own. */
  deviceToken: string | null;
  /** Has the browser keep such a token. */
  setDevice(token: string): void;
}
