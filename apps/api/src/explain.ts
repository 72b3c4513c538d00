import { ClusterError, ConfigError } from '#platform';
import { DemoInside } from '../../cli/src/seed/index.js';
import { FolderTaken, FolderUnusable } from '../../data-folder.js';
import { PortUnusable } from '../../port.js';

const expected = [ClusterError, ConfigError, DemoInside, FolderTaken, FolderUnusable, PortUnusable];

/** What the operator can mend gets a sentence; only a surprise gets a stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (expected.some((kind) => error instanceof kind)) return error.message;
  return databaseSentence(error) ?? error.stack ?? error.message;
}

/** The server of DATABASE_URL does not let us in. (The embedded one is started by us: whatever it says is a surprise.) */
function databaseSentence(error: NodeJS.ErrnoException): string | undefined {
  if (!process.env.DATABASE_URL) return undefined;
  const { code = '', message } = error;
  if (['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code))
    return `No database answers at DATABASE_URL: ${message || code}. Start it, or mend the address.`;
  if (['28P01', '28000', '3D000'].includes(code))
    return `The database of DATABASE_URL lets nobody in: ${message}. Mend the name, the password or the database in the address.`;
  if (code === '53300')
    return `The database of DATABASE_URL has no connection left: ${message}. Allow it more, or end some.`;
  return undefined;
}
