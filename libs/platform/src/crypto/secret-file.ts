import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.js';

/**
 * The secret from which keys follow, 32 bytes as 64 hexadecimal figures. Made, for this account alone, where there is none.
 * @throws ConfigError where something else is there, or nothing can be kept.
 */
export function openSecret(path: string): Buffer {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Of several processes that come at once, one makes it, and all read it.
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'EROFS' && code !== 'EACCES') throw unreadable(path, error);
  }
  return read(path);
}

function read(path: string): Buffer {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw unreadable(path, error);
  }
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  throw new ConfigError(
    `The secret in ${path} must be 64 hexadecimal figures (openssl rand -hex 32). Mend ELCHIN_SECRET_FILE, or put back the file that this register was made with.`,
  );
}

const unreadable = (path: string, error: unknown): ConfigError =>
  new ConfigError(
    `The secret in ${path} cannot be read (${(error as NodeJS.ErrnoException).code}). Mend that, or ELCHIN_SECRET_FILE.`,
    { cause: error },
  );
