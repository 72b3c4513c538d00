import { createHash } from 'node:crypto';
import type { Statement } from '#platform';

const MOST_NAMES = 300;
const names = new Map<string, string>();

/**
 * A statement under a name that follows from its text, so that PostgreSQL plans it once. Whoever asks for ever new
 * combinations of dimensions and filters cannot fill the server with prepared statements: past a number of texts, new
 * ones go unprepared.
 */
export function named(text: string, values: readonly unknown[]): Statement {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `stat.${createHash('sha1').update(text).digest('base64url')}`;
    names.set(text, name);
  }
  return { name: name ?? '', text, values };
}
