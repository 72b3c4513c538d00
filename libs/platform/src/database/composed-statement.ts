import { createHash } from 'node:crypto';
import type { Statement } from './database.js';

const MOST_NAMES = 300;
const names = new Map<string, string>();

/**
 * A statement of a composed text, under a name that follows from the text, so that PostgreSQL plans it once. Clients that
 * compose ever new selections cannot fill the server with prepared statements: past a number of texts, new ones go
 * unprepared.
 */
export function composed(text: string, values: readonly unknown[]): Statement {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `composed.${createHash('sha256').update(text).digest('base64url')}`;
    names.set(text, name);
  }
  return { name: name ?? '', text, values };
}

/** Collects the values of a composed statement. */
export class Parameters {
  readonly values: unknown[] = [];

  readonly add = (value: unknown): string => {
    this.values.push(value);
    return `$${this.values.length}`;
  };
}
